import { count } from '../plural';
import type { CardName } from '../results/types';
import type { AgedList, MeasuredModel } from '../scores';
import { type Candidate, chosen, type Chosen, notOne } from './choice';
import type { Failure } from './exit';
import { importCommand, type ImportOptions } from './importOptions';
import { loadScores } from './scores';
import { oneLine } from './terminal';

/** How many rows are offered where none or many could be meant. */
const MOST_OFFERED = 10;

/** The row that `--creator` and `--model` name, else the one that is certainly the card's model. */
export function chooseRow(
  { models }: AgedList,
  names: readonly CardName[],
  options: ImportOptions,
): Chosen<MeasuredModel> | Failure {
  const { modelsOf, nearestModels, rowsNamed, rowsOfCard, TITLE } = loadScores();
  const offer = (rows: readonly MeasuredModel[]) => rows.slice(0, MOST_OFFERED).map((row) => candidate(row, options));
  const ofCreator = modelsOf(models, options.creator);
  if (ofCreator.length === 0 && options.creator !== undefined) {
    const message = `${TITLE} has no creator named "${options.creator}"; choose one of the models that come near.`;
    const wanted = options.model === undefined ? names : [{ name: options.model, from: 'model-index' } as const];
    return notOne(message, offer(nearestModels(models, wanted)));
  }
  const rows = options.model === undefined ? rowsOfCard(ofCreator, names) : rowsNamed(ofCreator, options.model);
  const [row] = rows;
  if (row && rows.length === 1) return chosen(row);
  if (row) {
    const meant = options.model === undefined ? "may be this card's model" : `go by "${options.model}"`;
    const message = `${TITLE} has ${count(rows.length, 'row')} that ${meant}, as it measures each reasoning effort by itself; choose one.`;
    return notOne(message, offer(rows));
  }
  if (options.model !== undefined) {
    const message = `${TITLE} has no model named "${options.model}"${options.creator === undefined ? '' : ` of ${options.creator}`}; these come nearest.`;
    return notOne(message, offer(nearestModels(ofCreator, [{ name: options.model, from: 'model-index' }])));
  }
  return notOne(
    `${TITLE} has no model that is surely this card's; choose one.`,
    offer(nearestModels(ofCreator, names)),
  );
}

function candidate(row: MeasuredModel, options: ImportOptions): Candidate {
  const scores = count(Object.keys(row.scores).length, 'score');
  return {
    label: `${oneLine(row.name)} by ${oneLine(row.creator.name)}, ${scores}`,
    command: importCommand({ ...options, creator: row.creator.slug, model: row.slug }),
  };
}
