import { isMap, isSeq, type Node, type YAMLMap } from 'yaml';
import { pairOf } from './document';
import { DEFAULT_STYLE, type YamlStyle } from './tree';

/** How the model-index of a front matter is indented, so that what is added looks the same. */
export function styleOf(source: string, root: YAMLMap): YamlStyle {
  const column = (position: number) => position - (source.lastIndexOf('\n', position - 1) + 1);
  let style = DEFAULT_STYLE;

  /** Takes the style of what stands under a key, and returns the last item of the list or the map there. */
  const learn = (map: unknown, key: string): unknown => {
    const pair = isMap(map) && !map.flow ? pairOf(map, key) : undefined;
    const keyStart = (pair?.key as Node | undefined)?.range?.[0];
    const value = pair?.value;
    if (keyStart === undefined) return null;
    if (isSeq(value) && !value.flow && value.range) {
      const last = value.items.at(-1);
      const dash = column(value.range[0]);
      const listOffset = Math.max(0, dash - column(keyStart));
      const content = isMap(last) && !last.flow ? (last.items[0]?.key as Node | undefined)?.range?.[0] : undefined;
      const dashWidth = content === undefined ? 0 : column(content) - dash;
      style = { ...style, listOffset, ...(dashWidth >= 2 && key !== 'metrics' && { dashWidth }) };
      return last;
    }
    if (isMap(value) && !value.flow && value.range) {
      const mapOffset = column(value.range[0]) - column(keyStart);
      if (mapOffset > 0) style = { ...style, mapOffset };
    }
    return value;
  };

  const result = learn(learn(root, 'model-index'), 'results');
  learn(result, 'task');
  learn(result, 'dataset');
  learn(result, 'metrics');
  return style;
}
