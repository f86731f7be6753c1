import { chooseModel } from './chooseModel';
import { chooseTable } from './chooseTable';
import { loadBenchmarks, loadCore } from './core';
import type { ExitStatus, Failure } from './exit';
import { extractCommand, type ExtractOptions, readExtractOptions } from './extractOptions';
import { finishMerge } from './finishMerge';
import { type Extraction, mergeDrafts, wrongCommon } from './mergeDrafts';
import type { MergeRequest } from './mergeOptions';
import { type Card, openCard } from './openCard';
import { readPastedFile } from './pasted';
import { complain, fail } from './terminal';

/** `model-card extract`: one model's scores of a table, of the card or pasted, into model-index. */
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
  const extraction =
    options.pasted === undefined
      ? extractFrom(card, options, request)
      : extractPasted(card, options.pasted, options, request);
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

function extractPasted(
  card: Card,
  pasted: string,
  options: ExtractOptions,
  request: MergeRequest,
): Extraction | Failure {
  const { analyzeCard, pastedModel } = loadCore();
  const read = readPastedFile(pasted);
  if (read.kind === 'failure') return read;
  const table = chooseTable(analyzeCard(read.markdown), options);
  if (table.kind === 'failure') return table;
  const model = chooseModel(table.value, card.names, options);
  if (model.kind === 'failure') return model;
  const scored = pastedModel(model.value, table.value.reading, loadBenchmarks());
  const origin = {
    subject: 'the pasted table',
    place: `a pasted table (${read.format})`,
    facts: { pasted, table: table.value.number },
  };
  if (options.sourceUrl === undefined) complain('--source-url names the page or paper that these scores come from.');
  return mergeDrafts(card, scored, origin, request);
}
