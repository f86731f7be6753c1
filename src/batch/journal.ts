import { closeSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import {
  type Intent,
  type JournalEntry,
  type JournalProblem,
  type JournalRecord,
  problem,
  readJournal,
} from './journalRecords';
import { type Lock, lock } from './lock';

/**
 * What a batch has done and is about to do, in a file of JSON lines that only grows. A record is on the disk before
 * `add` is done, so that a process that ends anywhere leaves behind what it may have sent. One process has it at a time.
 */
export class Journal {
  readonly kind = 'journal';
  readonly #file: number;
  readonly #lock: Lock;
  readonly #records: JournalRecord[] = [];
  readonly #pending = new Map<string, Intent>();

  private constructor(file: number, records: readonly JournalRecord[], held: Lock) {
    this.#file = file;
    this.#lock = held;
    for (const record of records) this.#remember(record);
  }

  /** Opens the journal of a batch on a Hub, or begins one. */
  static open(path: string, hub: string): Journal | JournalProblem {
    let held: Lock | null = null;
    try {
      const locked = lock(path);
      if (locked.kind === 'held') {
        return problem(
          `Another batch is at work with ${path}; wait for its end, or, if there is none, remove ${locked.file}.`,
        );
      }
      held = locked;
      const file = openSync(path, 'a');
      const bytes = readFileSync(path);
      const read = readJournal(path, bytes, hub);
      if (read.kind === 'problem') {
        closeSync(file);
        held.release();
        return read;
      }
      if (read.length < bytes.length) truncateSync(path, read.length);
      const journal = new Journal(file, read.records, held);
      if (read.records.length === 0) journal.add({ kind: 'batch', hub });
      return journal;
    } catch (error) {
      held?.release();
      const reason = error instanceof Error ? error.message : String(error);
      return problem(`The journal ${path} cannot be used (${reason}); name another file.`);
    }
  }

  /** All records so far, the oldest first. */
  get records(): readonly JournalRecord[] {
    return this.#records;
  }

  /** The intent for a model of which nobody knows yet whether it arrived. */
  pendingIntent(model: string): Intent | undefined {
    return this.#pending.get(model.toLowerCase());
  }

  /** Of how many pull requests nobody knows yet whether they arrived. */
  get pending(): number {
    return this.#pending.size;
  }

  /** Keeps an entry; it is on the disk when this is done. */
  add(entry: JournalEntry): void {
    const record = { at: new Date().toISOString(), ...entry };
    writeSync(this.#file, `${JSON.stringify(record)}\n`);
    fsyncSync(this.#file);
    this.#remember(record);
  }

  /** Lets another process have it. */
  close(): void {
    closeSync(this.#file);
    this.#lock.release();
  }

  #remember(record: JournalRecord): void {
    this.#records.push(record);
    if (record.kind === 'intent') this.#pending.set(record.model.toLowerCase(), record);
    if (record.kind === 'opened') this.#pending.delete(record.model.toLowerCase());
  }
}

/** The records of the last review and of what followed it: what was there before may be out of date. */
export function sinceReview(records: readonly JournalRecord[]): readonly JournalRecord[] {
  return records.slice(records.findLastIndex(({ kind }) => kind === 'review-begun') + 1);
}

/** When a journal's commits were sent, in milliseconds since 1970. */
export function commitTimes(records: readonly JournalRecord[]): readonly number[] {
  return records.filter(({ kind }) => kind === 'intent').map(({ at }) => Date.parse(at));
}
