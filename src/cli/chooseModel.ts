import { count } from '../plural';
import type { CardName, CardTable } from '../results/types';
import type { ModelReading } from '../tables/reading';
import { type Candidate, chosen, type Chosen, notOne } from './choice';
import { loadCore } from './core';
import { describeTable, locateTable } from './describeTable';
import type { Failure } from './exit';
import { extractCommand, type ExtractOptions, tablesFile } from './extractOptions';
import { oneLine } from './terminal';

/** The model that `--model` or `--model-index` names, else the one that is certainly the card's. */
export function chooseModel(
  table: CardTable,
  names: readonly CardName[],
  options: ExtractOptions,
): Chosen<ModelReading> | Failure {
  const { models } = table.reading;
  const where = `${tablesFile(options)}, ${locateTable(table)}`;
  if (models.length === 0) return notOne(`${where}: ${describeTable(table)}.`, []);
  if (options.modelIndex !== undefined) {
    const model = models[options.modelIndex - 1];
    if (model) return chosen(model);
    const message = `${where} has no model ${String(options.modelIndex)} but ${count(models.length, 'model')}.`;
    return notOne(message, offerModels(table, options));
  }
  if (options.model !== undefined) return chooseNamed(table, options.model, options, where);

  const model = models[preselected(table, names) ?? -1];
  if (model) return chosen(model);
  const message = `${where} names ${count(models.length, 'model')}, none of them surely the card's; choose one.`;
  return notOne(message, offerModels(table, options, names));
}

/** Which model of the table is certainly the card's; an index from 0 on. */
export function preselected(table: CardTable, names: readonly CardName[]): number | null {
  return loadCore().chooseOwnModel(table.reading, names).preselected;
}

/** The options that choose the model of an index from 0 on: by its name where a person can type that and it is enough. */
export function modelOptions(table: CardTable, index: number): Pick<ExtractOptions, 'model' | 'modelIndex'> {
  const { models } = table.reading;
  const name = models[index]?.name ?? '';
  if (models.length === 1 && name === '') return { model: undefined, modelIndex: undefined };
  return name !== '' && name === oneLine(name) && named(table, name).length === 1
    ? { model: name, modelIndex: undefined }
    : { model: undefined, modelIndex: index + 1 };
}

function chooseNamed(
  table: CardTable,
  name: string,
  options: ExtractOptions,
  where: string,
): Chosen<ModelReading> | Failure {
  const found = named(table, name);
  const [model] = found;
  if (model && found.length === 1) return chosen(model);
  if (model)
    return notOne(
      `${where} has ${String(found.length)} models named "${name}"; choose one.`,
      offerModels(table, options),
    );
  if (table.reading.models.every((candidate) => candidate.name === '')) {
    return notOne(
      `${where} names no model, so its scores are the card's own; leave out --model.`,
      offerModels(table, options),
    );
  }
  const message = `${where} has no model named "${name}".`;
  return notOne(message, offerModels(table, options, [{ name, from: 'model-index' }]));
}

/** The models that go by a name: the ones written just so, else the ones whose names have the same words. */
function named({ reading }: CardTable, name: string): readonly ModelReading[] {
  const same = reading.models.filter((model) => model.name === name);
  return same.length > 0 ? same : reading.models.filter((model) => loadCore().sameModel(model.name, name));
}

/** All models, those first that are likely meant. */
function offerModels(table: CardTable, options: ExtractOptions, names: readonly CardName[] = []): readonly Candidate[] {
  const { match } = loadCore().chooseOwnModel(table.reading, names);
  const all = table.reading.models.map((_, index) => index);
  const first = match.kind === 'exact' ? [match.index] : match.candidates;
  return [...new Set([...first, ...all])].map((index) => ({
    label: `model ${String(index + 1)}, ${oneLine(table.reading.models[index]?.name ?? '') || 'without a name'}`,
    command: extractCommand({ ...options, table: table.number, line: undefined, ...modelOptions(table, index) }),
  }));
}
