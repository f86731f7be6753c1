import * as vscode from 'vscode';
import type { HubReference } from '../../hub/index';
import { Scheme } from '../../contributions';
import { loadHub } from '../hubClient';

/** `hf://models/org/name@main/README.md`: the URI of a file on the Hub. */
export function hubUri(reference: HubReference): vscode.Uri {
  return withReference(vscode.Uri.from({ scheme: Scheme.hub, authority: 'models', path: '/' }), reference);
}

/** The URI of another file or revision in the same file system. */
export function withReference(uri: vscode.Uri, reference: HubReference): vscode.Uri {
  const address = loadHub().formatAddress(reference);
  return uri.with({ path: address.slice(address.indexOf('/')) });
}

/** What a URI of the Hub's file system names, or null where it names no model. */
export function hubReference({ authority, path }: vscode.Uri): HubReference | null {
  const parsed = authority === 'models' ? loadHub().parseAddress(`models${path}`) : null;
  return parsed?.kind === 'reference' ? parsed.reference : null;
}

/** The folder of a model's results for leaderboards. */
export const EVAL_RESULTS = '.eval_results';

/** Whether a path is that of a file of results for leaderboards. */
export function isEvalFile(path: string): boolean {
  return path.startsWith(`${EVAL_RESULTS}/`) && path.endsWith('.yaml');
}

/** A commit never changes, so what is read at one cannot be written back. */
export function isCommit(revision: string): boolean {
  return /^[0-9a-f]{40}$/.test(revision);
}

/** The pull request that a revision is the branch of, or null. */
export function pullRequestOf(revision: string): number | null {
  const number = /^refs\/pr\/(\d+)$/.exec(revision)?.[1];
  return number === undefined ? null : Number(number);
}
