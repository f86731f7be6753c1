import { yamlNumber } from '../measuredValue';
import { numberScalar, type ScalarPlace, textScalar } from './scalar';

/** YAML that is to be written: texts, numbers with their digits, truth values, lists, and maps in the order of their keys. */
export type Tree =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly digits: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'list'; readonly items: readonly Tree[] }
  | { readonly kind: 'map'; readonly pairs: readonly (readonly [key: string, value: Tree])[] };

/** How block YAML is indented, in columns. */
export interface YamlStyle {
  /** From a key to the dash of the list below it. */
  readonly listOffset: number;
  /** From a dash to what stands behind it. */
  readonly dashWidth: number;
  /** From a key to the keys of the map below it. */
  readonly mapOffset: number;
}

/** What the Hub's own tools write. */
export const DEFAULT_STYLE: YamlStyle = { listOffset: 0, dashWidth: 2, mapOffset: 2 };

/** The lines of a tree in block style, each indented from `column` on. */
export function blockLines(tree: Tree, column: number, style: YamlStyle): readonly string[] {
  if (tree.kind === 'list') return tree.items.flatMap((item) => itemLines(item, column, style));
  if (tree.kind !== 'map') return [indent(column) + scalar(tree, 'block')];
  return tree.pairs.flatMap(([key, value]) => {
    const start = `${indent(column)}${textScalar(key)}:`;
    if (value.kind === 'list') return [start, ...blockLines(value, column + style.listOffset, style)];
    if (value.kind === 'map') return [start, ...blockLines(value, column + style.mapOffset, style)];
    return [`${start} ${scalar(value, 'block')}`];
  });
}

function itemLines(item: Tree, column: number, style: YamlStyle): readonly string[] {
  const [first = '', ...rest] = blockLines(item, column + style.dashWidth, style);
  return [`${indent(column)}-${first.slice(column + 1)}`, ...rest];
}

/** A tree in flow style, on one line. */
export function flowText(tree: Tree): string {
  if (tree.kind === 'list') return `[${tree.items.map(flowText).join(', ')}]`;
  if (tree.kind !== 'map') return scalar(tree, 'flow');
  return `{${tree.pairs.map(([key, value]) => `${textScalar(key, 'flow')}: ${flowText(value)}`).join(', ')}}`;
}

/** What a YAML reader must read where the tree was written. */
export function plainValue(tree: Tree): unknown {
  if (tree.kind === 'list') return tree.items.map(plainValue);
  if (tree.kind === 'map') return Object.fromEntries(tree.pairs.map(([key, value]) => [key, plainValue(value)]));
  if (tree.kind === 'boolean') return tree.value;
  if (tree.kind === 'text') return plainText(tree.text);
  const number = yamlNumber(tree.digits);
  return number === null ? plainText(tree.digits) : Number(number);
}

function plainText(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

function scalar(tree: Exclude<Tree, { readonly kind: 'list' | 'map' }>, place: ScalarPlace): string {
  if (tree.kind === 'boolean') return String(tree.value);
  return tree.kind === 'text' ? textScalar(tree.text, place) : numberScalar(tree.digits);
}

function indent(columns: number): string {
  return ' '.repeat(columns);
}
