import { join } from 'node:path';
import * as vscode from 'vscode';
import { Command, Scheme, Setting, SETTINGS } from '../contributions';
import { AccountCommands } from './account/accountCommands';
import { AccountStore } from './account/accountStore';
import { HubSession } from './account/hubSession';
import type { Asker } from './asker';
import { CardRecords } from './hubFiles/cardRecords';
import { HubCards } from './hubFiles/hubCards';
import { HubFileSystem } from './hubFiles/hubFileSystem';
import { openFromHub } from './hubFiles/openFromHub';
import { BaseDocuments } from './publish/baseDocuments';
import { DraftMarks } from './publish/draftMarks';
import { HubSourceControl } from './publish/hubSourceControl';
import { PublishCommands } from './publish/publishCommands';
import { registerCommand } from './registerCommand';

/** Builds what talks to the Hub and registers it. */
export function registerHub(
  { secrets, globalState, globalStorageUri }: vscode.ExtensionContext,
  asker: Asker,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const accounts = new AccountStore(secrets, globalState);
  const session = new HubSession(accounts, secrets, asker);
  const cards = new HubCards(session, new CardRecords(join(globalStorageUri.fsPath, 'hub-cards')));
  const accountCommands = new AccountCommands(accounts, session, asker);
  const bases = new BaseDocuments(cards);
  const control = new HubSourceControl(cards, bases);
  const marks = new DraftMarks(cards);
  const showPage = (url: string): void => void vscode.env.openExternal(vscode.Uri.parse(url, true));
  const handlers = {
    ...accountCommands.handlers,
    ...new PublishCommands({ session, cards, asker, showPage }, accountCommands, control).handlers,
    [Command.openFromHub]: () => openFromHub(session, asker),
  };
  return vscode.Disposable.from(
    session,
    cards,
    control,
    marks,
    vscode.window.registerFileDecorationProvider(marks),
    vscode.workspace.registerTextDocumentContentProvider(Scheme.hubBase, bases),
    vscode.workspace.registerFileSystemProvider(Scheme.hub, new HubFileSystem(session, cards), {
      isCaseSensitive: true,
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme === Scheme.hub) void cards.close(uri);
    }),
    ...Object.entries(handlers).map(([id, run]) => registerCommand(id, log, run as (...args: never[]) => unknown)),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(`${SETTINGS}.${Setting.hubUrl}`)) session.reset();
    }),
  );
}
