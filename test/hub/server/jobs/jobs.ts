import { HARDWARE, type HardwareJson } from './hardware';
import { Job, type JobSpec } from './job';

/** All jobs of a Hub, and what a test may change about them. */
export class Jobs {
  /** What jobs can run on; a test may take some away. */
  hardware: readonly HardwareJson[] = HARDWARE;
  /** Who has nothing left to pay with. */
  readonly withoutCredits = new Set<string>();
  /** Keeps new jobs in the queue. */
  queueStands = false;
  /** How many of them a list tells at once. */
  pageSize = 100;
  /** How long a log is silent before it gives a sign of life. */
  keepAliveMs = 30_000;
  /** What every job's environment holds, `PATH` above all: where there is no container, programs are found on this machine. */
  readonly environment: Record<string, string> = { PATH: process.env['PATH'] ?? '' };
  readonly all: Job[] = [];
  readonly #running = new Set<Promise<void>>();

  /** Takes a job; it starts when whoever asked has the answer. */
  start(id: string, owner: string, initiator: string, spec: JobSpec): Job {
    const job = new Job(id, owner, initiator, spec);
    this.all.unshift(job);
    if (!this.queueStands) setImmediate(() => this.#run(job));
    return job;
  }

  /** Ends all jobs. */
  async stop(): Promise<void> {
    for (const job of this.all) job.cancel();
    await Promise.all(this.#running);
  }

  #run(job: Job): void {
    const running = job.run(this.environment).finally(() => this.#running.delete(running));
    this.#running.add(running);
  }
}
