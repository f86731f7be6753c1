import type { TextDocument } from 'vscode';
import type { CardStore } from '../analysis/cardStore';
import type { Asker, Option } from '../asker';
import type { EvalResults } from '../evalResults/index';
import { loadEvalResults } from '../evalResultsClient';
import { count } from '../../plural';
import { applyExtraction, type ApplyOutcome, type ApplyRequest, moveMetadataUp } from './apply';
import { type ChosenModel, type DraftEdit, type ExtractionChoice, NO_CHOICE } from './choice';
import type { ConflictOption, Extraction } from './extraction';
import type { ExtractFrom } from './extractFrom';
import { extractNow } from './extractNow';
import type { Previews } from './preview';

/** What extracting by quick picks works with. */
export interface QuickPickParts {
  readonly store: CardStore;
  readonly previews: Previews;
  readonly evalResults: () => EvalResults;
  readonly asker: Asker;
}

type End = ApplyOutcome | undefined;

/** The panel's work by lists alone: model, scores, conflicts, then apply (also as `.eval_results`) or preview; undefined where the person left. */
export async function extractByQuickPicks(
  document: TextDocument,
  from: ExtractFrom,
  parts: QuickPickParts,
): Promise<End> {
  const look = (choice: ExtractionChoice) => extractionOf(document, from, choice, parts.store);

  const model = await chooseModel(await look(NO_CHOICE), parts.asker);
  if (!model) return undefined;
  let choice: ExtractionChoice = { ...NO_CHOICE, model, confirmed: model };
  const edits = await chooseScores(await look(choice), model, parts.asker);
  if (!edits) return undefined;
  choice = { ...choice, edits };
  const entry = await chooseEntry(await look(choice), parts.asker);
  if (entry === undefined) return undefined;
  choice = { ...choice, ...entry };
  const decisions = await decideConflicts(await look(choice), parts.asker);
  if (!decisions) return undefined;
  choice = { ...choice, decisions };

  const extraction = await look(choice);
  if (extraction === null) return refused('The table is gone from the card; choose another one.');
  const [problem] = extraction.problems;
  if (problem) return refused(`${nameOf(extraction, problem.id)}${problem.message} The panel is the place to mend it.`);
  return finish(extraction, { document, from, choice, seen: extraction.fingerprint }, parts);
}

function nameOf({ drafts }: Extraction, id: string): string {
  const draft = drafts.find((one) => one.id === id);
  return draft ? `${draft.name}: ` : '';
}

async function extractionOf(document: TextDocument, from: ExtractFrom, choice: ExtractionChoice, store: CardStore) {
  return (await extractNow(store, document, from, choice))?.extraction ?? null;
}

/** The card's own model needs no question; any other is chosen, and confirmed to be the card's. */
async function chooseModel(extraction: Extraction | null, asker: Asker): Promise<ChosenModel | undefined> {
  if (extraction === null) return undefined;
  const { models, candidates, names } = extraction;
  const preselected = extraction.model === null ? undefined : models[extraction.model];
  if (preselected) return { index: preselected.index, name: preselected.name };
  const rank = ({ index, own }: Extraction['models'][number]) => {
    if (own) return -1;
    const place = candidates.indexOf(index);
    return place < 0 ? models.length : place;
  };
  const chosen = await asker.pick(
    'Extract to model-index: which model is this card’s?',
    [...models]
      .sort((a, b) => rank(a) - rank(b))
      .map((model) => ({
        label: model.name === '' ? `Model ${model.index + 1}` : model.name,
        description: [count(model.scores, 'score'), ...(model.own ? ['the card’s own name'] : [])].join(' · '),
        value: model,
      })),
  );
  if (!chosen) return undefined;
  const model = { index: chosen.index, name: chosen.name };
  if (chosen.own) return model;
  const known = names[0] ? `The card goes by the name ${names[0].name}.` : 'The card does not say its model’s name.';
  const question = `Are these scores of ${chosen.name || 'the unnamed model'} the scores of this card’s model?`;
  return (await asker.confirm(question, known, 'Yes, Use Them')) ? model : undefined;
}

async function chooseScores(
  extraction: Extraction | null,
  model: ChosenModel,
  asker: Asker,
): Promise<readonly DraftEdit[] | undefined> {
  if (extraction === null) return undefined;
  const picked = await asker.pickMany(
    `Extract to model-index: which scores${model.name === '' ? '' : ` of ${model.name}`}?`,
    extraction.drafts.map((draft) => ({
      label: draft.name,
      description: [draft.value, draft.metricType, ...(draft.shots === '' ? [] : [`${draft.shots}-shot`])].join(' · '),
      ...(draft.notes.length > 0 && { detail: draft.notes.join(' ') }),
      picked: draft.include,
      value: draft,
    })),
  );
  if (!picked) return undefined;
  const included = new Set(picked.map(({ id }) => id));
  return extraction.drafts
    .filter(({ id, include }) => included.has(id) !== include)
    .map(({ id, of }) => ({ id, of, changes: { include: included.has(id) } }));
}

/** The entry to add to, an empty choice where there is nothing to choose, undefined where the person left. */
async function chooseEntry(
  extraction: Extraction | null,
  asker: Asker,
): Promise<Pick<ExtractionChoice, 'entry'> | undefined> {
  if (extraction?.entry.kind !== 'several') return {};
  const options = extraction.entry.names.map((name, index): Option<number> => ({
    label: name || `Entry ${index + 1}, without a name`,
    value: index,
  }));
  const entry = await asker.pick('Extract to model-index: which entry do these results belong to?', options);
  return entry === undefined ? undefined : { entry };
}

async function decideConflicts(
  extraction: Extraction | null,
  asker: Asker,
): Promise<ExtractionChoice['decisions'] | undefined> {
  const decisions: Record<string, 'keep' | 'replace'> = {};
  if (extraction?.merge.kind !== 'merge') return decisions;
  for (const conflict of extraction.merge.conflicts) {
    const decision = await asker.pick(`${conflict.name}, ${conflict.metric}: two values`, conflictOptions(conflict));
    if (decision === undefined) return undefined;
    decisions[conflict.id] = decision;
  }
  return decisions;
}

function conflictOptions({ existing, wanted }: ConflictOption): readonly Option<'keep' | 'replace'>[] {
  const verified = existing.verified ? ' · verified by the Hub' : '';
  const unverified = existing.verified ? ' · the Hub’s verification does not hold for it' : '';
  return [
    { label: `Keep ${existing.value}`, description: `line ${existing.line}, model-index${verified}`, value: 'keep' },
    { label: `Replace by ${wanted.value}`, description: `${wanted.place}${unverified}`, value: 'replace' },
  ];
}

async function finish(extraction: Extraction, request: ApplyRequest, parts: QuickPickParts): Promise<End> {
  const { merge, edits } = extraction;
  const { store, previews, asker } = parts;
  const { document } = request;
  if (merge.kind === 'hidden-front-matter') {
    const up = await asker.confirm(
      'Move the metadata to the top of the card first?',
      merge.message,
      'Move It Up First',
    );
    return up ? moveMetadataUp(request, store, asker) : undefined;
  }
  if (merge.kind !== 'merge') return refused(merge.message);
  const { chooseBeside, hasLeaderboard } = loadEvalResults();
  const evalResults = parts.evalResults();
  const isForLeaderboards = await hasLeaderboard(document, extraction, evalResults);
  if (edits.length === 0 && !isForLeaderboards) {
    return { kind: 'unchanged', message: 'Nothing to change: model-index says all this already.' };
  }
  const replaced = merge.conflicts.filter(({ decision }) => decision === 'replace').length;
  const facts = [
    `adds ${merge.added}, replaces ${replaced}, leaves ${merge.same} as they are`,
    ...(merge.repeated > 0 ? [`leaves out ${merge.repeated} that another row repeats`] : []),
  ].join(', ');
  const apply = { label: 'Apply', description: facts, value: 'apply' };
  const both = { label: 'Apply, also as .eval_results…', description: 'for leaderboards of the Hub', value: 'both' };
  const preview = { label: 'Preview in diff editor', value: 'preview' };
  const ways = edits.length === 0 ? [both] : isForLeaderboards ? [apply, both, preview] : [apply, preview];
  const next = await asker.pick('Extract to model-index: ready', ways);
  if (next === undefined) return undefined;
  if (next === 'preview') {
    await previews.show(document, edits);
    if (!(await asker.offer('The diff shows the card as it would be; nothing is written yet.', 'Apply')))
      return undefined;
  }
  let toApply = request;
  if (next === 'both') {
    const chosen = await chooseBeside(document, extraction, evalResults, asker);
    if (chosen?.kind !== 'chosen') return chosen;
    toApply = { ...request, beside: chosen.beside };
  }
  const outcome = await applyExtraction(toApply, store, asker);
  if (outcome.kind === 'applied') await previews.close(document);
  return outcome;
}

function refused(message: string): ApplyOutcome {
  return { kind: 'refused', message };
}
