import { existsSync } from 'node:fs';
import type { BatchRun, Journal } from '../batch';
import { duration } from '../http/duration';
import type { HubConnection } from '../hub';
import { count } from '../plural';
import { badUse } from './arguments';
import { loadBatch } from './batchBundle';
import { Exit, failure, type Failure } from './exit';
import { connectToHub, loadHub } from './hub';
import { complain } from './terminal';

/** What a batch works with on the command line. */
export interface Session {
  readonly kind: 'session';
  readonly connection: HubConnection;
  /** Null where none was named. */
  readonly journal: Journal | null;
  /** Its signal is aborted by Ctrl+C. */
  readonly run: BatchRun;
  close(): void;
}

/** Opens the journal, if one is named, and the way to the Hub. */
export async function openSession({
  journal: path,
  perHour,
}: {
  readonly journal: string | undefined;
  readonly perHour?: number | undefined;
}): Promise<Session | Failure> {
  const { COMMITS_PER_HOUR, commitTimes, Journal, Pace } = loadBatch();
  const { hubUrlOf, systemTimers: timers } = loadHub();
  const hubUrl = hubUrlOf(process.env);
  const journal = path === undefined || hubUrl === null ? null : Journal.open(path, hubUrl);
  if (journal?.kind === 'problem') return failure(Exit.unreadable, journal.message);
  const pace = new Pace({
    timers,
    commitsPerHour: perHour ?? COMMITS_PER_HOUR,
    earlierCommits: commitTimes(journal?.records ?? []),
    tell: (seconds) => {
      complain(`The Hub takes no more for now; going on in ${duration(seconds)}.`);
    },
  });
  const connection = await connectToHub({ fetch: pace.fetch });
  if ('kind' in connection) {
    journal?.close();
    return connection;
  }
  const stop = new AbortController();
  const abort = (): void => {
    stop.abort();
  };
  process.once('SIGINT', abort);
  return {
    kind: 'session',
    connection,
    journal,
    run: { pace, timers, signal: stop.signal },
    close: () => {
      process.off('SIGINT', abort);
      journal?.close();
    },
  };
}

/** Opens the journal of an earlier batch, which must be there. */
export async function openJournal({
  values: { journal: path },
  files,
}: {
  readonly values: { readonly journal?: string | undefined };
  readonly files: readonly string[];
}): Promise<(Session & { readonly journal: Journal }) | Failure> {
  if (path === undefined) return badUse('batch', '--journal FILE is missing, which tells what the batch has done');
  if (files.length > 0) return badUse('batch', `The journal tells which cards; leave out "${files[0] ?? ''}"`);
  if (!existsSync(path)) return failure(Exit.unreadable, `There is no journal ${path}; name that of a batch.`);
  const session = await openSession({ journal: path });
  if (session.kind === 'failure') return session;
  const { journal } = session;
  if (journal !== null && journal.pending > 0) {
    complain(`It is not known whether ${count(journal.pending, 'pull request')} arrived; propose again to find out.`);
  }
  return journal === null
    ? failure(Exit.unreadable, 'HF_ENDPOINT is no web address; mend or unset it.')
    : { ...session, journal };
}
