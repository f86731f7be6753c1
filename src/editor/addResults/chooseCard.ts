import * as vscode from 'vscode';
import type { CardKind } from '../../card/cardKind';
import type { Asker } from '../asker';
import type { ModelCards } from '../cards/modelCards';
import { likeliestFirst } from './likeliestFirst';

const MARKDOWN = '**/*.md';
const OTHERS = '**/node_modules/**';
/** A workspace may hold thousands of Markdown files; their texts are not in memory together. */
const READ_AT_ONCE = 16;
const NONE = 'There is no model card for these results here; open a folder that holds one, or a card of the Hub.';

/** Lets a person choose the card that the results of a file are for; the only one needs no choice. */
export async function chooseCard(
  file: vscode.Uri,
  cards: ModelCards,
  asker: Asker,
): Promise<vscode.TextDocument | undefined> {
  const current = vscode.window.activeTextEditor?.document.uri;
  const found = likeliestFirst(await findCards(cards), file, current);
  const [only, another] = found;
  if (!only) {
    void vscode.window.showInformationMessage(NONE);
    return undefined;
  }
  const options = found.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), value: uri }));
  const uri = another ? await asker.pick('Add results: to which card?', options) : only;
  return uri && vscode.workspace.openTextDocument(uri);
}

/** The cards of the workspace and those that are open from elsewhere; where there is none, each README that may become one. */
async function findCards(cards: ModelCards): Promise<readonly vscode.Uri[]> {
  const open = vscode.workspace.textDocuments.filter(isEditable).map(({ uri }) => uri);
  const uris = [...open, ...(await vscode.workspace.findFiles(MARKDOWN, OTHERS))];
  const distinct = [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
  const kinds = await kindsOf(distinct, cards);
  const ofKind = (kind: CardKind) => distinct.filter((_, index) => kinds[index] === kind);
  const found = ofKind('card');
  return found.length > 0 ? found : ofKind('readme');
}

/** A document of a file, not one that only shows something. */
function isEditable({ uri, languageId }: vscode.TextDocument): boolean {
  return languageId === 'markdown' && vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;
}

async function kindsOf(uris: readonly vscode.Uri[], cards: ModelCards): Promise<readonly CardKind[]> {
  const kinds: CardKind[] = [];
  while (kinds.length < uris.length) {
    const few = uris.slice(kinds.length, kinds.length + READ_AT_ONCE);
    kinds.push(...(await Promise.all(few.map((uri) => kindOf(uri, cards)))));
  }
  return kinds;
}

/** What a file is; it is not opened, which would check it. */
async function kindOf(uri: vscode.Uri, cards: ModelCards): Promise<CardKind> {
  try {
    return await cards.kindOfText(uri, new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
  } catch {
    // A file that cannot be read is no card to add to.
    return 'other';
  }
}
