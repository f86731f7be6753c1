import * as vscode from 'vscode';
import type { HubSession } from '../account/hubSession';
import { openOrTell } from '../account/openOrTell';
import type { Asker } from '../asker';
import { chooseFile } from './chooseFile';
import { hubUri } from './hubUri';

/** Lets a person search a model, or name one, and opens its card. */
export async function openFromHub(session: HubSession, asker: Asker): Promise<void> {
  const opened = await openOrTell(session.openAsking());
  if (opened === null) return;
  const reference = await chooseFile('Open from Hub', opened.connection, asker);
  if (reference) await showFile(hubUri(reference));
}

/** Opens a file; where it cannot be read, the Hub's sentence is shown, which the editor's own page would hide. */
async function showFile(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.stat(uri);
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError)) throw error;
    void vscode.window.showErrorMessage(error.message);
    return;
  }
  await vscode.window.showTextDocument(uri);
}
