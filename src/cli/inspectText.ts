import { count } from '../plural';
import type { CardTable } from '../results/types';
import type { Cell, Grid } from '../tables/grid';
import { modelOptions, preselected } from './chooseModel';
import { loadCore } from './core';
import { describeNearTable, describeTable, locateTable } from './describeTable';
import { extractCommand } from './extractOptions';
import type { Card } from './openCard';
import { alignColumns, oneLine } from './terminal';

const ROWS_SHOWN = 3;
const CELLS_SHOWN = 8;
const CELL_WIDTH = 24;

/** What `inspect` prints for a card. */
export function inspectText(card: Card): string {
  const { file, analysis } = card;
  const blocks = [
    [`${file}: ${count(analysis.tables.length, 'table')}`, ...frontMatterLines(card)],
    ...analysis.tables.map((table) => tableLines(card, table)),
    ...analysis.nearTables.map((near) => [`  ${describeNearTable(near)}`]),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n\n`;
}

function frontMatterLines({ text, analysis }: Card): readonly string[] {
  const { frontMatter, metadata } = analysis;
  if (frontMatter.kind === 'hidden') {
    const { why, remedy } = loadCore().whyHidden(text, frontMatter);
    return [`  front matter: the Hub does not see it, as ${why}; ${remedy} first`];
  }
  const { problem, entries } = metadata;
  if (problem)
    return [`  front matter: line ${String(problem.line)}, column ${String(problem.column)}: ${problem.message}`];
  return entries.map(
    ({ name, metrics }) => `  model-index: ${oneLine(name ?? 'without a name')}: ${count(metrics.length, 'value')}`,
  );
}

function tableLines(card: Card, table: CardTable): readonly string[] {
  const { grid, reading } = table;
  const kind = grid.kind === 'html' ? 'HTML' : 'Markdown';
  const orientation = reading.evaluation ? (reading.orientation ?? '') : '';
  const layout = orientation === '' ? kind : `${kind}, ${orientation.replaceAll('-', ' ')}`;
  return [
    `  ${locateTable(table)}`,
    `    ${describeTable(table)} (${layout})`,
    ...grid.rows.slice(0, ROWS_SHOWN).map((row) => `    | ${rowText(card.text, row)}`),
    ...(reading.evaluation || reading.models.length === 0 ? [] : ['    if it holds scores all the same:']),
    ...modelLines(card, table),
  ];
}

/** Each model with its number and the command that extracts it. */
function modelLines({ file, names }: Card, table: CardTable): readonly string[] {
  const own = preselected(table, names);
  const rows = table.reading.models.map(({ name }, index) => {
    const mark = index === own ? ' (this card)' : '';
    const command = extractCommand({ file, table: table.number, ...modelOptions(table, index) });
    return [`${String(index + 1)}  ${name === '' ? 'the only model' : oneLine(name)}${mark} `, command];
  });
  return alignColumns(rows).map((line) => `    ${line}`);
}

function rowText(text: string, row: Grid['rows'][number]): string {
  const cells = row.filter((cell, column): cell is Cell => cell !== null && cell !== row[column - 1]);
  const shown = cells
    .slice(0, CELLS_SHOWN)
    .map(({ start, end }) => shorten(loadCore().plainText(text.slice(start, end))));
  return [...shown, ...(cells.length > CELLS_SHOWN ? ['…'] : [])].join(' | ');
}

function shorten(text: string): string {
  const characters = [...oneLine(text)];
  return characters.length <= CELL_WIDTH ? characters.join('') : `${characters.slice(0, CELL_WIDTH - 1).join('')}…`;
}
