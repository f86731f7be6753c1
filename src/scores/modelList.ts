import { asMap, isPlainMap } from '../results/plainValues';

/** One row of Artificial Analysis: a model as it was measured, each reasoning effort a row of its own. */
export interface MeasuredModel {
  /** Stable, where slugs change. */
  readonly id: string;
  /** The effort stands in parentheses: `gpt-oss-20B (high)`. */
  readonly name: string;
  readonly slug: string;
  readonly creator: { readonly name: string; readonly slug: string };
  /** The model on the Hub that it is, where the tier says so. */
  readonly repositoryId?: string;
  /** The scores that were measured, by the names of the service. */
  readonly scores: Readonly<Record<string, number>>;
}

/** All models that a key may read. */
export interface ModelList {
  /** The version of the intelligence index, where it is said. */
  readonly indexVersion?: string;
  readonly models: readonly MeasuredModel[];
}

/** One page of the list, in whichever of the service's three shapes. */
export interface ModelPage extends ModelList {
  readonly hasMore: boolean;
}

/**
 * Reads a page: of the free tier, of the Pro tier, or of the body that the service sent until November 2026. A row
 * that is no model is left out. Null where the whole is no list of models.
 * https://artificialanalysis.ai/data-api/docs
 */
export function readModelPage(json: unknown): ModelPage | null {
  if (!isPlainMap(json) || !Array.isArray(json['data'])) return null;
  const version = json['intelligence_index_version'];
  const pagination = isPlainMap(json['pagination']) ? json['pagination'] : {};
  return {
    ...(typeof version === 'string' && version !== '' && { indexVersion: version }),
    models: json['data'].flatMap((row: unknown) => readModel(row) ?? []),
    hasMore: pagination['has_more'] === true,
  };
}

function readModel(row: unknown): MeasuredModel | null {
  if (!isPlainMap(row)) return null;
  const { id, name, slug } = row;
  if (typeof id !== 'string' || typeof name !== 'string' || name.trim() === '') return null;
  const creator = isPlainMap(row['model_creator']) ? row['model_creator'] : {};
  const creatorName = textOf(creator['name']) ?? 'unknown';
  const repositoryId = repositoryOf(row['huggingface_url']);
  return {
    id,
    name: name.trim(),
    slug: textOf(slug) ?? id,
    // The free tier gives creators no slug.
    creator: { name: creatorName, slug: textOf(creator['slug']) ?? creatorName.toLowerCase().replace(/\s+/g, '-') },
    ...(repositoryId !== null && { repositoryId }),
    scores: scoresOf(row['evaluations']),
  };
}

/** Null stands for what was not measured. */
function scoresOf(evaluations: unknown): Readonly<Record<string, number>> {
  const measured = Object.entries(asMap(evaluations)).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number' && Number.isFinite(entry[1]),
  );
  return Object.fromEntries(measured);
}

function repositoryOf(url: unknown): string | null {
  const address =
    typeof url === 'string' ? /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/([\w.-]+\/[\w.-]+)/.exec(url) : null;
  return address?.[1] ?? null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
