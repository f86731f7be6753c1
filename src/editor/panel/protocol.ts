import type { DiffHunk } from '../../card/mergeDiff';
import type { TableContent } from '../analysis/tableContent';
import type { EvalEntryRow, EvalLeftOut, EvalResultsView, EvalState, EvalTask } from '../evalResults/evalView';
import type { ChosenModel, DraftEdit, EditableField, EvalChoice, ExtractionChoice } from '../extract/choice';
import type { EditableDraft } from '../extract/draftEdits';
import type { ConflictOption, EntryOptions, Extraction, MergeOutcome, ModelOption } from '../extract/extraction';
import type { ExtractFrom } from '../extract/extractFrom';

// The messages between the panel's page and the editor, and the guards that check each one when it arrives.

export type {
  ChosenModel,
  ConflictOption,
  DiffHunk,
  DraftEdit,
  EditableDraft,
  EditableField,
  EntryOptions,
  EvalChoice,
  EvalEntryRow,
  EvalLeftOut,
  EvalResultsView,
  EvalTask,
  ExtractionChoice,
  MergeOutcome,
  ModelOption,
  TableContent,
};

/** What a panel needs to be opened again after a window reload. */
export interface PanelState {
  /** The card. */
  readonly uri: string;
  readonly from: ExtractFrom;
  readonly choice: ExtractionChoice;
}

/** The parts of an extraction that the page shows. */
export type PanelView = Omit<Extraction, 'edits' | 'yaml'> & { readonly hasYaml: boolean };

/** Which card the panel speaks of. */
export interface CardTitle {
  /** Path in the workspace. */
  readonly path: string;
}

/** What the editor tells the page; it says nothing before the page is ready. */
export type ToPage =
  /** Begin with this state; the page keeps it for window reloads. */
  | { readonly type: 'start'; readonly state: PanelState; readonly card: CardTitle; readonly tasks: readonly string[] }
  /** The table, or the scores from elsewhere as one, when it is new or has changed. */
  | { readonly type: 'table'; readonly from: ExtractFrom; readonly table: TableContent }
  /** What the choice with this number means. */
  | { readonly type: 'view'; readonly choice: number; readonly view: PanelView }
  /** What it means for files of `.eval_results/`; it may come again with more that the Hub says. */
  | { readonly type: 'evalResults'; readonly choice: number; readonly view: EvalResultsView }
  | { readonly type: 'gone'; readonly message: string }
  | { readonly type: 'status'; readonly level: 'info' | 'error'; readonly message: string };

/** What the page tells the editor. */
export type FromPage =
  | { readonly type: 'ready' }
  /** Choices are numbered, so that an answer to an older one is not taken for the newest's. */
  | { readonly type: 'choose'; readonly number: number; readonly choice: ExtractionChoice }
  /** The fingerprints of what was shown. */
  | { readonly type: 'apply'; readonly seen: string; readonly seenBeside: string }
  | { readonly type: 'preview' | 'copyYaml' | 'copyReproduce' | 'moveUp' | 'goToProblem' | 'chooseTable' }
  /** Copy the command in this place among those whose results the Hub verifies. */
  | { readonly type: 'copyVerify' | 'evaluateVerified'; readonly index: number }
  /** Show this 1-based line of the card. */
  | { readonly type: 'reveal'; readonly line: number };

// Each side bundles only the guards that it uses: the marks say that making one has no other effect.

type Guard<T> = (value: unknown) => value is T;
type Guarded<G> = G extends Guard<infer T> ? T : never;
type Shape = Readonly<Record<string, Guard<unknown>>>;
type Of<S extends Shape> = { readonly [K in keyof S]: Guarded<S[K]> };

const text: Guard<string> = (value) => typeof value === 'string';
const number: Guard<number> = (value) => typeof value === 'number';
const flag: Guard<boolean> = (value) => typeof value === 'boolean';
const none: Guard<null> = (value) => value === null;

/* @__NO_SIDE_EFFECTS__ */
function literal<const T extends string>(...allowed: readonly T[]): Guard<T> {
  return (value): value is T => allowed.some((one) => one === value);
}

/* @__NO_SIDE_EFFECTS__ */
function list<T>(item: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(item);
}

/* @__NO_SIDE_EFFECTS__ */
function map<T>(item: Guard<T>): Guard<Readonly<Record<string, T>>> {
  return (value): value is Readonly<Record<string, T>> => isRecord(value) && Object.values(value).every(item);
}

/* @__NO_SIDE_EFFECTS__ */
function either<A, B>(a: Guard<A>, b: Guard<B>): Guard<A | B> {
  return (value): value is A | B => a(value) || b(value);
}

/** An object with all of `required`, and whatever it has of `optional`. */
/* @__NO_SIDE_EFFECTS__ */
function shape<R extends Shape, O extends Shape = Record<never, never>>(
  required: R,
  optional?: O,
): Guard<Of<R> & Partial<Of<O>>> {
  const must = Object.entries(required);
  const may = Object.entries(optional ?? {});
  return (value): value is Of<R> & Partial<Of<O>> =>
    isRecord(value) &&
    must.every(([key, guard]) => guard(value[key])) &&
    may.every(([key, guard]) => !(key in value) || guard(value[key]));
}

/** One of several shapes, told apart by the text in `key`. */
/* @__NO_SIDE_EFFECTS__ */
function tagged<T>(key: string, guards: Readonly<Record<string, Guard<unknown>>>): Guard<T> {
  return (value): value is T => {
    const tag = isRecord(value) ? value[key] : undefined;
    return typeof tag === 'string' && Object.hasOwn(guards, tag) && guards[tag]?.(value) === true;
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const decision = literal('keep', 'replace');
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
const choice = shape(
  {
    edits: list(shape({ id: text, of: text, changes })),
    common: shape({}, { taskType: text, sourceUrl: text, sourceName: text }),
    decisions: map(decision),
  },
  { model, confirmed: model, entry: number, entryName: text, table: flag, evalResults },
);

const resultDraft = {
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
const optionalOfDraft = {
  partOf: text,
  converted: shape({ value: text, uncertainty: text, note: text }),
};
const facts = shape(
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
const from = tagged<ExtractFrom>('kind', {
  table: shape({ anchor }),
  scores: shape({ title: text, warnings: list(text), models: list(scored) }, { reproduce: text }),
});

/** Whether a value is a panel's state: what a window reload hands back may be anything. */
export const isPanelState: Guard<PanelState> = shape({ uri: text, from, choice });

const only = shape({});

/** Whether a value is a message of the page. */
export const isFromPage = tagged<FromPage>('type', {
  ready: only,
  choose: shape({ number, choice }),
  apply: shape({ seen: text, seenBeside: text }),
  preview: only,
  copyYaml: only,
  copyReproduce: only,
  copyVerify: shape({ index: number }),
  evaluateVerified: shape({ index: number }),
  moveUp: only,
  goToProblem: only,
  chooseTable: only,
  reveal: shape({ line: number }),
});

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
