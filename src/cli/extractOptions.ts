import { badUse, parseArguments } from './arguments';
import type { Failure } from './exit';

const ON_CONFLICT = ['keep', 'replace', 'fail'] as const;
type OnConflict = (typeof ON_CONFLICT)[number];

/** What `extract` is asked for. Numbers are 1-based, as `inspect` prints them. */
export interface ExtractOptions {
  /** A path, or `org/name[@revision]` for a card on the Hub. */
  readonly file: string;
  readonly table?: number | undefined;
  readonly line?: number | undefined;
  readonly model?: string | undefined;
  readonly modelIndex?: number | undefined;
  readonly entry?: number | undefined;
  readonly taskType?: string | undefined;
  readonly sourceUrl?: string | undefined;
  readonly sourceName?: string | undefined;
  readonly onConflict?: OnConflict | undefined;
  readonly json?: boolean | undefined;
  readonly write?: boolean | undefined;
  readonly apply?: boolean | undefined;
  readonly createPr?: boolean | undefined;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly evenIfOpen?: boolean | undefined;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

/** The options of `extract` by the names they are typed with. */
const TYPED = {
  table: text,
  line: text,
  model: text,
  'model-index': text,
  entry: text,
  'task-type': text,
  'source-url': text,
  'source-name': text,
  'on-conflict': text,
  json: flag,
  write: flag,
  apply: flag,
  'create-pr': flag,
  title: text,
  description: text,
  'even-if-open': flag,
} as const;

/** Reads the arguments of `extract`. */
export function readExtractOptions(
  args: readonly string[],
): { readonly kind: 'options'; readonly options: ExtractOptions } | Failure {
  const parsed = parseArguments('extract', args, TYPED);
  if (parsed.kind === 'failure') return parsed;
  const { values, files } = parsed;
  const [file] = files;
  if (file === undefined) return badUse('extract', 'The card is missing');
  if (files.length > 1) return badUse('extract', 'extract takes one card at a time');
  if (values.table !== undefined && values.line !== undefined) {
    return badUse('extract', '--table and --line exclude each other');
  }
  if (values.model !== undefined && values['model-index'] !== undefined) {
    return badUse('extract', '--model and --model-index exclude each other');
  }
  for (const name of ['table', 'line', 'model-index', 'entry'] as const) {
    const typed = values[name];
    if (typed !== undefined && !/^[1-9]\d{0,8}$/.test(typed)) {
      return badUse('extract', `--${name} takes a number from 1 on, not "${typed}"`);
    }
  }
  const onConflict = ON_CONFLICT.find((name) => name === values['on-conflict']);
  if (values['on-conflict'] !== undefined && onConflict === undefined) {
    return badUse('extract', `--on-conflict takes ${ON_CONFLICT.join(', ')}, not "${values['on-conflict']}"`);
  }
  const wrong = wrongTarget(values);
  if (wrong !== null) return badUse('extract', wrong);
  const options: ExtractOptions = {
    file,
    table: numberOf(values.table),
    line: numberOf(values.line),
    model: values.model,
    modelIndex: numberOf(values['model-index']),
    entry: numberOf(values.entry),
    taskType: values['task-type'],
    sourceUrl: values['source-url'],
    sourceName: values['source-name'],
    onConflict,
    json: values.json,
    write: values.write,
    apply: values.apply,
    createPr: values['create-pr'],
    title: values.title,
    description: values.description,
    evenIfOpen: values['even-if-open'],
  };
  return { kind: 'options', options };
}

/** The command line that asks for `options`, quoted for the shell at hand. */
export function extractCommand(options: ExtractOptions, platform: string = process.platform): string {
  const typed: Record<keyof typeof TYPED, string | number | boolean | undefined> = {
    table: options.table,
    line: options.line,
    model: options.model,
    'model-index': options.modelIndex,
    entry: options.entry,
    'task-type': options.taskType,
    'source-url': options.sourceUrl,
    'source-name': options.sourceName,
    'on-conflict': options.onConflict,
    json: options.json,
    write: options.write,
    apply: options.apply,
    'create-pr': options.createPr,
    title: options.title,
    description: options.description,
    'even-if-open': options.evenIfOpen,
  };
  const words = ['model-card', 'extract', options.file.startsWith('-') ? `./${options.file}` : options.file];
  for (const [name, value] of Object.entries(typed)) {
    if (value === true) words.push(`--${name}`);
    else if (typeof value === 'string' && value.startsWith('-')) words.push(`--${name}=${value}`);
    else if (value !== undefined && value !== false) words.push(`--${name}`, String(value));
  }
  return words.map((word) => quoted(word, platform)).join(' ');
}

interface TargetOptions {
  readonly write?: boolean | undefined;
  readonly apply?: boolean | undefined;
  readonly 'create-pr'?: boolean | undefined;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly 'even-if-open'?: boolean | undefined;
}

/** What contradicts itself in where the results are to go. */
function wrongTarget(values: TargetOptions): string | null {
  const targets = [values.write, values.apply, values['create-pr']].filter((target) => target === true);
  if (targets.length > 1) return '--write, --apply and --create-pr exclude each other';
  const worded = values.title !== undefined || values.description !== undefined;
  if (worded && values.apply !== true && values['create-pr'] !== true) {
    return '--title and --description need --create-pr or --apply';
  }
  if (values.title?.trim() === '') return '--title must not be empty';
  if (values['even-if-open'] === true && values['create-pr'] !== true) return '--even-if-open needs --create-pr';
  return null;
}

function quoted(word: string, platform: string): string {
  if (/^[\p{L}\p{N}_./:=@+,-]+$/u.test(word)) return word;
  return platform === 'win32' ? `"${word.replaceAll('"', '\\"')}"` : `'${word.replaceAll("'", `'\\''`)}'`;
}

function numberOf(typed: string | undefined): number | undefined {
  return typed === undefined ? undefined : Number(typed);
}
