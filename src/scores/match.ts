import { matchModel, nameTokens, sameModel, type WantedName } from '../tables/modelName';
import type { MeasuredModel } from './modelList';

/**
 * The rows that are surely the card's model: those that name its repository, else those with the tokens of one of its
 * names, an effort in parentheses aside. Several are the same model at several efforts.
 */
export function rowsOfCard(models: readonly MeasuredModel[], names: readonly WantedName[]): readonly MeasuredModel[] {
  const repository = names.find(({ from }) => from === 'repository')?.name.toLowerCase();
  const linked = models.filter(
    ({ repositoryId }) => repository !== undefined && repositoryId?.toLowerCase() === repository,
  );
  if (linked.length > 0) return linked;
  for (const { name, from } of names) {
    if (from !== 'repository' && from !== 'model-index') continue;
    const named = models.filter((model) => sameModel(withoutEffort(model.name), name));
    if (named.length > 0) return named;
  }
  return [];
}

/** The rows that a typed name means: by id, slug or name just so, else by the tokens of the name without an effort. */
export function rowsNamed(models: readonly MeasuredModel[], typed: string): readonly MeasuredModel[] {
  const text = typed.trim().toLowerCase();
  const exact = models.filter(({ id, slug, name }) => [id, slug, name].some((one) => one.toLowerCase() === text));
  if (exact.length > 0) return exact;
  return models.filter(({ name }) => sameModel(name, typed) || sameModel(withoutEffort(name), typed));
}

/** A row and the others that are the same model at another effort. */
export function efforts(models: readonly MeasuredModel[], row: MeasuredModel): readonly MeasuredModel[] {
  return models.filter(
    ({ name, creator }) => creator.slug === row.creator.slug && sameModel(withoutEffort(name), withoutEffort(row.name)),
  );
}

/** The models of a creator by slug or name; all where nobody is named. */
export function modelsOf(models: readonly MeasuredModel[], creator: string | undefined): readonly MeasuredModel[] {
  const key = (text: string) => nameTokens(text).join(' ');
  if (creator === undefined) return models;
  return models.filter(({ creator: own }) => [own.slug, own.name].some((one) => key(one) === key(creator)));
}

/** Models by how near their names come to the wanted ones, the nearest first. */
export function nearestModels(
  models: readonly MeasuredModel[],
  names: readonly WantedName[],
): readonly MeasuredModel[] {
  const match = matchModel(
    models.map(({ name }) => withoutEffort(name)),
    names,
  );
  const order = match.kind === 'none' ? match.candidates : models.map((_, index) => index);
  return order.flatMap((index) => models[index] ?? []);
}

function withoutEffort(name: string): string {
  return name.replace(/\s*\([^()]*\)\s*$/, '');
}
