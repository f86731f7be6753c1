import type { TableContent } from '../../analysis/tableContent';
import type { EvalEntryRow, EvalLeftOut, EvalResultsView, EvalState } from '../../evalResults/evalView';
import type { ConflictOption, EntryOptions, MergeOutcome } from '../../extract/extraction';
import { flag, type Guard, list, literal, none, number, either, shape, tagged, text } from './guard';
import type { ToPage } from './messages';
import { decision, facts, from, isPanelState, optionalOfDraft, resultDraft } from './state';

const cell = shape({
  row: number,
  column: number,
  rowSpan: number,
  columnSpan: number,
  header: flag,
  text,
  skipped: text,
});
const table: Guard<TableContent> = shape({
  number,
  line: number,
  headings: list(text),
  caption: text,
  notes: list(text),
  headerRows: number,
  rows: list(list(cell)),
  rowsLeftOut: number,
  columnsLeftOut: number,
});

const draft = shape(
  {
    ...resultDraft,
    of: text,
    row: number,
    column: number,
    measured: shape({ value: text, uncertainty: text }),
  },
  { ...optionalOfDraft, line: number, facts },
);
const entry = tagged<EntryOptions>('kind', {
  new: shape({ name: text }),
  sole: shape({ name: text }),
  several: shape({ names: list(text), chosen: either(number, none) }),
});
const conflict: Guard<ConflictOption> = shape({
  id: text,
  name: text,
  metric: text,
  existing: shape({ value: text, line: number, verified: flag }),
  wanted: shape({ value: text, place: text }),
  decision,
});
const sentence = shape({ message: text });
const merge = tagged<MergeOutcome>('kind', {
  merge: shape({
    added: number,
    same: number,
    repeated: number,
    conflicts: list(conflict),
    table: flag,
    diff: list(shape({ oldLine: number, newLine: number, lines: list(text) })),
    linesLeftOut: number,
  }),
  'choose-model': sentence,
  'nothing-chosen': sentence,
  'mend-first': sentence,
  'choose-entry': sentence,
  'hidden-front-matter': sentence,
  'broken-front-matter': shape({ message: text, line: number, column: number }),
  'not-editable': shape({ message: text, line: number, column: number }),
});
const cardName = shape({ name: text, from: literal('repository', 'model-index', 'heading', 'folder') });
const view = shape({
  names: list(cardName),
  matched: either(cardName, none),
  models: list(shape({ index: number, name: text, scores: number, own: flag })),
  candidates: list(number),
  model: either(number, none),
  needsConfirmation: flag,
  asksConfirmation: flag,
  drafts: list(draft),
  problems: list(shape({ id: text, field: text, message: text })),
  common: shape({ taskType: text, sourceUrl: text, sourceName: text }),
  entry,
  merge,
  fingerprint: text,
  hasYaml: flag,
});

const task = shape({ dataset: text, chosen: text, ids: list(text) });
const evalRow = tagged<EvalEntryRow | EvalLeftOut>('kind', {
  entry: shape(
    {
      ...{ of: text, name: text, path: text, value: text, notes: text, date: text, source: text, onHub: list(text) },
      state: literal<EvalState>('new', 'added', 'same', 'repeated', 'kept', 'replaced', 'signed'),
    },
    { convertedFrom: text, there: text, leaderboard: shape({ top: number, median: number }), task },
  ),
  'left-out': shape({ name: text, reason: text }, { task }),
});
const evalView: Guard<EvalResultsView> = shape({
  rows: list(evalRow),
  files: list(text),
  problem: text,
  verify: list(text),
  fingerprint: text,
});

/** Whether a value is a message of the editor. */
export const isToPage = tagged<ToPage>('type', {
  start: shape({ state: isPanelState, card: shape({ path: text }), tasks: list(text) }),
  table: shape({ from, table }),
  view: shape({ choice: number, view }),
  evalResults: shape({ choice: number, view: evalView }),
  gone: sentence,
  status: shape({ level: literal('info', 'error'), message: text }),
});
