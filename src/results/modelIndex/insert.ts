import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { TextEdit, TextRange } from '../../card/text';
import { type MetadataDocument, pairOf, type YamlDocument } from './document';
import { styleOf } from './style';
import { blockLines, DEFAULT_STYLE, flowText, type Tree, type YamlStyle } from './tree';

/** Where results go: an entry of model-index that exists, or a new one of this name. */
export type InsertTarget =
  { readonly kind: 'entry'; readonly index: number } | { readonly kind: 'new'; readonly name: string };

/** A card's text with the place of its YAML, and the line break that is used there. */
export interface InsertText {
  readonly text: string;
  readonly yaml: TextRange;
  readonly lineBreak: string;
}

/** An entry of model-index with these results. */
export function entryTree(name: string, results: readonly Tree[]): Tree {
  return {
    kind: 'map',
    pairs: [
      ['name', { kind: 'text', text: name }],
      ['results', { kind: 'list', items: results }],
    ],
  };
}

/** The whole of model-index with one entry. */
export function indexTree(name: string, results: readonly Tree[]): Tree {
  return { kind: 'map', pairs: [['model-index', { kind: 'list', items: [entryTree(name, results)] }]] };
}

/** Why no edit of ours fits a front matter, and where in its YAML. */
export interface NotEditable {
  readonly message: string;
  readonly at: number;
}

/** The edits that add results to a parsed front matter, unless it is written in a way that no edit of ours fits. */
export function insertResults(
  place: InsertText,
  metadata: MetadataDocument,
  results: readonly Tree[],
  target: InsertTarget,
): readonly TextEdit[] | NotEditable {
  return new Inserter(place, metadata).insert(results, target);
}

/**
 * The edits that add items to a list that is the whole of a document, or to a document that holds nothing (`list` is
 * null); null where no edit of ours fits.
 */
export function appendItems(
  place: InsertText,
  document: YamlDocument,
  list: YAMLSeq | null,
  items: readonly Tree[],
  style: YamlStyle,
): readonly TextEdit[] | null {
  if (list?.items.length === 0) return null;
  return new Inserter(place, { ...document, root: null }, style).append(list, items);
}

class Inserter {
  readonly #place: InsertText;
  readonly #metadata: MetadataDocument;
  readonly #style: YamlStyle;

  constructor(
    place: InsertText,
    metadata: MetadataDocument,
    style = metadata.root ? styleOf(metadata.source, metadata.root) : DEFAULT_STYLE,
  ) {
    this.#place = place;
    this.#metadata = metadata;
    this.#style = style;
  }

  insert(results: readonly Tree[], target: InsertTarget): readonly TextEdit[] | NotEditable {
    const { root } = this.#metadata;
    const name = target.kind === 'new' ? target.name : '';
    if (root === null) return this.#lines(this.#place.yaml.end, 0, indexTree(name, results));
    if (target.kind === 'entry') return this.#intoEntry(root, results, target.index);
    const pair = pairOf(root, 'model-index');
    const list: Tree = { kind: 'list', items: [entryTree(name, results)] };
    return pair ? this.#fill(root, pair, list) : this.#addPair(root, 'model-index', list);
  }

  #intoEntry(root: YAMLMap, results: readonly Tree[], index: number): readonly TextEdit[] | NotEditable {
    const entries = pairOf(root, 'model-index')?.value;
    if (!isSeq(entries)) return notEditable('model-index', entries, 'list');
    const entry = entries.items[index];
    if (!isMap(entry)) return notEditable(`entry ${String(index + 1)} of model-index`, entry, 'map');
    const pair = pairOf(entry, 'results');
    const list: Tree = { kind: 'list', items: results };
    if (!pair) return this.#addPair(entry, 'results', list);
    return isSeq(pair.value) && pair.value.items.length > 0
      ? this.append(pair.value, results)
      : this.#fill(entry, pair, list);
  }

  /** Adds items behind the last one of a list, or at the end of a document that has none. */
  append(list: YAMLSeq | null, items: readonly Tree[]): readonly TextEdit[] {
    if (list === null) return this.#lines(this.#place.yaml.end, 0, { kind: 'list', items });
    if (list.flow) return [this.#at(contentEnd(list.items.at(-1)), `, ${items.map(flowText).join(', ')}`)];
    const column = this.#column(list);
    return this.#lines(this.#offset(contentEnd(list)), column, { kind: 'list', items });
  }

  /** Adds a key with a list behind the last pair of a map. */
  #addPair(map: YAMLMap, key: string, list: Tree): readonly TextEdit[] {
    const tree: Tree = { kind: 'map', pairs: [[key, list]] };
    if (!map.flow) return this.#lines(this.#offset(contentEnd(map)), this.#column(map), tree);
    const text = flowText(tree).slice(1, -1);
    if (map.items.length === 0) return [this.#at((map.range?.[0] ?? 0) + 1, text)];
    return [this.#at(contentEnd(map.items.at(-1)), `, ${text}`)];
  }

  /** Gives a key that has no value, or an empty list, this list. */
  #fill(map: YAMLMap, pair: Pair, list: Tree): readonly TextEdit[] | NotEditable {
    const { key, value } = pair as Pair<Scalar<string>, Node | null>;
    const isEmpty =
      value === null || (isScalar(value) && value.value === null) || (isSeq(value) && value.items.length === 0);
    if (!isEmpty || !key.range) return notEditable(key.value, value, 'list');
    const written = value?.range && value.range[0] < value.range[1] ? value.range : null;
    const source = written ? this.#metadata.source.slice(written[0], written[1]) : '';
    if (map.flow || /[^\s[\]~a-z]/i.test(source)) {
      if (!written) return notEditable(key.value, key, 'list');
      const text = flowText(list);
      if (isSeq(value)) return [this.#at(written[0] + 1, text.slice(1, -1))];
      return [{ ...this.#at(written[0], text), end: this.#offset(written[1]) }];
    }

    const column = this.#column(key) + this.#style.listOffset;
    if (!written) return this.#lines(this.#offset(key.range[1]), column, list);
    const { text, lineBreak } = this.#place;
    const [start, end] = [this.#offset(key.range[1]), this.#offset(written[1])];
    const colon = text.indexOf(':', start) + 1;
    const lineEnd = this.#lineEnd(end);
    const added = lineBreak + blockLines(list, column, this.#style).join(lineBreak);
    // An anchor or a tag between the colon and the value stays, and so does a comment behind it.
    const from = text.slice(colon, this.#offset(written[0])).trim() === '' ? colon : this.#offset(written[0]);
    if (text.slice(end, lineEnd).trim() === '') return [{ start: from, end: lineEnd, text: added }];
    return [
      { start: from, end, text: '' },
      { start: lineEnd, end: lineEnd, text: added },
    ];
  }

  /** Puts a tree below the line that holds `position` and the comments that belong to it, or there where a line begins. */
  #lines(position: number, column: number, tree: Tree): readonly TextEdit[] {
    const { text, yaml, lineBreak } = this.#place;
    const at = Math.min(position, yaml.end);
    const lines = blockLines(tree, column, this.#style);
    const block = lines.join(lineBreak);
    // The Hub may read `\r\n` between two `---` lines as two line breaks with nothing between them.
    if (yaml.start === yaml.end && text.startsWith('\r\n', yaml.start - 1)) {
      return [{ start: at, end: at, text: `\n${lines.join('\r\n')}\r` }];
    }
    const startsLine = at === yaml.start || text.charAt(at - 1) === '\n' || text.charAt(at - 1) === '\r';
    if (startsLine) return [{ start: at, end: at, text: at === yaml.end ? block : block + lineBreak }];
    const end = this.#commentsEnd(this.#lineEnd(at), column);
    return [{ start: end, end, text: lineBreak + block }];
  }

  /** The end of the comment lines right below that are indented deeper than `column`. */
  #commentsEnd(lineEnd: number, column: number): number {
    const comments = /(?:\r\n|\r|\n)( *)#[^\r\n]*/y;
    const upToEnd = this.#place.text.slice(0, this.#place.yaml.end);
    let end = lineEnd;
    for (;;) {
      comments.lastIndex = end;
      const indent = comments.exec(upToEnd)?.[1];
      if (indent === undefined || indent.length <= column) return end;
      end = comments.lastIndex;
    }
  }

  #lineEnd(position: number): number {
    const { text, yaml } = this.#place;
    let end = position;
    while (end < yaml.end && text.charAt(end) !== '\n' && text.charAt(end) !== '\r') end++;
    return end;
  }

  #at(position: number, text: string): TextEdit {
    const offset = this.#offset(position);
    return { start: offset, end: offset, text };
  }

  /** From a position in the YAML to one in the card. */
  #offset(position: number): number {
    return this.#metadata.offset + position;
  }

  #column(node: unknown): number {
    const start = (node as Node | undefined)?.range?.[0] ?? 0;
    return start - (this.#metadata.source.lastIndexOf('\n', start - 1) + 1);
  }
}

/** Where what a node holds ends: comments and blank lines that follow it are not part of it. */
function contentEnd(node: unknown): number {
  if (isCollection(node) && !node.flow) return contentEnd(node.items.at(-1));
  if (isPair(node)) {
    const value = node.value as Node | null;
    const range = value?.range;
    return range && range[0] < range[1] ? contentEnd(value) : ((node.key as Node).range?.[1] ?? 0);
  }
  return (node as Node | undefined)?.range?.[1] ?? 0;
}

function notEditable(what: string, node: unknown, wanted: 'list' | 'map'): NotEditable {
  const at = (node as Node | null | undefined)?.range?.[0] ?? 0;
  if (isAlias(node) || !isNode(node)) {
    const message = `Nothing can be added to ${what}, as it repeats what stands elsewhere; copy the YAML and add it by hand.`;
    return { message, at };
  }
  const message = `Nothing can be added to ${what}, as it is no ${wanted}; make it one first.`;
  return { message, at };
}
