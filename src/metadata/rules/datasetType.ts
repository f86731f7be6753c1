import { hubRepository } from '../../card/repository';
import { DATASET_TYPE, datasetSlug } from '../../results/slug';
import { Link } from '../documentation';
import { type Path, pathText } from '../path';
import type { Rule } from '../rule';
import type { MetadataView } from '../views';
import { addKey, replaceText } from '../yamlEdits';
import { textScalar } from '../../results/modelIndex/scalar';

interface NoDatasetId {
  readonly path: Path;
  readonly type: string;
  readonly hasName: boolean;
}

/** A dataset's type that is no id: a title, most often. */
export const datasetType: Rule<MetadataView, NoDatasetId> = {
  code: 'model-index.dataset-type',
  severity: 'error',
  link: Link.specification,

  *find(view) {
    for (const { path, dataset } of view.results) {
      const { type } = dataset;
      if (typeof type !== 'string' || DATASET_TYPE.test(type)) continue;
      const at = [...path, 'dataset', 'type'];
      const message = `"${pathText(at)}" with value "${type}" fails to match the required pattern: ${String(DATASET_TYPE)}; give the id of a dataset, and its title in dataset.name.`;
      yield { range: view.valueRange(at), message, data: { path: at, type, hasName: dataset['name'] !== undefined } };
    }
  },

  fixes({ data: { path, type, hasName } }, view) {
    const repository = hubRepository(type);
    const id = repository?.kind === 'dataset' ? repository.id : datasetSlug(type);
    const edits = replaceText(view, path, id);
    const named = hasName ? [] : addKey(view, path.slice(0, -1), 'name', textScalar(type));
    return [{ title: `Change to "${id}"`, edits: [...named, ...edits], safe: false }];
  },
};
