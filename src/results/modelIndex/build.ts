import { nameKey } from '../benchmarks';
import type { EvaluationResult } from '../evaluationResult';
import { distinctions } from '../distinctions';
import { otherArguments, withoutShots, withShots } from '../shots';
import type { Tree } from './tree';

type Args = NonNullable<EvaluationResult['dataset']['args']>;

/** Our results that become one result of model-index: alike in everything but their metrics and shots. */
interface Group {
  readonly config: string | undefined;
  readonly members: readonly [EvaluationResult, ...EvaluationResult[]];
}

/**
 * Builds the results of model-index. The Hub's Python tools keep one result per task, dataset, configuration, split
 * and revision, with the name, arguments and source of the first: ours that share these become one result whose metrics
 * carry their own name and arguments, and ours that differ in name or source get a configuration that tells them apart,
 * also from the `existing` ones.
 */
export function buildResults(
  results: readonly EvaluationResult[],
  existing: readonly EvaluationResult[],
): readonly Tree[] {
  return distinct(grouped(results), existing).map(resultTree);
}

function grouped(results: readonly EvaluationResult[]): readonly Group[] {
  const keyOf = (result: EvaluationResult) =>
    JSON.stringify([pythonKey(result, result.dataset.config), identityBeyondKey(result)]);
  return groupBy(results, keyOf).map((members) => ({ config: members[0].dataset.config, members }));
}

/** What the Hub's Python tools tell results by. */
function pythonKey(result: EvaluationResult, config: string | undefined): string {
  const { type, split, revision } = result.dataset;
  return JSON.stringify([result.task.type, type, config, split, revision]);
}

/** What those tools would drop from the second of two results with one key, shots and arguments aside. */
function identityBeyondKey(result: EvaluationResult): string {
  return JSON.stringify([nameKey(withoutShots(result.dataset.name)), result.source?.url, result.source?.name]);
}

/** What must be equal for two results with one key to lose nothing when they are made one. */
function sharedFacts(result: EvaluationResult): string {
  return JSON.stringify([
    identityBeyondKey(result),
    result.shots,
    Object.entries(otherArguments(result.dataset.args)).sort(),
  ]);
}

function distinct(groups: readonly Group[], existing: readonly EvaluationResult[]): readonly Group[] {
  const taken = new Map<string, string>();
  for (const result of existing) {
    const key = pythonKey(result, result.dataset.config);
    if (!taken.has(key)) taken.set(key, sharedFacts(result));
  }
  const isFree = (group: Group, config: string | undefined) => {
    const facing = taken.get(pythonKey(group.members[0], config));
    return facing === undefined || (facing !== '' && facing === factsOf(group));
  };
  const placed = (group: Group): Group => {
    const config = firstOf(configurations(group), (one) => isFree(group, one));
    taken.set(pythonKey(group.members[0], config), factsOf(group));
    return { ...group, config };
  };
  return groups.flatMap((group) => (isFree(group, group.config) ? [group] : byShots(group)).map(placed));
}

/** What all members of a group have in common beyond their key; empty where they differ. */
function factsOf({ members: [first, ...others] }: Group): string {
  const facts = sharedFacts(first);
  return others.every((member) => sharedFacts(member) === facts) ? facts : '';
}

/** A group whose configuration is taken is told apart by its shots, so each number of them needs one of its own. */
function byShots({ config, members }: Group): readonly Group[] {
  return groupBy(members, ({ shots }) => String(shots)).map((alike) => ({ config, members: alike }));
}

/** Items in lists of one key each, in the order of their first ones. */
function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly [Item, ...Item[]][] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}

function firstOf<Item>(items: Iterable<Item>, fits: (item: Item) => boolean): Item | undefined {
  for (const item of items) if (fits(item)) return item;
  return undefined;
}

/** The configurations a group may take: its own, or one that tells its shots, its name or its source. */
function* configurations({ config, members }: Group): Generator<string | undefined> {
  yield config;
  const telling = distinctions(members[0]);
  for (const text of telling) yield config === undefined ? text : `${config}-${text}`;
  const last = [config, telling.at(-1)].filter((text) => text !== undefined).join('-');
  for (let number = 2; ; number++) yield `${last}-${String(number)}`;
}

function resultTree({ config, members }: Group): Tree {
  const [first] = members;
  const shared = members.every((member) => setupOf(member) === setupOf(first));
  const { task, dataset, source } = first;
  return map([
    [
      'task',
      map([
        ['type', text(task.type)],
        ['name', text(task.name)],
      ]),
    ],
    [
      'dataset',
      map([
        ['name', text(shared ? withShots(dataset.name, first.shots) : withoutShots(dataset.name))],
        ['type', text(dataset.type)],
        ['config', text(config)],
        ['split', text(dataset.split)],
        ['revision', text(dataset.revision)],
        ['args', shared ? argsTree(setupArgs(first)) : undefined],
      ]),
    ],
    [
      'metrics',
      { kind: 'list', items: members.map((member) => (shared ? metricTree(member) : ownMetricTree(member))) },
    ],
    [
      'source',
      source &&
        map([
          ['url', text(source.url)],
          ['name', text(source.name)],
        ]),
    ],
  ]);
}

function metricTree({ metric }: EvaluationResult): Tree {
  return map([
    ['type', text(metric.type)],
    ['value', { kind: 'number', digits: metric.value.text }],
    ['name', text(metric.name)],
    ['args', argsTree(metric.args)],
  ]);
}

/** A metric that says itself how it was measured, since the others of its result were measured otherwise. */
function ownMetricTree(result: EvaluationResult): Tree {
  const { dataset, metric, shots } = result;
  const name = withShots(metric.name ?? withoutShots(dataset.name), shots);
  return metricTree({ ...result, metric: { ...metric, name, args: { ...setupArgs(result), ...metric.args } } });
}

function setupOf(result: EvaluationResult): string {
  return JSON.stringify(Object.entries(setupArgs(result)).sort());
}

function setupArgs({ dataset, shots }: EvaluationResult): Args {
  return shots === undefined ? { ...dataset.args } : { num_few_shot: shots, ...otherArguments(dataset.args) };
}

function argsTree(args: Args | undefined): Tree | undefined {
  const pairs = Object.entries(args ?? {}).map(([key, value]) => [key, argumentTree(value)] as const);
  return pairs.length === 0 ? undefined : { kind: 'map', pairs };
}

function argumentTree(value: string | number | boolean): Tree {
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  return typeof value === 'number' ? { kind: 'number', digits: String(value) } : { kind: 'text', text: value };
}

function text(value: string | undefined): Tree | undefined {
  return value === undefined || value === '' ? undefined : { kind: 'text', text: value };
}

/** A map without the keys that have no value: the Hub takes no null. */
function map(pairs: readonly (readonly [string, Tree | undefined])[]): Tree {
  return { kind: 'map', pairs: pairs.filter((pair): pair is readonly [string, Tree] => pair[1] !== undefined) };
}
