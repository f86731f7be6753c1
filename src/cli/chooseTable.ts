import { count } from '../plural';
import type { CardAnalysis, CardTable } from '../results/types';
import { type Candidate, chosen, type Chosen, notOne } from './choice';
import { describeNearTable, describeTable, locateTable } from './describeTable';
import type { Failure } from './exit';
import { extractCommand, type ExtractOptions, tablesFile } from './extractOptions';

/** The table that `--table` or `--line` names, else the only one with scores. */
export function chooseTable(analysis: CardAnalysis, options: ExtractOptions): Chosen<CardTable> | Failure {
  const { table: number, line } = options;
  const file = tablesFile(options);
  const { tables, nearTables } = analysis;
  if (number !== undefined) {
    const table = tables.find((candidate) => candidate.number === number);
    if (table) return chosen(table);
    return notOne(
      `${file} has no table ${String(number)} but ${count(tables.length, 'table')}.`,
      offer(tables, options),
    );
  }
  if (line !== undefined) {
    const holds = (block: { readonly line: number; readonly endLine: number }): boolean =>
      block.line <= line && line <= block.endLine;
    // The innermost of nested tables begins last.
    const table = tables.findLast(({ grid }) => holds(grid));
    if (table) return chosen(table);
    const near = nearTables.find(holds);
    if (near) return notOne(`${file}, ${describeNearTable(near)}`, []);
    return notOne(`${file} has no table in line ${String(line)}.`, offer(tables, options));
  }
  const withScores = tables.filter(({ reading }) => reading.evaluation);
  const [only] = withScores;
  if (only && withScores.length === 1) return chosen(only);
  if (only) {
    const message = `${file} has ${String(withScores.length)} tables with scores; choose one with --table or --line.`;
    return notOne(message, offer(withScores, options));
  }
  const near = nearTables.map((block): Candidate => ({ label: describeNearTable(block) }));
  return notOne(`${file} has no table with scores.`, [...offer(tables, options), ...near]);
}

function offer(tables: readonly CardTable[], options: ExtractOptions): readonly Candidate[] {
  return tables.map((table) => ({
    label: `${locateTable(table)}: ${describeTable(table)}`,
    command: extractCommand({ ...options, table: table.number, line: undefined }),
  }));
}
