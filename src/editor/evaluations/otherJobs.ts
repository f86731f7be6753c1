import type { Hardware, HubConnection, Job } from '../../hub/index';
import type { HubSession } from '../account/hubSession';
import { loadHub } from '../hubClient';
import type { RunStore } from './runStore';

/** The jobs of an account are listed at most so often. */
const LIST_EVERY_MS = 30_000;

/** Jobs that were started elsewhere, on the website or the command line, for the accounts that pay for ours. */
export class OtherJobs {
  readonly #session: HubSession;
  readonly #store: RunStore;
  #jobs: readonly Job[] = [];
  #prices: readonly Hardware[] = [];
  #problem: string | null = null;
  #listed: { readonly connection: HubConnection; readonly at: number } | null = null;

  constructor(session: HubSession, store: RunStore) {
    this.#session = session;
    this.#store = store;
  }

  /** The jobs that belong to no run of ours and are not hidden, newest first. */
  all(): readonly Job[] {
    const ours = new Set(this.#store.all().flatMap(({ id, job }) => [id, ...(job ? [job.id] : [])]));
    const hidden = new Set(this.#store.hidden());
    const { RUN_LABEL } = loadHub();
    return this.#jobs.filter(
      ({ id, labels }) => !hidden.has(id) && !ours.has(id) && !ours.has(labels[RUN_LABEL] ?? ''),
    );
  }

  /** Why some of them are not known, in one sentence; null where all are. */
  get problem(): string | null {
    return this.#problem;
  }

  /** What a job runs on, with its price; undefined where that is not known. */
  hardwareOf({ flavor }: Job): Hardware | undefined {
    return this.#prices.find((one) => one.flavor === flavor);
  }

  /** Whether any of them is not over. */
  get isActive(): boolean {
    return this.#jobs.some((job) => !loadHub().isOver(job));
  }

  /** Takes in how a job stands. */
  take(job: Job): void {
    this.#jobs = this.#jobs.map((one) => (one.id === job.id ? job : one));
  }

  /** Lists them anew, where that was not done just now or `isWanted` says so. */
  async list(connection: HubConnection, isWanted: boolean): Promise<void> {
    const before = this.#listed;
    const isFresh = before?.connection === connection && Date.now() - before.at < LIST_EVERY_MS;
    if (isFresh && !isWanted) return;
    this.#listed = { connection, at: Date.now() };
    const account = await this.#session.account(connection);
    if (!account.ok) {
      this.#problem = account.failure.message;
      return;
    }
    const paying = this.#store
      .all()
      .flatMap(({ planned: { place } }) => (place.kind === 'job' ? [place.namespace] : []));
    const namespaces = [...new Set([account.value.name, ...paying])];
    const lists = await Promise.all(namespaces.map((namespace) => loadHub().listJobs(connection, namespace)));
    // Another account was chosen meanwhile.
    if (this.#listed.connection !== connection) return;
    this.#jobs = lists
      .flatMap((list) => (list.ok ? list.value : []))
      .sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime());
    // Whoever has never had a job paid need not know that their token may not list them.
    const failures = lists.flatMap((list) =>
      list.ok || (list.failure.kind === 'no-job-rights' && paying.length === 0) ? [] : [list.failure],
    );
    this.#problem = failures[0]?.message ?? null;
    if (this.#jobs.length > 0 && this.#prices.length === 0) await this.#price(connection);
  }

  /** Forgets those of another account. */
  forget(): void {
    [this.#jobs, this.#problem, this.#listed] = [[], null, null];
  }

  async #price(connection: HubConnection): Promise<void> {
    const list = await loadHub().listHardware(connection);
    if (list.ok) this.#prices = list.value;
  }
}
