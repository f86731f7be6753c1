import type { CardName } from './types';

/**
 * What a new entry of model-index is called: the Hub repository without its owner, else the model as the table names
 * it, else the card's heading or folder.
 */
export function entryName(names: readonly CardName[], modelName: string): string {
  const repository = names.find(({ from }) => from === 'repository');
  if (repository) return repository.name.slice(repository.name.lastIndexOf('/') + 1);
  return modelName.trim() || (names[0]?.name ?? 'model');
}
