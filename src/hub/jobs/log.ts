import { attempt, HubError, valueOf } from '../attempt';
import type { HubConnection } from '../connection';
import type { HubResult } from '../failure';
import { readEvents } from './events';
import { isOver, type Job, type JobReference } from './job';
import { getJob, jobsPath } from './jobs';

/** Who follows a job. */
export interface LogFollower {
  /** One entry of the log: mostly a line, without its end. */
  readonly entry: (text: string) => void;
  /** The job as it stands, whenever it was looked at. */
  readonly job?: (job: Job) => void;
}

/** What may end a log that can be taken up again. */
const BREAKS = ['unreachable', 'timed-out', 'server-error', 'rate-limited'];

/** How often in a row a log may break off before its next entry. */
const MOST_BREAKS = 5;

/**
 * Follows the log of a job from its first entry to its end, and gives the job that is over. A log that breaks off is
 * taken up again where it was.
 */
export function followLog(
  connection: HubConnection,
  reference: JobReference,
  follower: LogFollower,
  signal?: AbortSignal,
): Promise<HubResult<Job>> {
  return attempt(async () => {
    let [seen, breaks] = [0, 0];
    const look = async (): Promise<Job> => {
      const job = valueOf(await getJob(connection, reference, signal));
      follower.job?.(job);
      return job;
    };
    for (;;) {
      const before = seen;
      const broken = await breakOf(async () => {
        let at = 0;
        for await (const event of readEvents(connection.stream(logRequest(reference, signal)))) {
          if (event.kind === 'data') {
            // The Hub sends a log from its start each time.
            if (at++ < seen) continue;
            seen = at;
            follower.entry(textOf(event.data));
            // The log of a job whose image could not be had never ends.
          } else if (isOver(await look())) return;
        }
      });
      const job = await look();
      if (broken === null && isOver(job)) return job;
      breaks = broken === null || seen > before ? 0 : breaks + 1;
      if (broken !== null && breaks === MOST_BREAKS) throw broken;
      await connection.pause(broken === null ? MOST_BREAKS : breaks + 1, signal);
    }
  });
}

/** How reading a log broke off, if it did. */
async function breakOf(reading: () => Promise<void>): Promise<HubError | null> {
  try {
    await reading();
    return null;
  } catch (error) {
    if (error instanceof HubError && BREAKS.includes(error.failure.kind)) return error;
    throw error;
  }
}

function logRequest({ namespace, id }: JobReference, signal: AbortSignal | undefined) {
  const headers = { accept: 'text/event-stream' };
  return { path: `${jobsPath({ namespace, id })}/logs`, headers, subject: { namespace, job: id }, signal };
}

/** The text of an entry: `{"data":"…","timestamp":"…"}`. */
function textOf(data: string): string {
  try {
    const entry: unknown = JSON.parse(data);
    if (typeof entry === 'object' && entry !== null && 'data' in entry && typeof entry.data === 'string')
      return entry.data;
  } catch {
    // Shown as it came.
  }
  return data;
}
