import * as vscode from 'vscode';
import { Scheme } from '../../../contributions';
import type { JobReference } from '../../../hub/index';

/** Whose log a document shows. */
export type LogOf = { readonly run: string } | { readonly job: JobReference };

/** The address of a log; `title` is what its tab shows. */
export function logUri(title: string, of: LogOf): vscode.Uri {
  const path = `/${title.replace(/[^\w.-]+/g, '-')}.log`;
  return vscode.Uri.from({ scheme: Scheme.runLog, path, query: JSON.stringify(of) });
}

/** Whose log an address names; null where a person made it up. */
export function logOf({ query }: vscode.Uri): LogOf | null {
  try {
    const of = JSON.parse(query) as { readonly run?: unknown; readonly job?: Partial<JobReference> };
    if (typeof of.run === 'string') return { run: of.run };
    const { namespace, id } = of.job ?? {};
    return typeof namespace === 'string' && typeof id === 'string' ? { job: { namespace, id } } : null;
  } catch {
    return null;
  }
}
