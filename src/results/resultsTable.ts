import { bodyStart } from '../card/frontMatter';
import { dominantLineBreak, type TextEdit } from '../card/text';
import { escapeMarkdown } from '../tables/escapeMarkdown';
import type { Grid } from '../tables/grid';
import { plainText } from '../tables/plainText';
import type { EvaluationResult } from './evaluationResult';
import { placeOfResults } from './resultsSection';
import type { CardAnalysis, MergePlan } from './types';

/** The columns of the table of results; a table with just these is refreshed, not repeated. */
const COLUMNS = ['Benchmark', 'Metric', 'Shots', 'Value'] as const;
type Row = readonly [benchmark: string, metric: string, shots: string, value: string];

/** What stands for a number of shots that is not known. */
const NO_SHOTS = '–';

/**
 * The edits that bring results into a table in the body of a card: a new one under the heading of its results, or the
 * one that is there, of which only values that differ are written anew and rows that are missing are added.
 */
export function planResultsTable(
  text: string,
  analysis: CardAnalysis,
  results: readonly EvaluationResult[],
): readonly TextEdit[] {
  if (results.length === 0) return [];
  const rows = results.map(rowOf);
  const table = analysis.tables.find(({ grid }) => isResultsTable(text, grid));
  return table ? refresh(text, table.grid, rows) : insert(text, bodyStart(analysis.frontMatter), rows);
}

/** The results that a table says beside a merge: where the card keeps its own value, it does not say the other. */
export function tabledResults(
  results: readonly EvaluationResult[],
  { conflicts, repeated }: MergePlan & { readonly kind: 'merge' },
): readonly EvaluationResult[] {
  const kept = conflicts.filter(({ decision }) => decision === 'keep').map(({ wanted }) => wanted);
  const left = new Set([...kept, ...repeated]);
  return results.filter((result) => !left.has(result));
}

function isResultsTable(text: string, grid: Grid): boolean {
  const [header = []] = grid.rows;
  return (
    grid.kind === 'markdown' &&
    header.length === COLUMNS.length &&
    COLUMNS.every((name, index) => textIn(text, header[index] ?? null) === name)
  );
}

function insert(text: string, start: number, rows: readonly Row[]): readonly TextEdit[] {
  const lineBreak = dominantLineBreak(text) ?? '\n';
  const { at, before, after } = placeOfResults(text, start);
  const lines = [line(COLUMNS), '| --- | --- | ---: | ---: |', ...rows.map(line)];
  return [{ start: at, end: at, text: before + lines.join(lineBreak) + after }];
}

function refresh(text: string, grid: Grid, rows: readonly Row[]): readonly TextEdit[] {
  const present = new Map(grid.rows.slice(1).map((cells) => [keyOf(cells.map((cell) => textIn(text, cell))), cells]));
  const edits: TextEdit[] = [];
  const missing: Row[] = [];
  for (const row of rows) {
    const cell = present.get(keyOf(row.map(plainText)))?.[COLUMNS.length - 1];
    if (!cell) missing.push(row);
    else if (text.slice(cell.start, cell.end) !== row[3])
      edits.push({ start: cell.start, end: cell.end, text: row[3] });
  }
  if (missing.length === 0) return edits;
  const last = grid.rows.at(-1)?.find((cell) => cell !== null) ?? grid;
  const lineStart = Math.max(text.lastIndexOf('\n', last.start - 1), text.lastIndexOf('\r', last.start - 1)) + 1;
  // What stands before the row's first pipe stands before every row: blanks, or the mark of a quote.
  const [prefix = ''] = /^[^|]*/.exec(text.slice(lineStart, last.start)) ?? [];
  const end = last.start + text.slice(last.start).search(/[\r\n]|$/);
  const lineBreak = dominantLineBreak(text) ?? '\n';
  const added = missing.map((row) => lineBreak + prefix + line(row)).join('');
  return [...edits, { start: end, end, text: added }];
}

function textIn(text: string, cell: { readonly start: number; readonly end: number } | null): string {
  return cell ? plainText(text.slice(cell.start, cell.end)) : '';
}

function keyOf(cells: readonly string[]): string {
  return JSON.stringify(cells.slice(0, -1));
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function rowOf({ dataset, metric, shots, standardError }: EvaluationResult): Row {
  const error = standardError === undefined ? '' : ` ± ${rounded(standardError, metric.value.number)}`;
  return [
    escaped(dataset.name),
    escaped(metric.name ?? metric.type),
    shots === undefined ? NO_SHOTS : String(shots),
    `${rounded(metric.value.text, metric.value.number)}${error}${metric.unit ?? ''}`,
  ];
}

/** A number as people read it: four decimals of a fraction, two of anything larger. Fewer digits stay as they are. */
function rounded(text: string, beside: number): string {
  const decimals = Math.abs(beside) <= 1 ? 4 : 2;
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number)) return escaped(text);
  if ((/\.(\d+)$/.exec(text)?.[1]?.length ?? 0) <= decimals && !/e/i.test(text)) return text;
  const fixed = number.toFixed(decimals);
  return Number(fixed) === 0 && number !== 0 ? number.toPrecision(2) : fixed;
}

/** A text as one cell that shows just it. */
function escaped(text: string): string {
  return escapeMarkdown(text).trim();
}
