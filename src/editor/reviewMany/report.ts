import * as vscode from 'vscode';
import type { ReportSection } from '../../batch/index';
import { loadBatch } from './batchClient';

/** What was done last, for people and for programs. */
export interface Report {
  readonly title: string;
  readonly sections: readonly ReportSection[];
  readonly outcomes: readonly object[];
}

/** Opens a report as a document that can be kept. */
export async function showReport({ title, sections }: Report): Promise<void> {
  const content = loadBatch().markdownReport(title, sections);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
}

/** Keeps a report as JSON where the person says. */
export async function saveReport({ title, outcomes }: Report): Promise<void> {
  const file = await vscode.window.showSaveDialog({ title: 'Save Report as JSON', filters: { JSON: ['json'] } });
  if (!file) return;
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(loadBatch().jsonReport(title, outcomes)));
}
