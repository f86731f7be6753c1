import * as vscode from 'vscode';
import type { Benchmarks } from '../../results/benchmarks';
import type { CardTable, ScoreSource } from '../../results/types';
import type { Asker } from '../asker';
import { loadCore } from '../cardCore';
import { asBlock } from './block';
import { loadPasted } from './loadPasted';

/** What is known of the clipboard and the benchmarks. */
export interface ClipboardParts {
  readonly asker: Asker;
  readonly benchmarks: () => Benchmarks;
}

/** The scores of the table on the clipboard; undefined where there is none, which was told, or the person left. */
export async function scoresOfClipboard({ asker, benchmarks }: ClipboardParts): Promise<ScoreSource | undefined> {
  const pasted = await readClipboard();
  if (!pasted) return undefined;
  const { analyzeCard, pastedSource } = loadCore();
  const tables = analyzeCard(pasted.markdown).tables.filter(({ reading }) => reading.models.length > 0);
  if (tables.length === 0) {
    tell('The table on the clipboard holds no numbers that could be scores; copy it with its header.');
    return undefined;
  }
  const table = tables.length === 1 ? tables[0] : await chooseTable(tables, asker);
  return table && pastedSource(table, pasted.format, benchmarks());
}

/** Inserts the table on the clipboard at the cursor. */
export async function pasteAsMarkdown(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return tell('Open the card and put the cursor where the table belongs.');
  const pasted = await readClipboard();
  if (!pasted) return;
  const { selection, document } = editor;
  const block = asBlock(pasted.markdown, document, selection.start);
  const done = await editor.edit((edit) => edit.replace(selection, block));
  if (!done) tell('The card is read-only here; make it writable, then paste again.');
}

async function readClipboard() {
  const pasted = loadPasted().readPasted(await vscode.env.clipboard.readText());
  if (pasted.kind === 'tables') return pasted;
  tell(pasted.message);
  return undefined;
}

function chooseTable(tables: readonly CardTable[], asker: Asker): Promise<CardTable | undefined> {
  return asker.pick(
    'Extract from the clipboard: which table?',
    tables.map((table) => ({
      label: table.grid.caption ?? `Table ${table.number}`,
      description: table.reading.models.map(({ name }) => name).join(', '),
      value: table,
    })),
  );
}

function tell(message: string): void {
  void vscode.window.showInformationMessage(message);
}
