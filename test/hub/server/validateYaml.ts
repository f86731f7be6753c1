import { parseDocument } from 'yaml';
import { bodyOf, type Reply, reply, textOf } from './exchange';
import type { Route } from './router';

/** The Hub's own expression for front matter (huggingface_hub's `repocard.py`). */
const FRONT_MATTER = /^(\s*---(?:\r\n|\r|\n))([\S\s]*?)((?:\r\n|\r|\n)---[ \t]*(\r\n|\n|$))/;

interface Remark {
  readonly message: string;
  readonly help?: string;
}

interface Verdict {
  readonly errors: readonly Remark[];
  readonly warnings: readonly Remark[];
}

/** `POST /api/validate-yaml`: errors come with status 400. */
export const validationRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: /^\/api\/validate-yaml$/,
    answer: (request): Reply => {
      const { errors, warnings } = validate(textOf(bodyOf(request), 'content'));
      if (errors.length > 0 && request.headers.accept === 'text/plain') {
        return { status: 400, body: errors.map(({ message }) => `- Error: ${message}`).join('\n') };
      }
      const typed = errors.map((error) => ({ ...error, type: 'error' }));
      return reply({ errors: typed, warnings }, errors.length > 0 ? 400 : 200);
    },
  },
];

/** The YAML of a card's front matter; undefined where the Hub sees none. */
export function frontMatterOf(card: string): string | undefined {
  return FRONT_MATTER.exec(card)?.[2];
}

/** What the Hub says of a card, as far as tests need it: the shape of `model-index`, and a few keys beside it. */
export function validate(card: string): Verdict {
  const yaml = frontMatterOf(card);
  if (yaml === undefined || yaml.trim() === '') {
    const help = 'https://huggingface.co/docs/hub/model-cards#model-card-metadata';
    return { errors: [], warnings: [{ message: 'empty or missing yaml metadata in repo card', help }] };
  }
  const document = parseDocument(yaml, { version: '1.1' });
  const [broken] = document.errors;
  if (broken) {
    const message = `Invalid YAML in README.md: ${broken.message.split('\n')[0] ?? ''}`;
    return {
      errors: [{ message, help: 'You can use a tool like http://www.yamllint.com/ to check it' }],
      warnings: [],
    };
  }
  return { errors: metadataErrors(document.toJS()).map((message) => ({ message })), warnings: [] };
}

function metadataErrors(value: unknown): readonly string[] {
  if (value === null || typeof value === 'string') return ['The YAML metadata of your README.md is invalid.'];
  if (!isObject(value)) return ['"value" must be of type object'];
  const errors: string[] = [];
  for (const key of ['license', 'pipeline_tag', 'library_name']) {
    const allowed =
      typeof value[key] === 'string' || value[key] === undefined || (key === 'license' && isList(value[key]));
    if (!allowed) errors.push(`"${key}" must be a string`);
  }
  [value['base_model'] ?? []].flat().forEach((id) => {
    if (typeof id === 'string' && /^(?:[\w-]+\/)?[\w-.]+$/.test(id)) return;
    errors.push(
      `"base_model" with value ${JSON.stringify(id)} is not valid. Use a model id from https://hf.co/models.`,
    );
  });
  const index = value['model-index'];
  if (index === undefined) return errors;
  if (!isList(index)) return [...errors, '"model-index" must be an array'];
  return [...errors, ...index.flatMap((entry, number) => entryErrors(entry, `model-index[${number}]`))];
}

function entryErrors(entry: unknown, at: string): readonly string[] {
  if (!isObject(entry)) return [`"${at}" must be of type object`];
  if (entry['name'] === undefined) return [`"${at}.name" is required`];
  if (!isList(entry['results'])) return [`"${at}.results" must be an array`];
  return entry['results'].flatMap((result, number) => resultErrors(result, `${at}.results[${number}]`));
}

function resultErrors(result: unknown, at: string): readonly string[] {
  if (!isObject(result)) return [`"${at}" must be of type object`];
  const { task, dataset, metrics, source } = result;
  if (!isObject(task) || task['type'] === undefined) return [`"${at}.task.type" is required`];
  const errors: string[] = [];
  if (isObject(dataset)) {
    const type = dataset['type'];
    if (typeof type !== 'string') errors.push(`"${at}.dataset.type" is required`);
    else if (!/^(?:[\w-]+\/)?[\w-.]+$/.test(type)) {
      errors.push(
        `"${at}.dataset.type" with value "${type}" fails to match the required pattern: /^(?:[\\w-]+\\/)?[\\w-.]+$/`,
      );
    }
    for (const key of ['config', 'revision']) {
      if (dataset[key] !== undefined && typeof dataset[key] !== 'string')
        errors.push(`"${at}.dataset.${key}" must be a string`);
    }
  }
  if (!isList(metrics)) return [...errors, `"${at}.metrics" must be an array`];
  metrics.forEach((metric, number) => {
    for (const key of ['type', 'value']) {
      if (!isObject(metric) || metric[key] === undefined) errors.push(`"${at}.metrics[${number}].${key}" is required`);
    }
  });
  if (isObject(source) && source['url'] === undefined) errors.push(`"${at}.source.url" is required`);
  return errors;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
