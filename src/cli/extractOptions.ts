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

type OptionName = Exclude<keyof ExtractOptions, 'file'>;

/** What each option takes; it is typed with dashes (`--model-index`). */
const OPTIONS: Readonly<Record<OptionName, 'number' | 'text' | 'flag'>> = {
  table: 'number',
  line: 'number',
  model: 'text',
  modelIndex: 'number',
  entry: 'number',
  taskType: 'text',
  sourceUrl: 'text',
  sourceName: 'text',
  onConflict: 'text',
  json: 'flag',
  write: 'flag',
  apply: 'flag',
  createPr: 'flag',
  title: 'text',
  description: 'text',
  evenIfOpen: 'flag',
};

const NAMES = Object.keys(OPTIONS) as readonly OptionName[];

/** Reads the arguments of `extract`. */
export function readExtractOptions(
  args: readonly string[],
): { readonly kind: 'options'; readonly options: ExtractOptions } | Failure {
  const parsed = parseArguments('extract', args, PARSED);
  if (parsed.kind === 'failure') return parsed;
  const { values, files } = parsed;
  const [file] = files;
  if (file === undefined) return badUse('extract', 'The card is missing');
  if (files.length > 1) return badUse('extract', 'extract takes one card at a time');
  const given: Partial<Record<OptionName, string | number | boolean>> = {};
  for (const name of NAMES) {
    const value = values[typed(name)];
    if (value === undefined) continue;
    given[name] = OPTIONS[name] === 'number' ? Number(value) : value;
    if (OPTIONS[name] === 'number' && !/^[1-9]\d{0,8}$/.test(String(value))) {
      return badUse('extract', `--${typed(name)} takes a number from 1 on, not "${String(value)}"`);
    }
  }
  const options = { file, ...given } as ExtractOptions;
  const wrong = contradiction(options);
  return wrong === null ? { kind: 'options', options } : badUse('extract', wrong);
}

/** The command line that asks for `options`, quoted for the shell at hand. */
export function extractCommand(options: ExtractOptions, platform: string = process.platform): string {
  const words = ['model-card', 'extract', options.file.startsWith('-') ? `./${options.file}` : options.file];
  for (const name of NAMES) {
    const [word, value] = [`--${typed(name)}`, options[name]];
    if (value === true) words.push(word);
    else if (typeof value === 'string' && value.startsWith('-')) words.push(`${word}=${value}`);
    else if (value !== undefined && value !== false) words.push(word, String(value));
  }
  return words.map((word) => quoted(word, platform)).join(' ');
}

function typed(name: OptionName): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

const PARSED = Object.fromEntries(
  NAMES.map((name) => [typed(name), { type: OPTIONS[name] === 'flag' ? 'boolean' : 'string' } as const]),
);

/** Which options do not go together, or say what nothing can follow from. */
function contradiction(options: ExtractOptions): string | null {
  const { table, line, model, modelIndex, onConflict, write, apply, createPr, title, description } = options;
  if (table !== undefined && line !== undefined) return '--table and --line exclude each other';
  if (model !== undefined && modelIndex !== undefined) return '--model and --model-index exclude each other';
  if (onConflict !== undefined && !ON_CONFLICT.includes(onConflict)) {
    return `--on-conflict takes ${ON_CONFLICT.join(', ')}, not "${String(onConflict)}"`;
  }
  if ([write, apply, createPr].filter((target) => target === true).length > 1) {
    return '--write, --apply and --create-pr exclude each other';
  }
  const worded = title !== undefined || description !== undefined;
  if (worded && apply !== true && createPr !== true) return '--title and --description need --create-pr or --apply';
  if (title?.trim() === '') return '--title must not be empty';
  if (options.evenIfOpen === true && createPr !== true) return '--even-if-open needs --create-pr';
  return null;
}

function quoted(word: string, platform: string): string {
  if (/^[\p{L}\p{N}_./:=@+,-]+$/u.test(word)) return word;
  return platform === 'win32' ? `"${word.replaceAll('"', '\\"')}"` : `'${word.replaceAll("'", `'\\''`)}'`;
}
