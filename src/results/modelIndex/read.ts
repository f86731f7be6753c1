import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import type { TextRange } from '../../card/text';
import type { EvaluationResult } from '../evaluationResult';
import { filled } from '../filled';
import { readValue } from '../measuredValue';
import { argumentShots, statedShots } from '../shots';
import type { CardMetadata, IndexedMetric, ModelIndexEntry } from '../types';
import { type MetadataDocument, pairOf, resolved, valueOf } from './document';

type Args = Readonly<Record<string, string | number | boolean>>;

/** Reads what the other parts need from a parsed front matter, as plain data. */
export function readMetadata(metadata: MetadataDocument): CardMetadata {
  const { root } = metadata;
  if (root === null) return { keys: [], entries: [] };
  const pipelineTag = textOf(valueOf(metadata, root, 'pipeline_tag'));
  return {
    keys: root.items.map((pair) => textOf(pair.key as Node) ?? '').filter((key) => key !== ''),
    ...(pipelineTag !== undefined && { pipelineTag }),
    entries: readEntries(metadata, root),
  };
}

function readEntries(metadata: MetadataDocument, root: YAMLMap): readonly ModelIndexEntry[] {
  const index = valueOf(metadata, root, 'model-index');
  if (!isSeq(index)) return [];
  return index.items.map((item, entry) => {
    const results = valueOf(metadata, resolved(metadata, item), 'results');
    return {
      name: textOf(valueOf(metadata, resolved(metadata, item), 'name')) ?? null,
      range: rangeOf(metadata, item as Node),
      metrics: isSeq(results) ? results.items.flatMap((result, at) => readResult(metadata, result, entry, at)) : [],
    };
  });
}

function readResult(metadata: MetadataDocument, item: unknown, entry: number, at: number): readonly IndexedMetric[] {
  const result = resolved(metadata, item);
  const metrics = valueOf(metadata, result, 'metrics');
  if (!isSeq(metrics)) return [];
  const shared = readShared(metadata, result);
  return metrics.items.flatMap((metricItem, index) => {
    const metric = resolved(metadata, metricItem);
    const value = valueNode(metadata, metric);
    if (value === null) return [];
    const range = rangeOf(metadata, metricItem as Node);
    return {
      result: { ...shared, ...readMetric(metadata, metric, value, shared) },
      entry,
      position: [at, index] as const,
      range,
      valueRange: trimmedRange(metadata, value),
      line: metadata.lines.lineAt(range.start),
      verified: textOf(valueOf(metadata, metric, 'verified')) === 'true',
    };
  });
}

/** What all metrics of one result share: its task, dataset and source. */
function readShared(metadata: MetadataDocument, result: Node | null): Omit<EvaluationResult, 'metric'> {
  const task = valueOf(metadata, result, 'task');
  const dataset = valueOf(metadata, result, 'dataset');
  const source = valueOf(metadata, result, 'source');
  const text = (map: Node | null, key: string) => textOf(valueOf(metadata, map, key));
  const [taskName, url, sourceName] = [text(task, 'name'), text(source, 'url'), text(source, 'name')];
  const type = text(dataset, 'type') ?? '';
  const argsNode = valueOf(metadata, dataset, 'args');
  const args = readArgs(metadata, argsNode);
  const name = text(dataset, 'name') ?? type;
  const shots = argumentShots(args) ?? statedShots(textOf(argsNode) ?? '') ?? statedShots(name);
  return {
    task: { type: text(task, 'type') ?? '', ...(taskName !== undefined && { name: taskName }) },
    dataset: {
      type,
      name,
      ...filled({
        config: text(dataset, 'config'),
        split: text(dataset, 'split'),
        revision: text(dataset, 'revision'),
      }),
      ...(args && { args }),
    },
    ...(shots !== undefined && { shots }),
    ...(url !== undefined && { source: { url, ...filled({ name: sourceName }) } }),
  };
}

function readMetric(
  metadata: MetadataDocument,
  metric: Node | null,
  value: Node,
  shared: Omit<EvaluationResult, 'metric'>,
): Pick<EvaluationResult, 'metric' | 'shots'> {
  const name = textOf(valueOf(metadata, metric, 'name'));
  const args = readArgs(metadata, valueOf(metadata, metric, 'args'));
  const shots = argumentShots(args) ?? statedShots(name ?? '') ?? shared.shots;
  return {
    metric: {
      type: textOf(valueOf(metadata, metric, 'type')) ?? '',
      ...filled({ name }),
      value: readValue(textOf(resolved(metadata, value)) ?? ''),
      ...(args && { args }),
    },
    ...(shots !== undefined && { shots }),
  };
}

function readArgs(metadata: MetadataDocument, node: Node | null): Args | undefined {
  if (!isMap(node)) return undefined;
  const args: Record<string, string | number | boolean> = {};
  for (const pair of node.items) {
    const value = resolved(metadata, pair.value);
    if (!isScalar(pair.key) || !isScalar(value)) continue;
    const plain = value.value;
    if (typeof plain === 'string' || typeof plain === 'number' || typeof plain === 'boolean') {
      args[String(pair.key.value)] = plain;
    }
  }
  return args;
}

/** The value's own node: an alias stays one, so that an edit replaces the alias and not what it stands for. */
function valueNode(metadata: MetadataDocument, metric: Node | null): Node | null {
  const own = isMap(metric) ? pairOf(metric, 'value')?.value : null;
  return (own as Node | null | undefined) ?? valueOf(metadata, metric, 'value');
}

/** A scalar's text as written (digits, dates and versions keep their form); undefined for anything else and for null. */
function textOf(node: Node | null): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined;
  return typeof node.value === 'string' ? node.value : node.source;
}

function rangeOf(metadata: MetadataDocument, node: Node | null): TextRange {
  const [start, end] = node?.range ?? [0, 0];
  return { start: metadata.offset + start, end: metadata.offset + end };
}

/** A block scalar's range ends with its line break, which is not part of what an edit replaces. */
function trimmedRange(metadata: MetadataDocument, node: Node): TextRange {
  const { start, end } = rangeOf(metadata, node);
  const text = metadata.source.slice(start - metadata.offset, end - metadata.offset);
  return { start, end: start + text.trimEnd().length };
}
