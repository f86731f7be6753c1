import { isCollection, isMap, isSeq, type Node, type YAMLMap } from 'yaml';
import { pairOf } from './document';
import { DEFAULT_STYLE, type YamlStyle } from './tree';

/** How the model-index of a front matter is indented, so that what is added looks the same. */
export function styleOf(source: string, root: YAMLMap): YamlStyle {
  const entry = lastUnder(root, 'model-index');
  const result = lastUnder(entry, 'results');
  const { dashWidth: _ofShortItems, ...metrics } = styleUnder(source, result, 'metrics');
  return {
    ...DEFAULT_STYLE,
    ...styleUnder(source, root, 'model-index'),
    ...styleUnder(source, entry, 'results'),
    ...styleUnder(source, result, 'task'),
    ...styleUnder(source, result, 'dataset'),
    ...metrics,
  };
}

/** What stands in block style under a key of a map: the last item of a list, or the map. */
function lastUnder(map: unknown, key: string): unknown {
  const value = isMap(map) && !map.flow ? pairOf(map, key)?.value : undefined;
  return isSeq(value) && !value.flow ? value.items.at(-1) : value;
}

/** How the list or the map under a key is indented. */
function styleUnder(source: string, map: unknown, key: string): Partial<YamlStyle> {
  const pair = isMap(map) && !map.flow ? pairOf(map, key) : undefined;
  const [keyStart, value] = [startOf(pair?.key), pair?.value];
  if (keyStart === undefined || !isCollection(value) || value.flow || !value.range) return {};
  const column = (position: number) => position - (source.lastIndexOf('\n', position - 1) + 1);
  const start = column(value.range[0]);
  const offset = start - column(keyStart);
  if (isMap(value)) return offset > 0 ? { mapOffset: offset } : {};
  const last = value.items.at(-1);
  const content = isMap(last) && !last.flow ? startOf(last.items[0]?.key) : undefined;
  const dashWidth = content === undefined ? 0 : column(content) - start;
  return { listOffset: Math.max(0, offset), ...(dashWidth >= 2 && { dashWidth }) };
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
