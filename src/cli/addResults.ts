import { applyEdits } from '../card/text';
import type { Run } from '../results/runs/readRun';
import type { ResultDraft } from '../results/types';
import { addCommand, type AddOptions, readAddOptions } from './addOptions';
import { loadCore } from './core';
import type { ExitStatus, Failure } from './exit';
import { finishMerge } from './finishMerge';
import { type Extraction, mergeDrafts } from './mergeDrafts';
import type { MergeRequest } from './mergeOptions';
import { type Card, openCard } from './openCard';
import { readRunFile } from './resultFiles';
import { complain, fail, oneLine } from './terminal';

/** `model-card add-results`: the result file of an evaluation run into model-index, and into a table of the body. */
export async function addResults(args: readonly string[]): Promise<ExitStatus> {
  const read = readAddOptions(args);
  if (read.kind === 'failure') return fail(read);
  const { options } = read;
  const run = await readRunFile(options.results);
  if (run.kind === 'failure') return fail(run);
  const card = await openCard(options.file);
  if (card.kind === 'failure') return fail(card);
  const request: MergeRequest = {
    command: 'add-results',
    options,
    commandWith: (changes) => addCommand({ ...options, ...changes }),
  };
  const drafts = draftsOf(run, card, options);
  const extraction = extractRun(run, drafts, card, options, request);
  if (extraction.kind === 'failure') return fail(extraction);
  const withTable = options.table === true ? addTable(card, extraction) : extraction;
  const status = await finishMerge(card, withTable, request);
  for (const note of notesOn(run, drafts, card)) complain(note);
  return status;
}

function draftsOf(
  run: Run,
  card: Card,
  { parts = false, partial = false, convert }: AddOptions,
): readonly ResultDraft[] {
  const { besideCardScale, cardScale, draftRun, onCardScale } = loadCore();
  const drafts = besideCardScale(draftRun(run, { parts, partial }), cardScale(card.analysis.metadata));
  return convert === true ? drafts.map(onCardScale) : drafts;
}

function extractRun(
  run: Run,
  drafts: readonly ResultDraft[],
  card: Card,
  options: AddOptions,
  request: MergeRequest,
): Extraction | Failure {
  const page = card.repositoryId === undefined ? '' : `https://huggingface.co/${card.repositoryId}`;
  const hasSource = (options.sourceUrl ?? page) !== '';
  const model = {
    name: (run.model ?? '').replace(/^.*\//, ''),
    drafts,
    sourceUrl: page,
    // The Hub takes no source without an address.
    sourceName: hasSource ? run.sourceName : '',
  };
  const origin = {
    subject: 'the run',
    place: `${run.sourceName} (${oneLine(options.results.replace(/^.*[\\/]/, ''))})`,
    facts: { resultFile: options.results, source: run.sourceName },
  };
  return mergeDrafts(card, model, origin, request);
}

/** Brings the results into the body, too. */
function addTable(card: Card, extraction: Extraction): Extraction {
  const { plan, results } = extraction;
  const { planResultsTable, tabledResults } = loadCore();
  const edits = [...plan.edits, ...planResultsTable(card.text, card.analysis, tabledResults(results, plan))];
  return { ...extraction, plan: { ...plan, edits, text: applyEdits(card.text, edits) } };
}

/** What a person should know of the run itself, one sentence each. */
function notesOn(run: Run, drafts: readonly ResultDraft[], { names }: Card): readonly string[] {
  const { sameModel } = loadCore();
  const { model, warnings, results } = run;
  const isOther = model !== undefined && names.length > 0 && !names.some(({ name }) => sameModel(name, model));
  const left = results.filter((_, index) => drafts[index]?.include === false);
  const other = drafts.find(({ include, converted }) => include && converted);
  return [
    ...warnings,
    ...(left.some(({ partOf }) => partOf !== undefined) ? ['--parts takes the parts of averages, too.'] : []),
    ...(left.some(({ extent }) => extent !== undefined) ? ['--partial takes what was measured in part, too.'] : []),
    ...(isOther
      ? [`The run is of ${oneLine(model)}, which is no name of the card's model; look whether it belongs here.`]
      : []),
    ...(other?.converted
      ? [`${oneLine(other.name)} ${other.value}: ${other.converted.note} --convert takes that.`]
      : []),
  ];
}
