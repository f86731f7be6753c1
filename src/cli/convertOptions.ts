import { badUse, parseArguments } from './arguments';
import type { Failure } from './exit';
import { flag, numberOf, text, wrongNumber } from './mergeOptions';

/** What `convert` is asked for. */
export interface ConvertOptions {
  readonly file: string;
  /** 1-based. */
  readonly entry: number | undefined;
  readonly taskIds: ReadonlyMap<string, string>;
  readonly onConflict: 'keep' | 'replace';
  readonly offline: boolean;
  readonly write: boolean;
}

const TYPED = {
  write: flag,
  offline: flag,
  entry: text,
  'on-conflict': text,
  'task-id': { type: 'string', multiple: true },
} as const;

/** Reads the arguments of `convert`. */
export function readConvertOptions(
  args: readonly string[],
): { readonly kind: 'options'; readonly options: ConvertOptions } | Failure {
  const parsed = parseArguments('convert', args, TYPED);
  if (parsed.kind === 'failure') return parsed;
  const { values, files } = parsed;
  const [file] = files;
  if (file === undefined) return badUse('convert', 'The card is missing');
  if (files.length > 1) return badUse('convert', 'convert takes one card at a time');
  const wrongEntry = wrongNumber('entry', values.entry);
  if (wrongEntry !== null) return badUse('convert', wrongEntry);
  const onConflict = values['on-conflict'] ?? 'keep';
  if (onConflict !== 'keep' && onConflict !== 'replace') {
    return badUse('convert', `--on-conflict takes keep or replace, not "${onConflict}"`);
  }
  const taskIds = new Map<string, string>();
  for (const typed of values['task-id'] ?? []) {
    const [, dataset, task] = /^([^=]+)=(.+)$/.exec(typed) ?? [];
    if (dataset === undefined || task === undefined) {
      return badUse('convert', `--task-id takes DATASET=ID, such as openai/gsm8k=main, not "${typed}"`);
    }
    taskIds.set(dataset, task);
  }
  const { offline = false, write = false } = values;
  return { kind: 'options', options: { file, entry: numberOf(values.entry), taskIds, onConflict, offline, write } };
}
