import type { Benchmark, Benchmarks } from '../benchmarks';
import type { EvaluationResult } from '../evaluationResult';
import { DATASET_TYPE, datasetSlug } from '../slug';
import { known, type Measured } from './measured';

/** Loaders of the `datasets` library, which stand where a dataset's id would: the data lay in a file. */
const LOADERS = new Set(['json', 'csv', 'text', 'parquet', 'arrow', 'pandas', 'xml', 'webdataset', 'imagefolder']);

/** The dataset of a measured value; `isKnown` is false where its id had to be made from the task's name. */
export function datasetOf(
  { task, dataset = {} }: Measured,
  benchmarks: Benchmarks,
): { readonly dataset: EvaluationResult['dataset']; readonly isKnown: boolean } {
  const { config, split, revision } = dataset;
  const id = dataset.id !== undefined && isOnHub(dataset.id) ? dataset.id : undefined;
  const named = benchmarks.named(task);
  const name = named?.name ?? nameByDataset(id, config, benchmarks) ?? task;
  if (id !== undefined) return { dataset: { type: id, name, ...known({ config, split, revision }) }, isKnown: true };
  if (named?.dataset === undefined) return { dataset: { type: datasetSlug(task), name }, isKnown: false };
  const usual = known({ config: named.config, split: named.split });
  return { dataset: { type: named.dataset, name, ...usual }, isKnown: true };
}

function isOnHub(id: string): boolean {
  return DATASET_TYPE.test(id) && !LOADERS.has(id);
}

/** A subset of a known benchmark is named after both: `MMLU astronomy`. */
function nameByDataset(id: string | undefined, config: string | undefined, benchmarks: Benchmarks): string | undefined {
  const filed = id === undefined ? undefined : benchmarks.of(id, config);
  if (!filed) return undefined;
  return config === undefined || isUsual(filed, config) ? filed.name : `${filed.name} ${config}`;
}

function isUsual({ config, otherConfigs = [] }: Benchmark, used: string): boolean {
  return ['default', config, ...otherConfigs].includes(used) || config === undefined;
}
