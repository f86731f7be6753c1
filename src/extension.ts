import { join } from 'node:path';
import * as vscode from 'vscode';
import { PANEL, Scheme, SETTINGS, TASK } from './contributions';
import { CardOpener } from './editor/analysis/cardOpener';
import { CardStore } from './editor/analysis/cardStore';
import { CardThread } from './editor/analysis/cardThread';
import { editorAsker } from './editor/asker';
import { CardContext } from './editor/cards/cardContext';
import { ModelCards } from './editor/cards/modelCards';
import { Repositories } from './editor/cards/repositories';
import { Commands } from './editor/commands';
import { Previews } from './editor/extract/preview';
import { COMPLETION_TRIGGER, Completions, type SuggestionSource } from './editor/frontMatter/completions';
import { Hovers } from './editor/frontMatter/hovers';
import { Links } from './editor/frontMatter/links';
import { Outline } from './editor/frontMatter/outline';
import { suggestWhileTyping } from './editor/frontMatter/suggestWhileTyping';
import { YAML_SELECTOR } from './editor/frontMatter/yamlDocuments';
import { YamlThread } from './editor/frontMatter/yamlThread';
import { registerHub } from './editor/hubParts';
import { TableLenses } from './editor/lenses/tableLenses';
import { ExtractPanels } from './editor/panel/extractPanels';
import { Checks, CHECKED_SELECTOR } from './editor/problems/checks';
import { CheckTasks } from './editor/problems/checkTasks';
import { Diagnostics } from './editor/problems/diagnostics';
import { FileChecks } from './editor/problems/fileChecks';
import { FixActions } from './editor/problems/fixActions';
import { ResultsView } from './editor/results/resultsView';

/** Builds the parts and registers the features; the card core is loaded when the first card is met. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Model Card Editor', { log: true });
  const logError = (error: unknown) => log.error(error instanceof Error ? error : String(error));
  const dataFolder = context.asAbsolutePath(join('media', 'data'));
  const thread = new CardThread(context.asAbsolutePath(join('dist', 'card-thread.js')), { dataFolder });
  const cards = new ModelCards(new Repositories());
  const store = new CardStore(new CardOpener(dataFolder), thread, (document) => cards.placeOf(document), logError);
  const checks = new Checks(cards, store, thread);
  const files = new FileChecks(cards, thread);
  const diagnostics = new Diagnostics(checks, logError);
  const yaml = new YamlThread(context.asAbsolutePath(join('dist', 'yaml-worker.js')), {
    mediaFolder: context.asAbsolutePath('media'),
  });
  const complete: SuggestionSource = (place, token) => yaml.complete(place, token);
  const outline = new Outline(cards, store);
  const previews = new Previews();
  const results = new ResultsView(store);
  const asker = editorAsker;
  const panels = new ExtractPanels({
    ...{ store, previews, asker, log },
    pageFolder: vscode.Uri.joinPath(context.extensionUri, 'dist', 'webview'),
    chooseTable: (document) => commands.chooseTable(document),
  });
  const commands: Commands = new Commands({ cards, store, previews, panels, results, files, diagnostics, asker, log });
  const settingsChanged = new vscode.EventEmitter<void>();

  context.subscriptions.push(
    log,
    thread,
    yaml,
    panels,
    settingsChanged,
    new CardContext(cards),
    diagnostics,
    commands.register(),
    registerHub(context, asker, log),
    vscode.languages.registerCodeLensProvider(
      { language: 'markdown' },
      new TableLenses(cards, store, settingsChanged.event),
    ),
    vscode.languages.registerCodeActionsProvider(CHECKED_SELECTOR, new FixActions(checks), FixActions.metadata),
    vscode.tasks.registerTaskProvider(TASK, new CheckTasks(context.asAbsolutePath(join('dist', 'cli.js')), files)),
    vscode.languages.registerCompletionItemProvider(
      YAML_SELECTOR,
      new Completions(cards, [complete]),
      COMPLETION_TRIGGER,
    ),
    suggestWhileTyping(cards),
    vscode.languages.registerHoverProvider(YAML_SELECTOR, new Hovers(cards, store, yaml)),
    vscode.languages.registerDocumentLinkProvider({ language: 'markdown' }, new Links(cards, store, dataFolder)),
    vscode.languages.registerDocumentSymbolProvider({ language: 'markdown' }, outline, { label: 'Results' }),
    vscode.languages.registerFoldingRangeProvider({ language: 'markdown' }, outline),
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
