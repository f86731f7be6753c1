import { isScalar, isSeq, type Node, type YAMLSeq } from 'yaml';
import type { TextRange } from '../../card/text';
import { readValue } from '../measuredValue';
import { type BrokenYaml, parseYaml, resolved, valueOf, type YamlDocument } from '../modelIndex/document';
import type { EvalEntry } from './entry';

/** An entry that a file holds now. */
export interface FiledEntry extends EvalEntry {
  /** Its position in the file, 0-based, and the line where it begins, 1-based. */
  readonly index: number;
  readonly line: number;
  readonly valueRange: TextRange;
  /** Whether the Hub has signed it: then another value would break the signature. */
  readonly verified: boolean;
}

/** A file of `.eval_results/`. */
export interface EvalFile {
  readonly kind: 'file';
  readonly document: YamlDocument;
  /** null where the file holds nothing. */
  readonly list: YAMLSeq | null;
  /** The entries that can be told; others in the file stay as they are. */
  readonly entries: readonly FiledEntry[];
}

/** Reads a file of `.eval_results/`, or says why nothing can be added to it. */
export function readEvalFile(text: string): EvalFile | BrokenYaml {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  const document = parseYaml(text, { start, end: text.length }, 'The file');
  if (document.kind === 'problem') return document;
  const root = document.document.contents;
  if (root === null || (isScalar(root) && root.value === null))
    return { kind: 'file', document, list: null, entries: [] };
  if (!isSeq(root)) {
    const message = 'The file is no list of results.';
    return { kind: 'problem', problem: { reason: 'no-map', message, line: 1, column: 1, offset: start } };
  }
  const entries = root.items.flatMap((item, index) => readEntry(document, item as Node, index) ?? []);
  return { kind: 'file', document, list: root, entries };
}

function readEntry(document: YamlDocument, item: Node, index: number): FiledEntry | undefined {
  const entry = resolved(document, item);
  const dataset = valueOf(document, entry, 'dataset');
  const source = valueOf(document, entry, 'source');
  const value = valueOf(document, entry, 'value');
  const text = (map: Node | null, key: string) => textOf(valueOf(document, map, key));
  const [id, taskId, number] = [text(dataset, 'id'), text(dataset, 'task_id'), textOf(value)];
  if (id === undefined || taskId === undefined || number === undefined || !value?.range || !item.range)
    return undefined;
  const [revision, date, url, name] = [
    text(dataset, 'revision'),
    text(entry, 'date'),
    text(source, 'url'),
    text(source, 'name'),
  ];
  const notes = text(entry, 'notes');
  const [start, end] = value.range;
  return {
    dataset: { id, taskId, ...(revision !== undefined && { revision }) },
    value: readValue(number),
    ...(date !== undefined && { date }),
    ...(url !== undefined && { source: { url, ...(name !== undefined && { name }) } }),
    ...(notes !== undefined && { notes }),
    index,
    line: document.lines.lineAt(document.offset + item.range[0]),
    valueRange: { start: document.offset + start, end: document.offset + end },
    verified: text(entry, 'verifyToken') !== undefined,
  };
}

function textOf(node: Node | null): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined;
  return typeof node.value === 'string' ? node.value : node.source;
}
