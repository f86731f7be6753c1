import * as vscode from 'vscode';
import type { CardOverview, NearTableSummary, TableSummary } from '../analysis/cardOverview';
import type { Asker, Option } from '../asker';
import { standingTitle, tableFacts } from '../lenses/lensText';

/** A table to extract from, or a block that only looks like one. */
export type TableChoice =
  | { readonly kind: 'table'; readonly table: TableSummary }
  | { readonly kind: 'near-table'; readonly nearTable: NearTableSummary };

/**
 * Lists all tables of a card and the blocks that are nearly one: first the table at the cursor (a 1-based line),
 * then those with scores.
 */
export function chooseTable(
  { tables, nearTables }: CardOverview,
  asker: Asker,
  cursor?: number,
): Promise<TableChoice | undefined> {
  const here = tables.find(({ line, endLine }) => cursor !== undefined && line <= cursor && cursor <= endLine);
  const others = tables.filter((table) => table !== here);
  return asker.pick('Extract to model-index: which table?', [
    ...group('At the cursor', here ? [tableOption(here)] : []),
    ...group('Tables of scores', others.filter(({ evaluation }) => evaluation).map(tableOption)),
    ...group('Other tables', others.filter(({ evaluation }) => !evaluation).map(tableOption)),
    ...group('Nearly tables', nearTables.map(nearTableOption)),
  ]);
}

function group(label: string, options: readonly Option<TableChoice>[]): readonly Option<TableChoice>[] {
  const [first] = options;
  if (!first) return [];
  return [{ label, kind: vscode.QuickPickItemKind.Separator, value: first.value }, ...options];
}

function tableOption(table: TableSummary): Option<TableChoice> {
  return {
    label: table.title === '' ? `Table ${table.number}` : table.title,
    description: [
      `line ${table.line}`,
      tableFacts(table),
      ...(table.standing ? [standingTitle(table.standing)] : []),
    ].join(' · '),
    detail: table.header,
    value: { kind: 'table', table },
  };
}

function nearTableOption(nearTable: NearTableSummary): Option<TableChoice> {
  return {
    label: `Line ${nearTable.line}`,
    description: 'not a table yet',
    detail: nearTable.message,
    value: { kind: 'near-table', nearTable },
  };
}
