import type { AgedList, MeasuredModel } from '../scores';
import { chooseRow } from './chooseRow';
import { loadBenchmarks } from './core';
import { Exit, type ExitStatus, failure, type Failure } from './exit';
import { finishMerge } from './finishMerge';
import { importCommand, type ImportOptions, readImportOptions } from './importOptions';
import { type Extraction, mergeDrafts, wrongCommon } from './mergeDrafts';
import type { MergeRequest } from './mergeOptions';
import { type Card, openCard } from './openCard';
import { loadScores, readModels } from './scores';
import { complain, fail } from './terminal';

/** `model-card import-aa`: the scores that Artificial Analysis has measured of a model into model-index. */
export async function importAa(args: readonly string[]): Promise<ExitStatus> {
  const read = readImportOptions(args);
  if (read.kind === 'failure') return fail(read);
  const { options } = read;
  const wrong = wrongCommon('import-aa', options);
  if (wrong) return fail(wrong);
  const card = await openCard(options.file);
  if (card.kind === 'failure') return fail(card);
  const list = await readModels(options.refresh === true);
  if ('kind' in list) return fail(list);
  const row = chooseRow(list, card.names, options);
  if (row.kind === 'failure') return fail(row);
  const request: MergeRequest = {
    command: 'import-aa',
    options,
    commandWith: (changes) => importCommand({ ...named(options, row.value), ...changes }),
  };
  const extraction = extractRow(card, list, row.value, request);
  if (extraction.kind === 'failure') return fail(extraction);
  const status = await finishMerge(card, extraction, request);
  complain(`The list of models is ${loadScores().describeAge(list.age)}; --refresh reads it anew.`);
  return status;
}

function extractRow(card: Card, list: AgedList, row: MeasuredModel, request: MergeRequest): Extraction | Failure {
  const { scoreSource, TITLE } = loadScores();
  const { models, warnings } = scoreSource(list, [row], loadBenchmarks());
  const [model] = models;
  if (model === undefined || model.drafts.length === 0) {
    return failure(
      Exit.notOne,
      `${TITLE} has measured nothing of ${row.name} that this key may read; choose another row.`,
    );
  }
  for (const warning of warnings) complain(warning);
  const origin = {
    subject: TITLE,
    place: `${TITLE} (${model.sourceUrl}), which measured an API endpoint of ${row.name}`,
    facts: { creator: row.creator.name, sourceId: row.id },
  };
  return mergeDrafts(card, model, origin, request);
}

/** The options that choose the same row again. */
function named(options: ImportOptions, { creator, slug }: MeasuredModel): ImportOptions {
  return { ...options, creator: creator.slug, model: slug };
}
