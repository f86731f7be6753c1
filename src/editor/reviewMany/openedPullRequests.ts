import * as vscode from 'vscode';
import type { FailedCard, Fate, Withdrawal } from '../../batch/index';
import type { HubConnection } from '../../hub/index';
import { count } from '../../plural';
import type { Asker } from '../asker';
import type { withProgress } from '../progress';
import { loadBatch } from './batchClient';
import { type BatchTask, runBatch } from './batchTask';
import type { KnownBatch, KnownBatches } from './knownBatches';
import { named } from './words';

/** What looking after pull requests works with. */
export interface OpenedParts {
  readonly known: KnownBatches;
  readonly asker: Asker;
  readonly progress: typeof withProgress;
}

type Fates = readonly (Fate | Withdrawal | FailedCard)[];

/** Looks what became of the pull requests of a batch. */
export async function fatesOfBatch(
  batch: KnownBatch,
  connection: HubConnection,
  parts: OpenedParts,
): Promise<Fates | undefined> {
  const title = `Looking at the pull requests of ${batch.label}`;
  return runBatch(title, parts, batch, connection, fates);
}

/** Closes those that are open, once a person has confirmed that; undefined where none is or they left. */
export async function withdrawBatch(
  batch: KnownBatch,
  connection: HubConnection,
  parts: OpenedParts,
): Promise<Fates | undefined> {
  const { USUAL_COMMENT, withdrawAll } = loadBatch();
  const { asker } = parts;
  const title = `Withdrawing the pull requests of ${batch.label}`;
  return runBatch(title, parts, batch, connection, async (task) => {
    const open = (await fates(task)).filter((one) => one.kind !== 'failed').filter(isOpen);
    if (open.length === 0) {
      if (!task.run.signal.aborted)
        void vscode.window.showInformationMessage(`No pull request of ${batch.label} is open.`);
      return undefined;
    }
    const check = (text: string) => (text === '' ? 'Say something: the owners read it.' : null);
    const comment = await asker.type({ title: 'Withdraw', prompt: 'Comment', value: USUAL_COMMENT, check });
    if (comment === undefined) return undefined;
    const which = named(open.map(({ model, number }) => `${model} #${number}`));
    const yes = `Close ${count(open.length, 'pull request')}`;
    if (!(await asker.confirm(`${yes} of ${batch.label}?`, `Each gets the comment: ${comment}\n\n${which}`, yes))) {
      return undefined;
    }
    const outcomes: (Withdrawal | FailedCard)[] = [];
    await withdrawAll(task.journal, task.connection, { comment, write: true }, task.run, (outcome) => {
      outcomes.push(outcome);
      task.tell(count(outcomes.length, 'pull request'));
    });
    return outcomes;
  });
}

async function fates({ journal, connection, run, tell }: BatchTask): Promise<readonly (Fate | FailedCard)[]> {
  const outcomes: (Fate | FailedCard)[] = [];
  await loadBatch().fatesOf(journal, connection, run, (outcome) => {
    outcomes.push(outcome);
    tell(count(outcomes.length, 'pull request'));
  });
  return outcomes;
}

function isOpen({ status }: Fate): boolean {
  return status === 'open' || status === 'draft';
}
