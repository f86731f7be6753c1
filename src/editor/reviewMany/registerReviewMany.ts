import type * as vscode from 'vscode';
import { Command } from '../../contributions';
import type { CardOpener } from '../analysis/cardOpener';
import { registerCommands } from '../registerCommand';
import { loadReviewMany } from '../reviewManyClient';
import type { ManyCards, ManyCardsParts } from './manyCards';

/** Registers the commands of many cards at once; what they do is loaded with the first of them. */
export function registerReviewMany(
  { opener, ...parts }: Omit<ManyCardsParts, 'knowledge'> & { readonly opener: CardOpener },
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  let loaded: ManyCards | undefined;
  const knowledge = () => ({ benchmarks: opener.benchmarks(), terms: opener.terms() });
  const load = () => (loaded ??= new (loadReviewMany().ManyCards)({ ...parts, knowledge }));
  const ids = Object.values<string>(Command).filter((id) => /\.(?:reviewMany$|manyCards\.)/.test(id));
  const run = (id: string) => (node: never) => load().handlers[id]?.(node);
  const commands = registerCommands(Object.fromEntries(ids.map((id) => [id, run(id)])), log);
  return {
    dispose: () => {
      commands.dispose();
      loaded?.dispose();
    },
  };
}
