import type { PathScalar } from '../../metadata/yamlPath';
import type { ValueList } from './schemas';

/** A licence of the Hub; some families of licences have no text of their own. */
export interface License {
  readonly id: string;
  readonly name: string;
  readonly url?: string;
}

/** Which list of values each key draws on. */
const LIST_OF: Readonly<Record<string, string>> = {
  license: 'license',
  language: 'language',
  pipeline_tag: 'task',
  library_name: 'library',
  metrics: 'metric',
  'model-index.results.task.type': 'anyTask',
  'model-index.results.metrics.type': 'metric',
};

/** What a value of a known list stands for, and what else may stand there, as Markdown; empty for other values. */
export function explainValue(
  { keys, value }: PathScalar,
  lists: ReadonlyMap<string, ValueList>,
  licenses: ReadonlyMap<string, License>,
): string {
  const list = lists.get(LIST_OF[keys] ?? '');
  if (list === undefined) return '';
  const name = list.names.get(value);
  const url = keys === 'license' ? licenses.get(value)?.url : undefined;
  const meaning = name === undefined ? [] : [`\`${value}\`: ${url === undefined ? name : `[${name}](${url})`}`];
  const count = list.isClosed
    ? `One of ${list.names.size} values, which completion offers.`
    : `${list.names.size} values are known, which completion offers; others are taken too.`;
  return [...meaning, count].join('\n\n');
}
