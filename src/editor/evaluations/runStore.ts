import type { Memento } from 'vscode';
import { isOpen, type RunRecord, RUNS } from './runRecord';

/** How many runs are remembered, and how many jobs that a person does not want to see. */
const MOST_RUNS = 200;
const MOST_HIDDEN = 500;

const HIDDEN = 'evaluations.hidden';

/**
 * The runs of this machine in the editor's memory. Other windows have the same memory, so it is read anew each time and
 * nothing of it is kept here.
 */
export class RunStore {
  readonly #memory: Memento;
  readonly #machine: string;
  readonly #changed: () => void;

  /** `changed` is called after each change. */
  constructor(memory: Memento, machine: string, changed: () => void) {
    this.#memory = memory;
    this.#machine = machine;
    this.#changed = changed;
  }

  /** All runs, newest first. */
  all(): readonly RunRecord[] {
    return this.#every().filter(({ machine, planned }) => machine === this.#machine || planned.place.kind === 'job');
  }

  /** The run with an id, if it is still known. */
  find(id: string): RunRecord | undefined {
    return this.#every().find((one) => one.id === id);
  }

  /** Remembers a new run; where there are too many, the oldest that are over are forgotten. */
  add(record: RunRecord): void {
    this.#write([record, ...this.#every()]);
  }

  /** Changes what is known of a run; one that was removed meanwhile stays so. */
  change(id: string, changes: Partial<RunRecord>): RunRecord | undefined {
    const before = this.find(id);
    // What is looked at again and again is mostly as it was.
    if (before === undefined || isSame(before, { ...before, ...changes })) return before;
    this.#write(this.#every().map((one) => (one.id === id ? { ...one, ...changes } : one)));
    return this.find(id);
  }

  /** Forgets a run. */
  remove(id: string): void {
    this.#write(this.#every().filter((one) => one.id !== id));
  }

  /** The ids of the jobs that are not to be listed. */
  hidden(): readonly string[] {
    return this.#memory.get<readonly string[]>(HIDDEN, []);
  }

  /** Lists a job no longer. */
  hide(job: string): void {
    void this.#memory.update(HIDDEN, [job, ...this.hidden()].slice(0, MOST_HIDDEN));
    this.#changed();
  }

  #every(): readonly RunRecord[] {
    return this.#memory.get<readonly RunRecord[]>(RUNS, []);
  }

  #write(runs: readonly RunRecord[]): void {
    const spare = runs.filter((run) => !isOpen(run)).slice(Math.max(0, MOST_RUNS - runs.filter(isOpen).length));
    void this.#memory.update(
      RUNS,
      runs.filter((run) => !spare.includes(run)),
    );
    this.#changed();
  }
}

function isSame(one: RunRecord, other: RunRecord): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
