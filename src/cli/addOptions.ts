import { badUse, parseArguments } from './arguments';
import { commandLine } from './commandLine';
import type { Failure } from './exit';
import { flag, type MergeOptions, readMergeOptions, TYPED_MERGE, typedMerge } from './mergeOptions';

/** What `add-results` is asked for. */
export interface AddOptions extends MergeOptions {
  /** The path of the result file. */
  readonly results: string;
  readonly parts?: boolean | undefined;
  readonly partial?: boolean | undefined;
  readonly convert?: boolean | undefined;
  readonly table?: boolean | undefined;
}

const TYPED = { parts: flag, partial: flag, convert: flag, table: flag, ...TYPED_MERGE } as const;

/** Reads the arguments of `add-results`. */
export function readAddOptions(
  args: readonly string[],
): { readonly kind: 'options'; readonly options: AddOptions } | Failure {
  const parsed = parseArguments('add-results', args, TYPED);
  if (parsed.kind === 'failure') return parsed;
  const [results, ...files] = parsed.files;
  if (results === undefined) return badUse('add-results', 'The result file is missing');
  const merge = readMergeOptions('add-results', { ...parsed, files });
  if (merge.kind === 'failure') return merge;
  const { parts, partial, convert, table } = parsed.values;
  return { kind: 'options', options: { ...merge.options, results, parts, partial, convert, table } };
}

/** The command line that asks for `options`. */
export function addCommand(options: AddOptions): string {
  const { results, file, parts, partial, convert, table } = options;
  return commandLine('add-results', [results, file], { parts, partial, convert, table, ...typedMerge(options) });
}
