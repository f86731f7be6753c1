import type { MetricValue } from '../evaluationResult';
import type { Tree } from '../modelIndex/tree';
import { statedShots } from '../shots';

/** One result of a file in `.eval_results/`, with what may be written by hand. */
export interface EvalEntry {
  readonly dataset: { readonly id: string; readonly taskId: string; readonly revision?: string };
  readonly value: MetricValue;
  /** ISO 8601 day. */
  readonly date?: string;
  readonly source?: { readonly url: string; readonly name?: string };
  readonly notes?: string;
}

/** An entry as it is written: its keys in the order of the Hub's documentation. */
export function entryTree({ dataset, value, date, source, notes }: EvalEntry): Tree {
  return map({
    dataset: map({ id: text(dataset.id), task_id: text(dataset.taskId), revision: text(dataset.revision) }),
    value: { kind: 'number', digits: value.text },
    date: text(date),
    source: source && map({ url: text(source.url), name: text(source.name) }),
    notes: text(notes),
  });
}

/**
 * Whether two entries are for the same row of a leaderboard: the same task, measured with as many shots and with tools
 * or without. The rest of the notes, such as a version, changes with every run.
 */
export function isSameRow(a: EvalEntry, b: EvalEntry): boolean {
  const [shotsOfA, shotsOfB] = [statedShots(a.notes ?? ''), statedShots(b.notes ?? '')];
  return (
    a.dataset.id.toLowerCase() === b.dataset.id.toLowerCase() &&
    a.dataset.taskId === b.dataset.taskId &&
    (shotsOfA === shotsOfB || shotsOfA === undefined || shotsOfB === undefined) &&
    usesTools(a.notes ?? '') === usesTools(b.notes ?? '')
  );
}

/** Whether notes say that the model had tools. */
export function usesTools(notes: string): boolean {
  return /\btools?\b/i.test(notes) && !/\b(?:no|without|w\/o)[ _-]tools?\b/i.test(notes);
}

function text(value: string | undefined): Tree | undefined {
  return value === undefined || value === '' ? undefined : { kind: 'text', text: value };
}

function map(fields: Readonly<Record<string, Tree | undefined>>): Tree {
  const pairs = Object.entries(fields).filter((pair): pair is [string, Tree] => pair[1] !== undefined);
  return { kind: 'map', pairs };
}
