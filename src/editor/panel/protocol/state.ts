import type { EvalChoice } from '../../extract/choice';
import type { ExtractFrom } from '../../extract/extractFrom';
import { flag, type Guard, list, literal, map, number, shape, tagged, text } from './guard';
import type { PanelState } from './messages';

/** What becomes of a value that the card claims otherwise. */
export const decision = literal('keep', 'replace');
const anchor = shape({ line: number, header: text, checksum: text, siblings: list(text) });
const model = shape({ index: number, name: text });
const changes = shape(
  {},
  {
    include: flag,
    name: text,
    metricType: text,
    datasetId: text,
    config: text,
    split: text,
    shots: text,
    value: text,
    uncertainty: text,
  },
);
const evalResults: Guard<EvalChoice> = shape(
  { include: flag, taskIds: map(text), notes: map(text) },
  { date: text, replace: flag },
);
/** What a person has chosen. */
export const choice = shape(
  {
    edits: list(shape({ id: text, of: text, changes })),
    common: shape({}, { taskType: text, sourceUrl: text, sourceName: text }),
    decisions: map(decision),
  },
  { model, confirmed: model, entry: number, entryName: text, table: flag, evalResults },
);

/** The fields that every score has. */
export const resultDraft = {
  id: text,
  include: flag,
  name: text,
  datasetId: text,
  config: text,
  split: text,
  metricType: text,
  metricName: text,
  shots: text,
  value: text,
  uncertainty: text,
  unit: literal('', '%'),
  notes: list(text),
};
/** What only some scores have. */
export const optionalOfDraft = {
  partOf: text,
  converted: shape({ value: text, uncertainty: text, note: text }),
};
/** How a score was measured. */
export const facts = shape(
  {},
  {
    samples: number,
    partial: flag,
    date: text,
    revision: text,
    run: shape({}, { framework: text, version: text, modelRevision: text, notes: text }),
    origin: shape({}, { line: number, file: text, run: text }),
  },
);
const scored = shape(
  {
    name: text,
    drafts: list(shape(resultDraft, { ...optionalOfDraft, higherIsBetter: flag, line: number, facts })),
    sourceName: text,
    sourceUrl: text,
  },
  { own: flag },
);
/** What the scores come from. */
export const from = tagged<ExtractFrom>('kind', {
  table: shape({ anchor }),
  scores: shape({ title: text, warnings: list(text), models: list(scored) }, { reproduce: text }),
});

/** Whether a value is a panel's state: what a window reload hands back may be anything. */
export const isPanelState: Guard<PanelState> = shape({ uri: text, from, choice });
