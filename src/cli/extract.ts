import { chooseModel } from './chooseModel';
import { chooseTable } from './chooseTable';
import { loadBenchmarks, loadCore } from './core';
import type { ExitStatus, Failure } from './exit';
import { extractCommand, type ExtractOptions, readExtractOptions } from './extractOptions';
import { finishMerge } from './finishMerge';
import { type Extraction, mergeDrafts, wrongCommon } from './mergeDrafts';
import type { MergeRequest } from './mergeOptions';
import { type Card, openCard } from './openCard';
import { fail } from './terminal';

/** `model-card extract`: one model's scores of one table into model-index. */
export async function extract(args: readonly string[]): Promise<ExitStatus> {
  const read = readExtractOptions(args);
  if (read.kind === 'failure') return fail(read);
  const { options } = read;
  const wrong = wrongCommon('extract', options);
  if (wrong) return fail(wrong);
  const card = await openCard(options.file);
  if (card.kind === 'failure') return fail(card);
  const request: MergeRequest = {
    command: 'extract',
    options,
    commandWith: (changes) => extractCommand({ ...options, ...changes }),
  };
  const extraction = extractFrom(card, options, request);
  return extraction.kind === 'failure' ? fail(extraction) : finishMerge(card, extraction, request);
}

function extractFrom(card: Card, options: ExtractOptions, request: MergeRequest): Extraction | Failure {
  const table = chooseTable(card.analysis, options);
  if (table.kind === 'failure') return table;
  const model = chooseModel(table.value, card.names, options);
  if (model.kind === 'failure') return model;
  const { number, grid } = table.value;
  const scored = {
    name: model.value.name,
    drafts: loadCore().draftScores(model.value, loadBenchmarks()),
    ...loadCore().cardAsSource(card.repositoryId),
  };
  const origin = {
    subject: 'the table',
    place: `the table in line ${String(grid.line)} of the card`,
    facts: { table: number, line: grid.line },
  };
  return mergeDrafts(card, scored, origin, request);
}
