import type { ResultDraft, ScoreSource } from '../../results/types';
import type { CellContent, TableContent } from '../analysis/tableContent';
import type { PlacedDraft } from './draftEdits';

const HEADER_ROWS = 1;
const HEADER_COLUMNS = 1;

/** The scores of a source as a table: a row for each score, a column for each model. */
export function sourceTable(source: ScoreSource): TableContent {
  const { title, warnings, models } = source;
  const header = ['Benchmark', ...models.map(({ name }) => name)];
  const all = rowsOf(source);
  const rows = all.map((draft) => [labelOf(draft, all), ...models.map(({ drafts }) => valueOf(drafts, draft.id))]);
  return {
    number: 0,
    line: 0,
    headings: [title],
    caption: '',
    notes: warnings,
    headerRows: HEADER_ROWS,
    rows: [header, ...rows].map((texts, row) => texts.map((text, column) => cell(row, column, text))),
    rowsLeftOut: 0,
    columnsLeftOut: 0,
  };
}

/** The scores of one of the models with their places in that table. */
export function placeScores(source: ScoreSource, model: number): readonly PlacedDraft[] {
  const rows = new Map(rowsOf(source).map(({ id }, index) => [id, index + HEADER_ROWS]));
  const drafts = source.models[model]?.drafts ?? [];
  return drafts.map((draft) => ({ ...draft, row: rows.get(draft.id) ?? 0, column: model + HEADER_COLUMNS }));
}

/** The scores that any model has, in their order; one with the same id is the same for all. */
function rowsOf({ models }: ScoreSource): readonly ResultDraft[] {
  const rows = new Map<string, ResultDraft>();
  for (const draft of models.flatMap(({ drafts }) => drafts)) if (!rows.has(draft.id)) rows.set(draft.id, draft);
  return [...rows.values()];
}

/** The benchmark, with the metric where it has several. */
function labelOf({ name, metricName, metricType }: ResultDraft, all: readonly ResultDraft[]): string {
  const isOnly = all.filter((other) => other.name === name).length === 1;
  return isOnly ? name : `${name}, ${metricName === '' ? metricType : metricName}`;
}

function valueOf(drafts: readonly ResultDraft[], id: string): string {
  return drafts.find((draft) => draft.id === id)?.value ?? '';
}

function cell(row: number, column: number, text: string): CellContent {
  return { row, column, rowSpan: 1, columnSpan: 1, header: column < HEADER_COLUMNS, text, skipped: '' };
}
