import { badUse, type parseArguments } from './arguments';
import type { TypedValue } from './commandLine';
import type { Failure } from './exit';
import type { Command } from './help';

const ON_CONFLICT = ['keep', 'replace', 'fail'] as const;
type OnConflict = (typeof ON_CONFLICT)[number];

/** What every command is asked for that brings results into a card. */
export interface MergeOptions {
  /** A path, or `org/name[@revision]` for a card on the Hub. */
  readonly file: string;
  /** 1-based. */
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

/** A command as it was asked for. */
export interface MergeRequest {
  readonly command: Command;
  readonly options: MergeOptions;
  /** The command line that asks for the same with some options changed. */
  readonly commandWith: (changes: Partial<MergeOptions>) => string;
}

/** An option with a text, and one without, as they are parsed. */
export const text = { type: 'string' } as const;
export const flag = { type: 'boolean' } as const;

/** The shared options by the names they are typed with. */
export const TYPED_MERGE = {
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

type Typed = Extract<ReturnType<typeof parseArguments<typeof TYPED_MERGE>>, { kind: 'arguments' }>;

/** Reads what was typed of the shared options, and the one card. */
export function readMergeOptions(
  command: Command,
  { values, files }: Typed,
): { readonly kind: 'options'; readonly options: MergeOptions } | Failure {
  const [file] = files;
  if (file === undefined) return badUse(command, 'The card is missing');
  if (files.length > 1) return badUse(command, `${command} takes one card at a time`);
  const wrongEntry = wrongNumber('entry', values.entry);
  if (wrongEntry !== null) return badUse(command, wrongEntry);
  const onConflict = ON_CONFLICT.find((name) => name === values['on-conflict']);
  if (values['on-conflict'] !== undefined && onConflict === undefined) {
    return badUse(command, `--on-conflict takes ${ON_CONFLICT.join(', ')}, not "${values['on-conflict']}"`);
  }
  const wrong = wrongTarget(values);
  if (wrong !== null) return badUse(command, wrong);
  const options: MergeOptions = {
    file,
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

/** What the shared options were typed as. */
export function typedMerge(options: MergeOptions): Record<keyof typeof TYPED_MERGE, TypedValue> {
  return {
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
}

/** What is wrong with an option that takes a number from 1 on; null where nothing is. */
export function wrongNumber(name: string, typed: string | undefined): string | null {
  if (typed === undefined || /^[1-9]\d{0,8}$/.test(typed)) return null;
  return `--${name} takes a number from 1 on, not "${typed}"`;
}

/** The number that an option was given. */
export function numberOf(typed: string | undefined): number | undefined {
  return typed === undefined ? undefined : Number(typed);
}

/** What contradicts itself in where the results are to go. */
function wrongTarget(values: Typed['values']): string | null {
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
