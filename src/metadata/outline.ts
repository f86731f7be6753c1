import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { TextRange } from '../card/text';
import { type MetadataDocument, resolved, valueOf } from '../results/modelIndex/document';
import { scalarText } from './yamlPath';

/** A part of model-index: a model, one of its results, or a metric of it. */
export interface OutlineItem extends TextRange {
  readonly kind: 'model' | 'result' | 'metric';
  readonly name: string;
  readonly detail: string;
  readonly children: readonly OutlineItem[];
}

/** The models of model-index with their results and metrics. */
export function outlineOf(metadata: MetadataDocument): readonly OutlineItem[] {
  const text = (node: unknown, ...keys: readonly string[]) => textAt(metadata, node, keys);
  const items = (node: unknown, key: string, read: (item: unknown) => OutlineItem) => {
    const list = valueOf(metadata, resolved(metadata, node), key);
    return isSeq(list) ? list.items.map(read) : [];
  };
  const metric = (node: unknown): OutlineItem => ({
    ...rangeOf(metadata, node),
    kind: 'metric',
    name: text(node, 'name') || text(node, 'type') || 'metric',
    detail: text(node, 'value'),
    children: [],
  });
  const result = (node: unknown): OutlineItem => ({
    ...rangeOf(metadata, node),
    kind: 'result',
    name: text(node, 'dataset', 'name') || text(node, 'dataset', 'type') || 'result',
    detail: text(node, 'task', 'name') || text(node, 'task', 'type'),
    children: items(node, 'metrics', metric),
  });
  return items(metadata.root, 'model-index', (node) => ({
    ...rangeOf(metadata, node),
    kind: 'model',
    name: text(node, 'name') || 'model-index',
    detail: '',
    children: items(node, 'results', result),
  }));
}

/** The ranges of the top-level keys with their values. */
export function topLevelRanges(metadata: MetadataDocument): readonly TextRange[] {
  return (metadata.root?.items ?? []).map(({ key, value }) => ({
    start: rangeOf(metadata, key).start,
    end: rangeOf(metadata, value ?? key).end,
  }));
}

function textAt(metadata: MetadataDocument, node: unknown, keys: readonly string[]): string {
  return scalarText(keys.reduce<Node | null>((map, key) => valueOf(metadata, map, key), resolved(metadata, node)));
}

/** Where a node stands in the card, without the line breaks behind it. */
function rangeOf({ offset, source }: MetadataDocument, node: unknown): TextRange {
  const [start, end] = (isMap(node) || isSeq(node) || isScalar(node) ? node.range : null) ?? [0, 0];
  return { start: offset + start, end: offset + start + source.slice(start, end).trimEnd().length };
}
