import { listModels, type ModelEntry, modelInfo as libraryModelInfo } from '@huggingface/hub';
import { attempt } from './attempt';
import type { HubConnection } from './connection';
import type { HubResult } from './failure';
import { AnswerReader, type JsonObject, optionalText } from './json';
import { take, viaLibrary } from './library';

/** A model as lists show it. */
export interface ModelSummary {
  /** `org/name` of today, where the repository was renamed. */
  readonly model: string;
  readonly private: boolean;
  readonly gated: boolean;
  readonly task?: string;
  readonly likes: number;
  readonly downloads: number;
  readonly updatedAt: Date;
}

/** What the Hub knows of a model at a revision. */
export interface ModelInfo extends ModelSummary {
  /** The commit that the revision names. */
  readonly commit: string;
  readonly libraryName?: string;
  readonly tags: readonly string[];
  /** The front matter as the Hub reads it, without `model-index`. */
  readonly cardData: unknown;
  readonly modelIndex: unknown;
  /** The paths of all files. */
  readonly files: readonly string[];
}

/** One result of `.eval_results/`, as the Hub reads it; with `error` where it does not take the file. */
export interface HubEvalResult {
  readonly filename: string;
  readonly verified: boolean;
  /** The content of the entry: dataset, value, date, source, notes. */
  readonly data?: JsonObject;
  readonly error?: string;
  /** The open pull request that the result stands in. */
  readonly pullRequest?: number;
}

const FIELDS = ['sha', 'cardData', 'model-index', 'tags', 'library_name', 'filePaths'] as const;

/** What the Hub knows of a model. */
export function modelInfo(
  connection: HubConnection,
  { model, revision = 'main' }: { readonly model: string; readonly revision?: string },
  signal?: AbortSignal,
): Promise<HubResult<ModelInfo>> {
  return attempt(() =>
    viaLibrary(connection, { model, revision }, signal, async (common) => {
      const info = await libraryModelInfo({ ...common, name: model, revision, additionalFields: [...FIELDS] });
      return {
        ...summaryOf(info),
        commit: info.sha,
        ...(info.library_name !== undefined && { libraryName: info.library_name }),
        tags: info.tags,
        cardData: info.cardData,
        modelIndex: info['model-index'],
        files: info.filePaths,
      };
    }),
  );
}

/** The models whose names match a query, those first that are looked at most. */
export function searchModels(
  connection: HubConnection,
  query: string,
  limit: number,
  signal?: AbortSignal,
): Promise<HubResult<readonly ModelSummary[]>> {
  return listed(connection, { search: { query }, sort: 'downloads', limit }, signal);
}

/** The models of a user or an organisation that the account may see, those first that changed last. */
export function modelsOf(
  connection: HubConnection,
  owner: string,
  limit: number,
  signal?: AbortSignal,
): Promise<HubResult<readonly ModelSummary[]>> {
  return listed(connection, { search: { owner }, sort: 'lastModified', limit }, signal);
}

function listed(
  connection: HubConnection,
  wanted: Pick<Parameters<typeof listModels>[0] & object, 'search' | 'sort' | 'limit'>,
  signal: AbortSignal | undefined,
): Promise<HubResult<readonly ModelSummary[]>> {
  return attempt(() =>
    viaLibrary(connection, {}, signal, async (common) =>
      (await take(listModels({ ...common, ...wanted }))).map(summaryOf),
    ),
  );
}

/** The results that the Hub reads from a model's `.eval_results/`, those of open pull requests among them. */
export function evalResults(
  connection: HubConnection,
  model: string,
  signal?: AbortSignal,
): Promise<HubResult<readonly HubEvalResult[]>> {
  return attempt(async () => {
    const read = new AnswerReader(connection);
    const path = `/api/models/${model}?expand=evalResults`;
    const info = read.object(await connection.json({ path, subject: { model }, signal }), 'the model');
    return read.objects(info['evalResults'] ?? [], 'evalResults').map((item) => {
      const { data, error, pullRequest } = item;
      return {
        filename: read.text(item['filename'], 'a file name'),
        verified: item['verified'] === true,
        ...(data !== undefined && { data: read.object(data, 'a result') }),
        ...(error !== undefined && { error: optionalText(error) ?? JSON.stringify(error) }),
        ...(typeof pullRequest === 'number' && { pullRequest }),
      };
    });
  });
}

function summaryOf(entry: ModelEntry): ModelSummary {
  return {
    model: entry.name,
    private: entry.private,
    gated: entry.gated !== false,
    ...(entry.task !== undefined && { task: entry.task }),
    likes: entry.likes,
    downloads: entry.downloads,
    updatedAt: entry.updatedAt,
  };
}
