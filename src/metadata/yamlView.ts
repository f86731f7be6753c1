import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from 'yaml';
import { dominantLineBreak, type TextRange } from '../card/text';
import { pairOf, resolved, valueOf, type YamlDocument } from '../results/modelIndex/document';
import type { Path } from './path';

/** A YAML document as rules look at it: plain values, each of whose places in the file can be asked for. */
export class YamlView {
  readonly yaml: YamlDocument;
  /** What the document says, as plain values; aliases and merge keys are resolved. */
  readonly data: unknown;
  readonly lineBreak: string;

  constructor(yaml: YamlDocument) {
    this.yaml = yaml;
    this.data = yaml.document.toJS({ maxAliasCount: -1 });
    this.lineBreak = dominantLineBreak(yaml.source.slice(0, -1)) ?? '\n';
  }

  /** The node of a value, an alias as such; null where there is none. */
  nodeAt(path: Path): Node | null {
    const [step, parent] = [path.at(-1), path.length > 0 ? this.resolvedAt(path.slice(0, -1)) : null];
    if (step === undefined) return this.yaml.document.contents;
    if (isSeq(parent)) return (parent.items[Number(step)] as Node | undefined) ?? null;
    if (!isMap(parent)) return null;
    const own = pairOf(parent, String(step));
    return own ? (own.value as Node | null) : valueOf(this.yaml, parent, String(step));
  }

  /** The node of a value, or what it is an alias of. */
  resolvedAt(path: Path): Node | null {
    let node = resolved(this.yaml, this.yaml.document.contents);
    for (const step of path) {
      node = isSeq(node) ? resolved(this.yaml, node.items[Number(step)]) : valueOf(this.yaml, node, String(step));
    }
    return node;
  }

  /** The pair of a key; undefined where the path leads to an item, or the key comes by a merge key. */
  pairAt(path: Path): Pair | undefined {
    const parent = path.length > 0 ? this.resolvedAt(path.slice(0, -1)) : null;
    return isMap(parent) ? pairOf(parent, String(path.at(-1))) : undefined;
  }

  /** A value that is written without quotes on one line; undefined for any other. */
  plainScalarAt(path: Path): Scalar | undefined {
    const node = this.nodeAt(path);
    return isScalar(node) && node.type === 'PLAIN' ? node : undefined;
  }

  /** Where a value stands; where there is none, its key, else the nearest thing above it. */
  valueRange(path: Path): TextRange {
    const node = this.nodeAt(path);
    const range = node ? this.rangeOf(node) : null;
    return range && range.start < range.end ? range : this.keyRange(path);
  }

  /** Where the key of a value stands; for an item of a list its first key, or all of it. */
  keyRange(path: Path): TextRange {
    if (path.length === 0) return this.firstKeyRange([]);
    const key = this.pairAt(path)?.key as Node | undefined;
    if (key) return this.rangeOf(key);
    return typeof path.at(-1) === 'number' ? this.firstKeyRange(path) : this.keyRange(path.slice(0, -1));
  }

  /** A value as it is written. */
  sourceOf(path: Path): string {
    const { start, end } = this.valueRange(path);
    return this.slice(start, end);
  }

  /** A part of the document's text, by offsets in the file. */
  slice(start: number, end: number): string {
    return this.yaml.source.slice(start - this.yaml.offset, end - this.yaml.offset);
  }

  /** Where a node stands in the file; the line break behind a block scalar is no part of it. */
  rangeOf(node: Node): TextRange {
    const [start, end] = node.range ?? [0, 0];
    const { offset, source } = this.yaml;
    return { start: offset + start, end: offset + start + source.slice(start, end).trimEnd().length };
  }

  private firstKeyRange(path: Path): TextRange {
    const node = this.nodeAt(path);
    const first = isMap(node) ? (node.items[0]?.key as Node | undefined) : undefined;
    if (first) return this.rangeOf(first);
    const range = node ? this.rangeOf(node) : { start: this.yaml.offset, end: this.yaml.offset };
    const lineEnd = this.slice(range.start, range.end).search(/[\r\n]/);
    return isAlias(node) || lineEnd < 0 ? range : { start: range.start, end: range.start + lineEnd };
  }
}
