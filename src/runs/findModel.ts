import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type * as Hub from '../hub';
import { parseReference } from '../hub/reference';
import { folderSize } from './folderSize';
import type { ModelSize } from './memory';
import { type ModelSource, sourceOf } from './request';

/** The model of a run, and what is known of it. */
export interface RunModel {
  readonly source: ModelSource;
  /** As the script takes it: `org/name`, an absolute folder, or an address. */
  readonly name: string;
  /** The commit of a model of the Hub; undefined for any other, and offline. */
  readonly commit?: string | undefined;
  readonly size: ModelSize | null;
  readonly providers: readonly Hub.ModelProvider[];
}

/** A model as it was named. */
export interface NamedModel {
  /** `org/name`, the address of a page of the Hub, a folder, or the address of a vLLM server. */
  readonly model: string;
  readonly revision?: string | undefined;
  /** Nothing is asked of the Hub. */
  readonly offline?: boolean;
}

/** A model, or a sentence about why there is none, perhaps with another. */
export type FoundModel =
  | { readonly kind: 'model'; readonly model: RunModel }
  | { readonly kind: 'problem'; readonly message: string; readonly details: readonly string[] };

const PASSWORD =
  'A password must not be part of an address, where other programs can read it; set VLLM_API_KEY instead.';

/** Finds the model that was named, and resolves its revision to a commit by asking the Hub with `readWeights`. */
export async function findModel(
  { model, revision, offline = false }: NamedModel,
  connection: Hub.HubConnection,
  readWeights: typeof Hub.modelWeights,
  signal?: AbortSignal,
): Promise<FoundModel> {
  const { hubUrl } = connection;
  const folder = resolve(model);
  const source = model.startsWith(`${hubUrl}/`) ? 'hub' : sourceOf(model, isFolder(folder));
  if (source === 'server' && model.includes('@')) return problem(PASSWORD);
  const local = { source, size: null, providers: [] };
  if (source !== 'hub' && revision !== undefined) {
    return problem(`Only a model of the Hub has revisions; leave --revision out for ${model}.`);
  }
  if (source === 'folder') return found({ ...local, name: folder, size: await folderSize(folder) });
  if (source !== 'hub') return found({ ...local, name: model });
  const parsed = parseReference(model, hubUrl);
  if (parsed.kind === 'problem') return problem(parsed.message, [`${model} is no folder here either.`]);
  const reference = { ...parsed.reference, ...(revision !== undefined && { revision }) };
  // What was downloaded before, only the script can find.
  if (offline) return found({ ...local, name: reference.model, commit: revision });
  const read = await readWeights(connection, reference, signal);
  if (!read.ok) return problem(read.failure.message);
  const { model: name, commit, providers, ...size } = read.value;
  return found({ source, name, commit, providers, size });
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function found(model: RunModel): FoundModel {
  return { kind: 'model', model };
}

function problem(message: string, details: readonly string[] = []): FoundModel {
  return { kind: 'problem', message, details };
}
