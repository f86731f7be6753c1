import type { Benchmarks } from '../results/benchmarks';
import { UNNAMED_METRIC } from '../results/metrics';
import { datasetSlug, MADE_UP_ID } from '../results/slug';
import type { ResultDraft, ScoredModel, ScoreSource } from '../results/types';
import { measureOf, VERSIONED } from './measures';
import type { MeasuredModel, ModelList } from './modelList';

/** What the service is called. */
export const TITLE = 'Artificial Analysis';

/** Whoever shows these scores has to link here: https://artificialanalysis.ai/data-api/docs */
const ATTRIBUTION = 'https://artificialanalysis.ai/';

const ENDPOINT_NOTE =
  'Artificial Analysis measures API endpoints, not the uploaded weights; the name of the source says so.';
const NEW_SCORE = 'This score is new and not known here by its name; give the benchmark and the metric theirs.';

/** The scores of some rows as a source for model-index, on the scales they were measured on; `own` are surely the card's. */
export function scoreSource(
  list: ModelList,
  models: readonly MeasuredModel[],
  benchmarks: Benchmarks,
  own: readonly MeasuredModel[] = [],
): ScoreSource {
  return {
    kind: 'scores',
    title: TITLE,
    warnings: [ENDPOINT_NOTE],
    models: models.map((model) => ({
      ...scoredModel(model, list.indexVersion, benchmarks),
      own: own.includes(model),
    })),
  };
}

function scoredModel(model: MeasuredModel, indexVersion: string | undefined, benchmarks: Benchmarks): ScoredModel {
  return {
    name: model.name,
    sourceName: `${TITLE}, API endpoint of ${model.name}`,
    sourceUrl: ATTRIBUTION,
    drafts: Object.entries(model.scores).map(([score, value]) => {
      const version = score === VERSIONED && indexVersion !== undefined ? ` v${indexVersion}` : '';
      return draftOf(score, value, version, model, benchmarks);
    }),
  };
}

function draftOf(
  score: string,
  value: number,
  version: string,
  model: MeasuredModel,
  benchmarks: Benchmarks,
): ResultDraft {
  const measure = measureOf(score);
  const name = measure?.name ?? score;
  const benchmark = benchmarks.named(name);
  const { dataset, config = '', split = '', metric = UNNAMED_METRIC } = benchmark ?? {};
  return {
    id: score,
    include: true,
    name: name + version,
    datasetId: dataset ?? datasetSlug(name),
    config,
    split,
    metricType: measure?.metric ?? metric,
    metricName: '',
    shots: '',
    value: String(value),
    uncertainty: '',
    unit: '',
    notes: [...(measure ? [] : [NEW_SCORE]), ...(dataset === undefined ? [MADE_UP_ID] : [])],
    facts: { run: { notes: `measured by ${TITLE} at an API endpoint of ${model.name}, not on the uploaded weights` } },
  };
}
