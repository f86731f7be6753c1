import { nameKey } from './benchmarks';
import type { EvaluationResult } from './evaluationResult';
import { filled } from './filled';
import { yamlNumber } from './measuredValue';
import { DATASET_TYPE } from './slug';
import type { DraftCommon, DraftProblem, ResultDraft, ScoreDraft } from './types';

/** A draft with its texts as they are written: without blanks around them, shots without leading zeros. */
function tidy(draft: ResultDraft): ResultDraft {
  const { name, datasetId, config, split, metricType, metricName, shots, value, uncertainty } = draft;
  const texts = { name, datasetId, config, split, metricType, metricName, shots, value, uncertainty };
  const trimmed = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text.trim()]));
  return { ...draft, ...trimmed, shots: shots.trim().replace(/^0+(?=\d)/, '') };
}

/** What a draft measures, as far as its own fields tell. */
function measured(draft: ResultDraft): string {
  const { name, datasetId, config, split, metricType, metricName, shots } = tidy(draft);
  return JSON.stringify([nameKey(name), datasetId, config, split, metricType, metricName, shots]);
}

/** The ids of included drafts that say the same as an earlier one with another value. */
export function contradicting(drafts: readonly ResultDraft[]): ReadonlySet<string> {
  const values = new Map<string, number>();
  const ids = new Set<string>();
  for (const draft of drafts) {
    if (!draft.include) continue;
    const [key, value] = [measured(draft), Number(draft.value)];
    const earlier = values.get(key);
    if (earlier === undefined) values.set(key, value);
    else if (earlier !== value) ids.add(draft.id);
  }
  return ids;
}

/** What must be mended before the included drafts can be merged; problems of what they share have an empty id. */
export function checkDrafts(drafts: readonly ResultDraft[], common: DraftCommon): readonly DraftProblem[] {
  const contradictions = contradicting(drafts);
  return [
    ...checkCommon(common),
    ...drafts
      .filter(({ include }) => include)
      .flatMap((draft) => checkDraft(tidy(draft), contradictions.has(draft.id))),
  ];
}

function checkDraft(draft: ResultDraft, contradicts: boolean): readonly DraftProblem[] {
  const problems: DraftProblem[] = [];
  const report = (field: keyof ScoreDraft, message: string) => problems.push({ id: draft.id, field, message });
  if (draft.name === '') report('name', 'Give the benchmark a name.');
  if (!DATASET_TYPE.test(draft.datasetId)) {
    report('datasetId', 'A dataset id is a name, or owner/name, of letters, digits, dots, dashes and underscores.');
  }
  if (draft.metricType === '') report('metricType', 'Give the metric a type, such as accuracy.');
  if (!/^\d{0,4}$/.test(draft.shots)) report('shots', 'Shots are a whole number; leave them empty if not known.');
  if (yamlNumber(draft.value) === null)
    report('value', 'The value must be one number, with a point before its decimals.');
  if (contradicts) {
    report('name', 'Another row says the same with another value; give one its own name, or leave it out.');
  }
  return problems;
}

/** What must be mended in what all results share. */
export function checkCommon({ taskType, sourceUrl }: DraftCommon): readonly DraftProblem[] {
  const problems: DraftProblem[] = [];
  if (taskType.trim() === '')
    problems.push({ id: '', field: 'taskType', message: 'Give the task a type, such as text-generation.' });
  if (sourceUrl.trim() !== '' && !isWebAddress(sourceUrl.trim())) {
    const message = 'The source is a web address that begins with https:// or http://; leave it empty to write none.';
    problems.push({ id: '', field: 'sourceUrl', message });
  }
  return problems;
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** The results of the included drafts; a source without an address is left out, as the Hub refuses it. */
export function toResults(drafts: readonly ResultDraft[], common: DraftCommon): readonly EvaluationResult[] {
  const [url, sourceName] = [common.sourceUrl.trim(), common.sourceName.trim()];
  return drafts
    .filter(({ include }) => include)
    .map(tidy)
    .map((draft) => {
      const { name, datasetId, config, split, metricType, metricName, shots, value, uncertainty, unit, line } = draft;
      const { revision = '', origin, ...facts } = draft.facts ?? {};
      return {
        task: { type: common.taskType.trim() },
        dataset: { type: datasetId, name, ...filled({ config, split, revision }) },
        metric: {
          type: metricType,
          ...filled({ name: metricName }),
          value: { number: Number(value), text: value },
          ...(unit !== '' && { unit }),
          ...(draft.higherIsBetter !== undefined && { higherIsBetter: draft.higherIsBetter }),
        },
        ...(shots !== '' && { shots: Number(shots) }),
        ...filled({ standardError: uncertainty }),
        ...facts,
        ...(url !== '' && { source: { url, ...filled({ name: sourceName }) } }),
        origin: { ...origin, ...(line !== undefined && { line }) },
      };
    });
}
