import { attempt, HubError, valueOf } from '../attempt';
import type { HubConnection } from '../connection';
import type { HubResult } from '../failure';
import type { HubRequest } from '../request';
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

/** How often in a row a job may be out of reach: a network that is gone for five minutes ends nothing. */
const MOST_BREAKS = 20;

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
    const log = new JobLog(connection, reference, follower, signal);
    let [rounds, breaks] = [0, 0];
    for (;;) {
      const { news, job, broken } = await log.readOn();
      if (job !== null && isOver(job)) return job;
      rounds = news ? 1 : rounds + 1;
      breaks = news || broken === null ? 0 : breaks + 1;
      if (broken !== null && breaks === MOST_BREAKS) throw broken;
      await connection.pause(rounds, signal);
    }
  });
}

/** A log that is read as far as it goes, again and again. */
class JobLog {
  readonly #connection: HubConnection;
  readonly #reference: JobReference;
  readonly #follower: LogFollower;
  readonly #signal: AbortSignal | undefined;
  #seen = 0;

  constructor(
    connection: HubConnection,
    reference: JobReference,
    follower: LogFollower,
    signal: AbortSignal | undefined,
  ) {
    this.#connection = connection;
    this.#reference = reference;
    this.#follower = follower;
    this.#signal = signal;
  }

  /** The job as it stands now. */
  async #look(): Promise<Job> {
    const job = valueOf(await getJob(this.#connection, this.#reference, this.#signal));
    this.#follower.job?.(job);
    return job;
  }

  /** Reads what is new, then looks at the job; says whether there was anything, and how it broke off, if it did. */
  async readOn(): Promise<{ readonly news: boolean; readonly job: Job | null; readonly broken: HubError | null }> {
    const before = this.#seen;
    try {
      await this.#read();
      const job = await this.#look();
      return { news: this.#seen > before, job, broken: null };
    } catch (error) {
      if (!(error instanceof HubError && BREAKS.includes(error.failure.kind))) throw error;
      return { news: this.#seen > before, job: null, broken: error };
    }
  }

  async #read(): Promise<void> {
    // The Hub sends a log from its start each time.
    let at = 0;
    for await (const event of readEvents(this.#connection.stream(this.#request()))) {
      if (event.kind === 'data') {
        if (at++ < this.#seen) continue;
        this.#seen = at;
        this.#follower.entry(textOf(event.data));
      } else if (isOver(await this.#look())) {
        // The log of a job whose image could not be had never ends.
        return;
      }
    }
  }

  #request(): HubRequest {
    const { namespace, id } = this.#reference;
    return {
      path: `${jobsPath(this.#reference)}/logs`,
      headers: { accept: 'text/event-stream' },
      subject: { namespace, job: id },
      signal: this.#signal,
    };
  }
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
