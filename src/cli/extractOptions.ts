import { badUse, parseArguments } from './arguments';
import { commandLine } from './commandLine';
import type { Failure } from './exit';
import {
  type MergeOptions,
  numberOf,
  readMergeOptions,
  text,
  TYPED_MERGE,
  typedMerge,
  wrongNumber,
} from './mergeOptions';

/** What `extract` is asked for. Numbers are 1-based, as `inspect` prints them. */
export interface ExtractOptions extends MergeOptions {
  /** A file with a table from elsewhere, `-` for standard input; without it the tables are the card's. */
  readonly pasted?: string | undefined;
  readonly table?: number | undefined;
  readonly line?: number | undefined;
  readonly model?: string | undefined;
  readonly modelIndex?: number | undefined;
}

/** The options of `extract` by the names they are typed with. */
const TYPED = { pasted: text, table: text, line: text, model: text, 'model-index': text, ...TYPED_MERGE } as const;

/** Reads the arguments of `extract`. */
export function readExtractOptions(
  args: readonly string[],
): { readonly kind: 'options'; readonly options: ExtractOptions } | Failure {
  const parsed = parseArguments('extract', args, TYPED);
  if (parsed.kind === 'failure') return parsed;
  const { values } = parsed;
  const merge = readMergeOptions('extract', parsed);
  if (merge.kind === 'failure') return merge;
  if (values.table !== undefined && values.line !== undefined) {
    return badUse('extract', '--table and --line exclude each other');
  }
  if (values.model !== undefined && values['model-index'] !== undefined) {
    return badUse('extract', '--model and --model-index exclude each other');
  }
  for (const name of ['table', 'line', 'model-index'] as const) {
    const wrong = wrongNumber(name, values[name]);
    if (wrong !== null) return badUse('extract', wrong);
  }
  const options: ExtractOptions = {
    ...merge.options,
    pasted: values.pasted,
    table: numberOf(values.table),
    line: numberOf(values.line),
    model: values.model,
    modelIndex: numberOf(values['model-index']),
  };
  return { kind: 'options', options };
}

/** The command line that asks for `options`, quoted for the shell at hand. */
export function extractCommand(options: ExtractOptions, platform?: string): string {
  const { pasted, table, line, model, modelIndex } = options;
  const typed = { pasted, table, line, model, 'model-index': modelIndex, ...typedMerge(options) };
  return commandLine('extract', options.file, typed, platform);
}

/** What the tables stand in, in the words of messages. */
export function tablesFile({ file, pasted }: ExtractOptions): string {
  return pasted === '-' ? 'standard input' : (pasted ?? file);
}
