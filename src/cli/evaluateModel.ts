import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ModelProvider } from '../hub';
import type { ModelSize, ModelSource } from '../runs';
import type { EvaluateOptions } from './evaluateOptions';
import { failure, type Failure } from './exit';
import { findAccess, type HubAccess, loadHub } from './hub';
import { loadRuns } from './runs';

/** The exit status of a run that was not started, the same as that of the scripts. */
export const NOT_STARTED = 2;

/** The model of a run, and what is known of it. */
export interface FoundModel {
  readonly source: ModelSource;
  /** As the script takes it: `org/name`, an absolute folder, or an address. */
  readonly name: string;
  /** The commit of a model of the Hub; undefined for any other, and offline. */
  readonly commit?: string | undefined;
  readonly size: ModelSize | null;
  readonly providers: readonly ModelProvider[];
  readonly access: HubAccess;
}

/** Finds the model that was named, and resolves its revision to a commit. */
export async function findModel(options: EvaluateOptions): Promise<FoundModel | Failure> {
  const { model, revision } = options;
  const { folderSize, sourceOf } = loadRuns();
  const access = await findAccess();
  if ('kind' in access) return access;
  const { hubUrl } = access.connection;
  const folder = resolve(model);
  const source = model.startsWith(`${hubUrl}/`) ? 'hub' : sourceOf(model, isFolder(folder));
  const local = { source, size: null, providers: [], access };
  if (source !== 'hub' && revision !== undefined) {
    return failure(NOT_STARTED, `Only a model of the Hub has revisions; leave --revision out for ${model}.`);
  }
  if (source === 'folder') return { ...local, name: folder, size: await folderSize(folder) };
  if (source !== 'hub') return { ...local, name: model };
  const { modelWeights, parseReference } = loadHub();
  const parsed = parseReference(model, hubUrl);
  if (parsed.kind === 'problem') {
    return failure(NOT_STARTED, parsed.message, [`  ${model} is no folder here either.`]);
  }
  const reference = { ...parsed.reference, ...(revision !== undefined && { revision }) };
  // What was downloaded before, only the script can find.
  if (options.options.offline === true) return { ...local, name: reference.model, commit: revision };
  const read = await modelWeights(access.connection, reference);
  if (!read.ok) return failure(NOT_STARTED, read.failure.message);
  const { model: name, commit, providers, ...size } = read.value;
  return { source, name, commit, providers, size, access };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
