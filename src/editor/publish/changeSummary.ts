import { bodyStart, locateFrontMatter } from '../../card/frontMatter';
import type { Core } from '../cardCore';
import { count } from '../../plural';

/** A title and a description for a change, for a person to go on from. */
export interface ChangeSummary {
  readonly title: string;
  readonly description: string;
}

const MOST_NAMES = 3;

/** Says what a change of a card does: results added and changed, keys of the front matter, sections of the text. */
export function changeSummary(before: string, after: string, core: Core): ChangeSummary {
  const results = resultChange(before, after, core);
  const keys = changedParts(keysOf(before), keysOf(after)).filter((key) => key !== 'model-index');
  const sections = changedParts(sectionsOf(before), sectionsOf(after));
  const parts = [
    ...(results === '' ? [] : [results]),
    ...(keys.length > 0 ? [`update ${names(keys)} in the metadata`] : []),
    ...(sections.length > 0 ? [`edit ${names(sections.map((title) => `"${title}"`))}`] : []),
  ];
  const [first = 'update the model card', ...others] = parts;
  return {
    title: capital(others.length > 1 ? `${first} and more` : [first, ...others].join(', ')),
    description: parts.length > 1 ? parts.map((part) => `- ${capital(part)}`).join('\n') : '',
  };
}

function resultChange(before: string, after: string, core: Core): string {
  const old = results(before, core);
  const now = results(after, core);
  const added = [...now.keys()].filter((key) => !old.has(key)).length;
  const changed = [...now].filter(([key, value]) => old.has(key) && old.get(key) !== value).length;
  const removed = [...old.keys()].filter((key) => !now.has(key)).length;
  return [
    ...(added > 0 ? [`add ${count(added, 'evaluation result')}`] : []),
    ...(changed > 0 ? [`change ${count(changed, 'evaluation result')}`] : []),
    ...(removed > 0 ? [`remove ${count(removed, 'evaluation result')}`] : []),
  ].join(', ');
}

/** The values that model-index claims, by all that tells one from another. */
function results(text: string, core: Core): ReadonlyMap<string, string> {
  const { entries } = core.analyzeCard(text).metadata;
  return new Map(
    entries.flatMap(({ name, metrics }) =>
      metrics.map(({ result: { task, dataset, metric, shots, source } }) => {
        const { value, ...named } = metric;
        return [JSON.stringify([name, task, dataset, named, shots, source]), value.text] as const;
      }),
    ),
  );
}

/** The source of each top-level key. */
function keysOf(text: string): ReadonlyMap<string, string> {
  const frontMatter = locateFrontMatter(text);
  if (frontMatter.kind !== 'present') return new Map();
  return partsOf(text.slice(frontMatter.yaml.start, frontMatter.yaml.end), /^["']?([\w-]+)["']?[ \t]*:.*$/);
}

/** The source below each heading. */
function sectionsOf(text: string): ReadonlyMap<string, string> {
  const body = text.slice(bodyStart(locateFrontMatter(text)));
  return partsOf(body, /^#{1,6}[ \t]+(.*?)[ \t#]*$/);
}

function partsOf(text: string, beginning: RegExp): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  let name = '';
  for (const line of text.split(/\r\n|\r|\n/)) {
    name = beginning.exec(line)?.[1] ?? name;
    parts.set(name, `${parts.get(name) ?? ''}${line}\n`);
  }
  return parts;
}

function changedParts(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  const all = new Set([...before.keys(), ...after.keys()]);
  return [...all].filter((name) => name !== '' && before.get(name)?.trim() !== after.get(name)?.trim());
}

function names(all: readonly string[]): string {
  if (all.length > MOST_NAMES) return `${all.slice(0, MOST_NAMES).join(', ')} and ${all.length - MOST_NAMES} more`;
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
