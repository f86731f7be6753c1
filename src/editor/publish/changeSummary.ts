import { bodyStart, locateFrontMatter } from '../../card/frontMatter';
import type { Core } from '../cardCore';
import { count } from '../../plural';
import { type ResultChange, resultChanges } from './resultChanges';

/** A title and a description for a change, for a person to go on from. */
export interface ChangeSummary {
  readonly title: string;
  readonly description: string;
}

const MOST_NAMES = 3;

/**
 * Says what a change of a card does: results added and changed, keys of the front matter, sections of the text, and how
 * many files of `.eval_results/` go with it.
 */
export function changeSummary(before: string, after: string, core: Core, evalFiles = 0): ChangeSummary {
  const results = resultChange(before, after, core);
  const keys = changedParts(keysOf(before), keysOf(after)).filter((key) => key !== 'model-index');
  const sections = changedParts(sectionsOf(before), sectionsOf(after));
  const parts = [
    ...(results === '' ? [] : [results]),
    ...(keys.length > 0 ? [`update ${names(keys)} in the metadata`] : []),
    ...(evalFiles > 0 ? [`update ${count(evalFiles, 'file')} of .eval_results`] : []),
    ...(sections.length > 0 ? [`edit ${names(sections.map((title) => `"${title}"`))}`] : []),
  ];
  const [first = 'update the model card', ...others] = parts;
  return {
    title: capital(others.length > 1 ? `${first} and more` : [first, ...others].join(', ')),
    description: parts.length > 1 ? parts.map((part) => `- ${capital(part)}`).join('\n') : '',
  };
}

function resultChange(before: string, after: string, core: Core): string {
  const changes = resultChanges(before, after, core);
  const part = (kind: ResultChange['kind'], verb: string): readonly string[] => {
    const { length } = changes.filter((change) => change.kind === kind);
    return length === 0 ? [] : [`${verb} ${count(length, 'evaluation result')}`];
  };
  return [...part('new', 'add'), ...part('changed', 'change'), ...part('gone', 'remove')].join(', ');
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
