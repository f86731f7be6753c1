import { join } from 'node:path';
import * as vscode from 'vscode';
import { PANEL, Scheme, SETTINGS } from './contributions';
import { CardOpener } from './editor/analysis/cardOpener';
import { CardStore } from './editor/analysis/cardStore';
import { CardThread } from './editor/analysis/cardThread';
import { editorAsker } from './editor/asker';
import { CardContext } from './editor/cards/cardContext';
import { ModelCards } from './editor/cards/modelCards';
import { Repositories } from './editor/cards/repositories';
import { Commands } from './editor/commands';
import { Previews } from './editor/extract/preview';
import { registerHub } from './editor/hubParts';
import { TableLenses } from './editor/lenses/tableLenses';
import { ExtractPanels } from './editor/panel/extractPanels';
import { ResultsView } from './editor/results/resultsView';

/** Builds the parts and registers the features; the card core is loaded when the first card is met. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Model Card Editor', { log: true });
  const dataFolder = context.asAbsolutePath(join('media', 'data'));
  const thread = new CardThread(context.asAbsolutePath(join('dist', 'card-thread.js')), { dataFolder });
  const cards = new ModelCards(new Repositories());
  const store = new CardStore(
    new CardOpener(dataFolder),
    thread,
    (document) => cards.placeOf(document),
    (error) => log.error(error instanceof Error ? error : String(error)),
  );
  const previews = new Previews();
  const results = new ResultsView(store);
  const asker = editorAsker;
  const panels = new ExtractPanels({
    ...{ store, previews, asker, log },
    pageFolder: vscode.Uri.joinPath(context.extensionUri, 'dist', 'webview'),
    chooseTable: (document) => commands.chooseTable(document),
  });
  const commands: Commands = new Commands({ cards, store, previews, panels, results, asker, log });
  const settingsChanged = new vscode.EventEmitter<void>();

  context.subscriptions.push(
    log,
    thread,
    panels,
    settingsChanged,
    new CardContext(cards),
    commands.register(),
    registerHub(context, asker, log),
    vscode.languages.registerCodeLensProvider(
      { language: 'markdown' },
      new TableLenses(cards, store, settingsChanged.event),
    ),
    vscode.window.registerWebviewPanelSerializer(PANEL, panels),
    vscode.workspace.registerTextDocumentContentProvider(Scheme.preview, previews),
    vscode.workspace.registerTextDocumentContentProvider(Scheme.results, results),
    vscode.languages.registerDocumentLinkProvider({ scheme: Scheme.results }, results),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(SETTINGS)) settingsChanged.fire();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => results.update(document)),
    vscode.workspace.onDidCloseTextDocument((document) => {
      store.close(document);
      previews.forget(document.uri);
      results.forget(document);
    }),
  );
}
