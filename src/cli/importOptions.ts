import { parseArguments } from './arguments';
import { commandLine } from './commandLine';
import type { Failure } from './exit';
import { flag, type MergeOptions, readMergeOptions, text, TYPED_MERGE, typedMerge } from './mergeOptions';

/** What `import-aa` is asked for. */
export interface ImportOptions extends MergeOptions {
  /** The creator by slug or name. */
  readonly creator?: string | undefined;
  /** The model by slug, name or id. */
  readonly model?: string | undefined;
  /** Read the list anew, although the kept one is not a day old. */
  readonly refresh?: boolean | undefined;
}

const TYPED = { creator: text, model: text, refresh: flag, ...TYPED_MERGE } as const;

/** Reads the arguments of `import-aa`. */
export function readImportOptions(
  args: readonly string[],
): { readonly kind: 'options'; readonly options: ImportOptions } | Failure {
  const parsed = parseArguments('import-aa', args, TYPED);
  if (parsed.kind === 'failure') return parsed;
  const merge = readMergeOptions('import-aa', parsed);
  if (merge.kind === 'failure') return merge;
  const { creator, model, refresh } = parsed.values;
  return { kind: 'options', options: { ...merge.options, creator, model, refresh } };
}

/** The command line that asks for `options`; the list that was just read anew is kept. */
export function importCommand(options: ImportOptions): string {
  const { creator, model } = options;
  return commandLine('import-aa', options.file, { creator, model, ...typedMerge(options) });
}
