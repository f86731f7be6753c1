import { sameModel } from '../tables/modelName';
import type { CardName } from './types';

/**
 * What a new entry of model-index is called: the Hub repository without its owner, else the name of the card that the
 * table's model goes by, else the card's heading or folder, and only where it has none as the table names the model.
 */
export function entryName(names: readonly CardName[], modelName: string): string {
  const repository = names.find(({ from }) => from === 'repository');
  if (repository) return repository.name.slice(repository.name.lastIndexOf('/') + 1);
  const same = names.find(({ name }) => sameModel(name, modelName));
  const own = (same ?? names[0])?.name.replace(/^model\s+card\s+(?:for|of)\s+/i, '') ?? modelName;
  return own.trim() || 'model';
}
