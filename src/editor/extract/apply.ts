import * as vscode from 'vscode';
import type { TextEdit } from '../../card/text';
import type { CardStore } from '../analysis/cardStore';
import type { Asker } from '../asker';
import { count } from '../../plural';
import type { ExtractionChoice } from './choice';
import type { Extraction } from './extraction';
import type { ExtractFrom } from './extractFrom';
import { extractNow } from './extractNow';
import { warnOfFile } from './fileCheck';

/** Changes of files beside a card, which become one step with those of the card. */
export interface ChangesBeside {
  /** How many results they bring to `.eval_results/`. */
  readonly results: number;
  readonly files: readonly FileChange[];
}

/** What becomes of a file; `before` is null where it is new. */
interface FileChange {
  readonly uri: vscode.Uri;
  readonly before: string | null;
  readonly edits: readonly TextEdit[];
  readonly text: string;
}

/** What is to be applied, and the fingerprint of the extraction that the person looked at. */
export interface ApplyRequest {
  readonly document: vscode.TextDocument;
  readonly from: ExtractFrom;
  readonly choice: ExtractionChoice;
  readonly seen: string;
  /** What the extraction changes beside the card; null where that is no longer what the person looked at. */
  readonly beside?: (extraction: Extraction) => Promise<ChangesBeside | null>;
}

/** How an Apply ended; `message` is for the person. */
export interface ApplyOutcome {
  readonly kind: 'applied' | 'unchanged' | 'refused' | 'cancelled';
  readonly message: string;
}

const CHANGED = 'The card has changed in a way that matters here; look at the preview again, then apply.';
const READ_ONLY = 'The card is read-only here; make it writable, or copy the YAML instead.';
const NONE_BESIDE: ChangesBeside = { results: 0, files: [] };
const BUSY = 'The card keeps changing; apply again when it rests.';

/** Puts an extraction into the card as one undo step, worked out again on the card's text as it is now. */
export async function applyExtraction(request: ApplyRequest, store: CardStore, asker: Asker): Promise<ApplyOutcome> {
  const { document } = request;
  if (!(await isFileAccepted(document, asker))) return { kind: 'cancelled', message: 'Nothing was applied.' };
  const current = await extractNow(store, document, request.from, request.choice);
  if (current === null) return refused('The table is gone from the card; choose another one.');
  const { extraction } = current;
  const { merge } = extraction;
  if (extraction.needsConfirmation) return refused('Confirm first that these are scores of the card’s model.');
  if (extraction.fingerprint !== request.seen) return refused(CHANGED);
  if (merge.kind !== 'merge') return refused(merge.message);
  const beside = request.beside ? await request.beside(extraction) : NONE_BESIDE;
  if (beside === null) return refused(CHANGED);
  if (extraction.edits.length + beside.files.length === 0) {
    return { kind: 'unchanged', message: 'Nothing to change: model-index says all this already.' };
  }
  const problem = await applyTextEdits(document, extraction.edits, beside.files);
  return problem === null ? { kind: 'applied', message: summary(merge, beside) } : refused(problem);
}

/** Moves metadata that the Hub does not see to the top of the card, as one undo step. */
export async function moveMetadataUp(request: ApplyRequest, store: CardStore, asker: Asker): Promise<ApplyOutcome> {
  const { document } = request;
  if (!(await isFileAccepted(document, asker))) return { kind: 'cancelled', message: 'Nothing was moved.' };
  const current = await extractNow(store, document, request.from, request.choice);
  if (current?.extraction.merge.kind !== 'hidden-front-matter') return refused(CHANGED);
  const problem = await applyTextEdits(document, current.extraction.edits);
  return problem === null
    ? { kind: 'applied', message: 'Moved the metadata to the top of the card.' }
    : refused(problem);
}

/**
 * Applies edits of the document's present text, and changes of files beside it, in one undo step; says why where the card
 * does not take them. New files are on the disk at once, as the editor does it.
 */
export async function applyTextEdits(
  document: vscode.TextDocument,
  edits: readonly TextEdit[],
  beside: readonly FileChange[] = [],
): Promise<string | null> {
  const before = document.getText();
  const change = new vscode.WorkspaceEdit();
  const back = new vscode.WorkspaceEdit();
  replace(change, document, edits);
  for (const { uri, before: text, edits: changed, text: after } of beside) {
    if (text === null) {
      change.createFile(uri, { contents: new TextEncoder().encode(after) });
      back.deleteFile(uri, { ignoreIfNotExists: true });
      continue;
    }
    const file = await vscode.workspace.openTextDocument(uri);
    if (file.getText() !== text) return BUSY;
    replace(change, file, changed);
    replace(back, file, [{ start: 0, end: after.length, text }]);
  }
  if (!(await vscode.workspace.applyEdit(change))) return BUSY;
  if (document.isDirty || edits.length === 0) return null;
  // The editor changes the text of a read-only file too, and then lets nobody save it or undo it.
  replace(back, document, [{ start: 0, end: document.getText().length, text: before }]);
  await vscode.workspace.applyEdit(back);
  return READ_ONLY;
}

function replace(change: vscode.WorkspaceEdit, document: vscode.TextDocument, edits: readonly TextEdit[]): void {
  for (const { start, end, text } of edits) {
    change.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  }
}

async function isFileAccepted({ uri }: vscode.TextDocument, asker: Asker): Promise<boolean> {
  const warning = await warnOfFile(uri);
  return warning === null || asker.confirm('Saving this card changes more than the merge.', warning, 'Apply Anyway');
}

function refused(message: string): ApplyOutcome {
  return { kind: 'refused', message };
}

function summary(
  { added, conflicts, table }: Extract<Extraction['merge'], { kind: 'merge' }>,
  { results, files }: ChangesBeside,
): string {
  const replaced = conflicts.filter(({ decision }) => decision === 'replace').length;
  const done = [
    ...(added > 0 ? [`added ${count(added, 'result')} to model-index`] : []),
    ...(replaced > 0 ? [`replaced ${count(replaced, 'value')}`] : []),
    ...(table ? ['wrote the table in the body'] : []),
    ...(results > 0 ? [`brought ${count(results, 'result')} to .eval_results`] : []),
  ].join(' and ');
  const save = files.length > 0 ? 'save all files' : 'save the card';
  return `${done.charAt(0).toUpperCase()}${done.slice(1)}; ${save} to keep this, or undo it in one step.`;
}
