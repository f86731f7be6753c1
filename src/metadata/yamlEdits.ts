import { isMap, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import type { TextEdit } from '../card/text';
import { textScalar } from '../results/modelIndex/scalar';
import { flowText } from '../results/modelIndex/tree';
import type { Path } from './path';
import type { YamlView } from './yamlView';

/** Writes other YAML in the place of a value; `yaml` stands on one line. */
export function replaceValue(view: YamlView, path: Path, yaml: string): readonly TextEdit[] {
  const node = view.nodeAt(path);
  if (!node?.range) return [];
  const { start, end } = view.rangeOf(node);
  return [{ start, end, text: (view.slice(start - 1, start) === ':' ? ' ' : '') + yaml }];
}

/** Writes a text in the place of a value, in quotes where it needs them. */
export function replaceText(view: YamlView, path: Path, text: string): readonly TextEdit[] {
  return replaceValue(view, path, textScalar(text, isInFlow(view, path) ? 'flow' : 'block'));
}

/** Puts a value that is written without quotes on one line into quotes, as it is written. */
export function quote(view: YamlView, path: Path): readonly TextEdit[] {
  const { start, end } = view.valueRange(path);
  if (view.slice(start, end).includes("'")) return replaceText(view, path, view.slice(start, end));
  return [
    { start, end: start, text: "'" },
    { start: end, end, text: "'" },
  ];
}

/** Makes a list of a single value; a text with commas is taken for several. Empty where its form allows no small edit. */
export function wrapInList(view: YamlView, path: Path): readonly TextEdit[] {
  const node = view.nodeAt(path);
  if (!node?.range) return [];
  if (isMap(node) && !node.flow) return dashBefore(view, node);
  const { start, end } = view.rangeOf(node);
  const source = view.slice(start, end);
  if (/[\r\n]/.test(source)) return [];
  if (isScalar(node) && node.type === 'PLAIN' && typeof node.value === 'string') {
    const items = node.value.split(',').map((text) => text.trim());
    const tree = items.filter((text) => text !== '').map((text) => ({ kind: 'text', text }) as const);
    return replaceValue(view, path, flowText({ kind: 'list', items: tree }));
  }
  return [
    { start, end: start, text: '[' },
    { start: end, end, text: ']' },
  ];
}

/** Adds a key at the beginning of a map, or right behind another key of it. `yaml` stands on one line. */
export function addKey(view: YamlView, mapPath: Path, key: string, yaml: string, behind?: string): readonly TextEdit[] {
  const map = view.resolvedAt(mapPath);
  if (!isMap(map) || !map.range) return [];
  const first = map.items[0]?.key as Node | undefined;
  const pair = `${key}: ${yaml}`;
  if (map.flow) {
    const start = view.rangeOf(map).start + 1;
    return [{ start, end: start, text: first ? `${pair}, ` : pair }];
  }
  if (!first) return [];
  const indent = ' '.repeat(columnOf(view, first));
  if (behind !== undefined) {
    const end = lineEnd(view, view.valueRange([...mapPath, behind]).end);
    return [{ start: end, end, text: `${view.lineBreak}${indent}${pair}` }];
  }
  const { start } = view.rangeOf(first);
  return [{ start, end: start, text: `${pair}${view.lineBreak}${indent}` }];
}

/** Takes a key with its value out of a block map, or an item out of a list; empty where nothing else would be left. */
export function remove(view: YamlView, path: Path): readonly TextEdit[] {
  const parent = view.resolvedAt(path.slice(0, -1));
  if ((!isMap(parent) && !isSeq(parent)) || parent.items.length < 2) return [];
  const starts = startsOf(parent);
  const index = isMap(parent) ? parent.items.findIndex(({ key }) => keyText(key) === path.at(-1)) : Number(path.at(-1));
  const start = starts[index];
  if (start === undefined) return [];
  const next = starts[index + 1];
  const { offset } = view.yaml;
  if (parent.flow) {
    const previousEnd = endOf(parent, index - 1);
    if (next !== undefined) return [{ start: offset + start, end: offset + next, text: '' }];
    return previousEnd === undefined
      ? []
      : [{ start: offset + previousEnd, end: offset + (endOf(parent, index) ?? 0), text: '' }];
  }
  return blockRemoval(view, parent, index, start, next);
}

function blockRemoval(
  view: YamlView,
  parent: YAMLMap | YAMLSeq,
  index: number,
  start: number,
  next: number | undefined,
): readonly TextEdit[] {
  const { offset, source } = view.yaml;
  // The first key of an item stands behind its dash: then what follows moves up to the dash.
  if (
    isMap(parent) &&
    index === 0 &&
    next !== undefined &&
    source.slice(lineStart(source, start), start).trim() !== ''
  ) {
    return [{ start: offset + start, end: offset + next, text: '' }];
  }
  const from = lineStart(source, start);
  if (isSeq(parent) && !/^\s*-\s+$/.test(source.slice(from, start))) return [];
  const last = endOf(parent, index) ?? start;
  const to = source.indexOf('\n', Math.max(from, source[last - 1] === '\n' ? last - 1 : last)) + 1;
  // The line break behind the last line of the document is not its own: then the one before goes.
  if (to >= source.length) {
    const breakLength = source[from - 2] === '\r' ? 2 : 1;
    return [{ start: offset + Math.max(0, from - breakLength), end: offset + source.length - 1, text: '' }];
  }
  return [{ start: offset + from, end: offset + to, text: '' }];
}

function dashBefore(view: YamlView, map: YAMLMap): readonly TextEdit[] {
  return startsOf(map)
    .flatMap((start, index) => {
      const { offset, source } = view.yaml;
      const at = offset + start;
      if (index === 0) return [{ start: at, end: at, text: '- ' }];
      const from = lineStart(source, start);
      return [{ start: offset + from, end: offset + from, text: '  ' }];
    })
    .concat(innerLines(view, map));
}

/** The lines of a block map that begin no key of its own: they move to the right with it. */
function innerLines(view: YamlView, map: YAMLMap): readonly TextEdit[] {
  const { offset, source } = view.yaml;
  const { start, end } = view.rangeOf(map);
  const own = new Set(startsOf(map).map((position) => lineStart(source, position)));
  const edits: TextEdit[] = [];
  for (
    let at = source.indexOf('\n', start - offset) + 1;
    at > 0 && at < end - offset;
    at = source.indexOf('\n', at) + 1
  ) {
    if (!own.has(at) && source[at] !== '\n' && source[at] !== '\r')
      edits.push({ start: offset + at, end: offset + at, text: '  ' });
  }
  return edits;
}

/** Where each key or item begins; the dash of an item counts. */
function startsOf(parent: YAMLMap | YAMLSeq): readonly number[] {
  return parent.items.map((item) => (isMap(parent) ? nodeStart((item as { key: unknown }).key) : nodeStart(item)));
}

function endOf(parent: YAMLMap | YAMLSeq, index: number): number | undefined {
  const item = parent.items[index];
  if (item === undefined) return undefined;
  const pair = isMap(parent) ? (item as { key: Node; value: Node | null }) : null;
  const range = (pair ? (pair.value ?? pair.key) : (item as Node)).range;
  return range?.[1];
}

function nodeStart(node: unknown): number {
  return (node as Node).range?.[0] ?? 0;
}

function keyText(key: unknown): unknown {
  return isScalar(key) ? key.value : undefined;
}

function lineStart(source: string, position: number): number {
  return source.lastIndexOf('\n', position - 1) + 1;
}

function lineEnd({ yaml: { source, offset } }: YamlView, position: number): number {
  const end = source.slice(position - offset).search(/\r?\n/);
  return end < 0 ? position : position + end;
}

function columnOf(view: YamlView, node: Node): number {
  const start = nodeStart(node);
  return start - lineStart(view.yaml.source, start);
}

function isInFlow(view: YamlView, path: Path): boolean {
  return path.some((_, depth) => {
    const node = view.resolvedAt(path.slice(0, depth));
    return (isMap(node) || isSeq(node)) && node.flow === true;
  });
}
