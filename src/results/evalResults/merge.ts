import { isMap, isSeq, type Node } from 'yaml';
import { applyEdits, dominantLineBreak, type TextEdit } from '../../card/text';
import { yamlNumber } from '../measuredValue';
import { parseYaml, type YamlDocument } from '../modelIndex/document';
import { appendItems, type InsertText } from '../modelIndex/insert';
import { numberScalar } from '../modelIndex/scalar';
import { blockLines, DEFAULT_STYLE, plainValue, type Tree, type YamlStyle } from '../modelIndex/tree';
import { canonical, plainCopy } from '../modelIndex/verify';
import { asList } from '../plainValues';
import { type EvalEntry, entryTree, isSameRow } from './entry';
import { type EvalFile, type FiledEntry, readEvalFile } from './read';

/** A file of `.eval_results/` by its path in the repository. */
export interface EvalFileText {
  readonly path: string;
  readonly text: string;
}

/** An entry and the file that it is meant for, unless another holds the same row already. */
export interface WantedEntry {
  readonly path: string;
  readonly entry: EvalEntry;
}

/** A file claims another value for the same row of a leaderboard; the person decides. */
export interface EvalConflict {
  readonly path: string;
  readonly existing: FiledEntry;
  readonly wanted: EvalEntry;
}

/** What becomes of one file; `before` is null where it is new. */
export interface EvalFileChange {
  readonly path: string;
  readonly before: string | null;
  readonly edits: readonly TextEdit[];
  readonly text: string;
}

/** How entries get into the files of a repository, or why they cannot. */
export type EvalMergePlan =
  | {
      readonly kind: 'merge';
      readonly files: readonly EvalFileChange[];
      readonly added: readonly WantedEntry[];
      /** Rows that are there with this value. */
      readonly same: readonly WantedEntry[];
      readonly conflicts: readonly EvalConflict[];
      /** Entries for a row that an earlier one of those added takes with another value. */
      readonly refused: readonly WantedEntry[];
    }
  | {
      readonly kind: 'broken-file';
      readonly path: string;
      readonly line: number;
      readonly column: number;
      readonly message: string;
    };

/**
 * Works out how entries get into the files of `.eval_results/` with the smallest edits. No row of a leaderboard is
 * written twice: one with the same value stays, one with another value is a conflict, which `onConflict` decides. What the
 * Hub has signed stays: with another value its signature would be false.
 */
export function planEvalMerge(
  present: readonly EvalFileText[],
  wanted: readonly WantedEntry[],
  onConflict: 'keep' | 'replace',
): EvalMergePlan {
  const files = new Map<string, { readonly text: string; readonly file: EvalFile }>();
  for (const { path, text } of present) {
    const file = readEvalFile(text);
    if (file.kind === 'problem') {
      const { message, line, column } = file.problem;
      return { kind: 'broken-file', path, line, column, message: `${message} Mend it first.` };
    }
    files.set(path, { text, file });
  }

  const filed = [...files].flatMap(([path, { file }]) => file.entries.map((entry) => ({ path, entry })));
  const added: WantedEntry[] = [];
  const same: WantedEntry[] = [];
  const conflicts: EvalConflict[] = [];
  const refused: WantedEntry[] = [];
  for (const one of wanted) {
    const rows = [...filed, ...added].filter(({ entry }) => isSameRow(entry, one.entry));
    const existing = filed.find(({ entry }) => rows.some((row) => row.entry === entry));
    if (rows.some(({ entry }) => entry.value.number === one.entry.value.number)) same.push(one);
    else if (existing) conflicts.push({ path: existing.path, existing: existing.entry, wanted: one.entry });
    else (rows.length > 0 ? refused : added).push(one);
  }

  const replaced = onConflict === 'replace' ? conflicts.filter(({ existing }) => !existing.verified) : [];
  const changes: EvalFileChange[] = [];
  for (const path of new Set([...added, ...replaced].map((one) => one.path))) {
    const entries = added.filter((one) => one.path === path).map(({ entry }) => entry);
    const change = changeOf(
      path,
      files.get(path),
      entries,
      replaced.filter((one) => one.path === path),
    );
    if (change === null) {
      const message = 'The file cannot be added to without changing something else in it; add the result by hand.';
      return { kind: 'broken-file', path, line: 1, column: 1, message };
    }
    changes.push(change);
  }
  return { kind: 'merge', files: changes, added, same, conflicts, refused };
}

function changeOf(
  path: string,
  present: { readonly text: string; readonly file: EvalFile } | undefined,
  added: readonly EvalEntry[],
  replaced: readonly EvalConflict[],
): EvalFileChange | null {
  const items = added.map(entryTree);
  if (!present) {
    const text = blockLines({ kind: 'list', items }, 0, DEFAULT_STYLE).join('\n') + '\n';
    return { path, before: null, edits: [{ start: 0, end: 0, text }], text };
  }
  const { text, file } = present;
  const place = {
    text,
    yaml: { start: file.document.offset, end: text.length },
    lineBreak: dominantLineBreak(text) ?? '\n',
  };
  const values = replaced.map(({ existing, wanted }) => ({
    ...existing.valueRange,
    text: numberScalar(wanted.value.text),
  }));
  const inserted = insertedInto(place, file, items);
  if (!inserted) return null;
  const edits = [...values, ...inserted];
  const edited = applyEdits(text, edits);
  const expected = [...asList(plainCopy(file.document)), ...items.map(plainValue)];
  for (const { existing, wanted } of replaced) {
    expected[existing.index] = {
      ...(expected[existing.index] as object),
      value: Number(yamlNumber(wanted.value.text)),
    };
  }
  return reads(edited, expected) ? { path, before: text, edits, text: edited } : null;
}

function insertedInto(place: InsertText, file: EvalFile, items: readonly Tree[]): readonly TextEdit[] | null {
  if (items.length === 0) return [];
  const inserted = appendItems(place, file.document, file.list, items, styleOf(file));
  // Where nothing stands yet, nothing ends the last line either.
  const ends = file.list === null && /(?:^|[\r\n])$/.test(place.text);
  return ends ? (inserted?.map((edit) => ({ ...edit, text: edit.text + place.lineBreak })) ?? null) : inserted;
}

/** Whether an edited file reads as what it should hold. */
function reads(text: string, expected: unknown): boolean {
  const parsed = parseYaml(text, { start: text.startsWith('\ufeff') ? 1 : 0, end: text.length }, 'The file');
  return parsed.kind === 'document' && canonical(plainCopy(parsed)) === canonical(expected);
}

/** What is added is indented as the last entry is. */
function styleOf({ document, list }: EvalFile): YamlStyle {
  const last = list?.items.at(-1);
  const first = isMap(last) && !last.flow ? (last.items[0]?.key as Node | undefined)?.range?.[0] : undefined;
  if (!isSeq(list) || !list.range || first === undefined) return DEFAULT_STYLE;
  const dashWidth = columnOf(document, first) - columnOf(document, list.range[0]);
  return dashWidth >= 2 ? { ...DEFAULT_STYLE, dashWidth } : DEFAULT_STYLE;
}

function columnOf({ source }: YamlDocument, position: number): number {
  return position - (source.lastIndexOf('\n', position - 1) + 1);
}
