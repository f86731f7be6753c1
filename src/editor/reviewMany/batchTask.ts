import * as vscode from 'vscode';
import type { BatchRun, Journal } from '../../batch/index';
import { duration } from '../../http/duration';
import type { HubConnection } from '../../hub/index';
import type { withProgress } from '../progress';
import { loadBatch } from './batchClient';
import type { KnownBatch, KnownBatches } from './knownBatches';

/** What a part of a batch works with while it runs. */
export interface BatchTask {
  /** Heeds the limits of the Hub. */
  readonly connection: HubConnection;
  readonly journal: Journal;
  readonly run: BatchRun;
  /** Says how far it is. */
  readonly tell: (message: string) => void;
}

/** Runs a part of a batch with its journal and a way to cancel it; undefined where the journal cannot be used, which is told. */
export async function runBatch<T>(
  title: string,
  { known, progress }: { readonly known: KnownBatches; readonly progress: typeof withProgress },
  batch: KnownBatch,
  connection: HubConnection,
  task: (task: BatchTask) => Promise<T>,
): Promise<T | undefined> {
  const { COMMITS_PER_HOUR, commitTimes, Journal, Pace } = loadBatch();
  const journal = Journal.open(known.journalOf(batch), connection.hubUrl);
  if (journal.kind === 'problem') {
    void vscode.window.showErrorMessage(journal.message);
    return undefined;
  }
  try {
    return await progress(title, async (signal, tell) => {
      const { timers } = connection;
      const pace = new Pace({
        timers,
        commitsPerHour: COMMITS_PER_HOUR,
        earlierCommits: commitTimes(journal.records),
        tell: (seconds) => tell(`the Hub takes no more for now; going on in ${duration(seconds)}`),
      });
      return task({ connection: connection.withFetch(pace.fetch), journal, run: { pace, timers, signal }, tell });
    });
  } finally {
    journal.close();
  }
}
