import { modelInfo as libraryModelInfo } from '@huggingface/hub';
import { attempt, valueOf } from './attempt';
import type { HubConnection } from './connection';
import type { HubResult } from './failure';
import { type FileEntry, listFiles, readFile } from './files';
import { viaLibrary } from './library';

/** An inference provider that serves a model. */
export interface ModelProvider {
  readonly provider: string;
  /** `live`, or `staging` where it is not ready yet. */
  readonly status: string;
}

/** What decides how much memory a model needs, at a commit, and who serves it. */
export interface ModelWeights {
  /** `org/name` of today, where the repository was renamed. */
  readonly model: string;
  readonly commit: string;
  /** `config.json`; null where there is none that is JSON. */
  readonly config: unknown;
  /** The number of weights by their type in safetensors files: `BF16`, `F32`, …; empty where the Hub does not know. */
  readonly parameters: Readonly<Record<string, number>>;
  /** The bytes of the weight files that a library would load; null where there are none. */
  readonly weightBytes: number | null;
  readonly providers: readonly ModelProvider[];
}

const FIELDS = ['sha', 'safetensors', 'inferenceProviderMapping'] as const;

/** The size of a model, without its weights being downloaded. Fails for a gated model that the account may not read. */
export function modelWeights(
  connection: HubConnection,
  { model, revision = 'main' }: { readonly model: string; readonly revision?: string | undefined },
  signal?: AbortSignal,
): Promise<HubResult<ModelWeights>> {
  return attempt(async () => {
    const info = await viaLibrary(connection, { model, revision }, signal, (common) =>
      libraryModelInfo({ ...common, name: model, revision, additionalFields: [...FIELDS] }),
    );
    const reference = { model: info.name, revision: info.sha, path: '' };
    const files = valueOf(await listFiles(connection, reference, signal));
    const hasConfig = files.some(({ path }) => path === 'config.json');
    const config = hasConfig ? await readJson(connection, { ...reference, path: 'config.json' }, signal) : null;
    return {
      model: info.name,
      commit: info.sha,
      config,
      parameters: numbersOf(info.safetensors?.parameters),
      weightBytes: weightBytes(files),
      providers: (info.inferenceProviderMapping ?? []).map(({ provider, status }) => ({ provider, status })),
    };
  });
}

async function readJson(
  connection: HubConnection,
  reference: Parameters<typeof readFile>[1],
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const { content } = valueOf(await readFile(connection, reference, signal));
  try {
    return JSON.parse(Buffer.from(content).toString('utf8'));
  } catch {
    return null;
  }
}

/** Some repositories hold the same weights twice, for the transformers library and as their maker has them. */
function weightBytes(files: readonly FileEntry[]): number | null {
  const sets = [/^model.*\.safetensors$/, /\.safetensors$/, /^pytorch_model.*\.bin$/];
  for (const set of sets) {
    const chosen = files.filter(({ path, type }) => type === 'file' && set.test(path));
    if (chosen.length > 0) return chosen.reduce((sum, { size }) => sum + size, 0);
  }
  return null;
}

function numbersOf(counts: unknown): Readonly<Record<string, number>> {
  if (typeof counts !== 'object' || counts === null) return {};
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => typeof count === 'number'));
}
