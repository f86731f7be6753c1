import { withShots } from '../core';
import { count } from '../plural';
import type { CardChange } from './change';

/** How the title and the text of a pull request are worded; both may hold placeholders. */
export interface Template {
  readonly title: string;
  readonly description: string;
}

/** The words of one pull request. */
export interface Wording {
  readonly title: string;
  readonly description: string;
}

/** How pull requests are worded unless a person says otherwise. */
export const DEFAULT_TEMPLATE: Template = { title: '{summary}', description: '{changes}' };

/** The longest title that the Hub takes. */
const LONGEST_TITLE = 200;

const PLACEHOLDERS: Readonly<Record<string, (model: string, change: CardChange) => string>> = {
  model: (model) => model,
  summary: (_model, change) => summaryOf(change),
  changes: (_model, change) => changesOf(change),
};

/** Reads a template: its first line is the title, the rest the text. A sentence where it is none. */
export function readTemplate(file: string): Template | string {
  const [title = '', ...rest] = file.replace(/^\ufeff/, '').split(/\r?\n/);
  const description = rest.join('\n').trim();
  if (title.trim() === '') return 'The template begins with an empty line; begin it with the title.';
  const unknown = [...file.matchAll(/\{(\w+)\}/g)].find(([, name = '']) => !Object.hasOwn(PLACEHOLDERS, name));
  if (unknown) {
    const known = Object.keys(PLACEHOLDERS).map((name) => `{${name}}`);
    return `The template holds ${unknown[0]}, which stands for nothing; what can be filled in is ${known.join(', ')}.`;
  }
  return { title: title.trim(), description };
}

/** The words for one change of one model. */
export function fillTemplate({ title, description }: Template, model: string, change: CardChange): Wording {
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => PLACEHOLDERS[name]?.(model, change) ?? whole);
  return { title: fill(title).slice(0, LONGEST_TITLE), description: fill(description) };
}

function summaryOf({ results, fixes }: CardChange): string {
  const added = `Add ${count(results.length, 'evaluation result')} to model-index`;
  const mended = `end ${count(fixes.length, 'problem')} of the metadata`;
  if (results.length === 0) return `M${mended}`;
  return fixes.length === 0 ? added : `${added}, m${mended}`;
}

function changesOf({ results, fixes }: CardChange): string {
  const added = results.map(({ dataset, metric, shots, origin }) => {
    const line = origin?.line === undefined ? '' : ` (line ${String(origin.line)})`;
    return `- ${withShots(dataset.name, shots)}, ${metric.name ?? metric.type}: ${metric.value.text}${line}`;
  });
  const mended = fixes.map(({ title, code, line }) => `- line ${String(line)}: ${title} [${code}]`);
  return [
    ...(added.length > 0 ? [`From the tables of the card to its metadata:\n\n${added.join('\n')}`] : []),
    ...(mended.length > 0 ? [`Mended in the metadata:\n\n${mended.join('\n')}`] : []),
  ].join('\n\n');
}
