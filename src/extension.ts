import { join } from 'node:path';
import * as vscode from 'vscode';
import { PANEL, Scheme, SETTINGS, TASK } from './contributions';
import { AccountStore } from './editor/account/accountStore';
import { HubSession } from './editor/account/hubSession';
import { loadAddResults } from './editor/addResultsClient';
import { CardOpener } from './editor/analysis/cardOpener';
import { CardStore } from './editor/analysis/cardStore';
import { CardThread } from './editor/analysis/cardThread';
import { editorAsker } from './editor/asker';
import { CardContext } from './editor/cards/cardContext';
import { CardStatus } from './editor/cards/cardStatus';
import { ModelCards } from './editor/cards/modelCards';
import { Repositories } from './editor/cards/repositories';
import { Commands } from './editor/commands';
import type { EvalResults } from './editor/evalResults/index';
import { loadEvalResults } from './editor/evalResultsClient';
import { Previews } from './editor/extract/preview';
import { COMPLETION_TRIGGER, Completions, type SuggestionSource } from './editor/frontMatter/completions';
import { Hovers } from './editor/frontMatter/hovers';
import { Links } from './editor/frontMatter/links';
import { Outline } from './editor/frontMatter/outline';
import { suggestWhileTyping } from './editor/frontMatter/suggestWhileTyping';
import { YAML_SELECTOR } from './editor/frontMatter/yamlDocuments';
import { YamlThread } from './editor/frontMatter/yamlThread';
import { registerHub } from './editor/hubParts';
import { EvaluateLens } from './editor/lenses/evaluateLens';
import { TableLenses } from './editor/lenses/tableLenses';
import { PasteTables } from './editor/pasted/pasteTables';
import { ExtractPanels } from './editor/panel/extractPanels';
import { Checks, CHECKED_SELECTOR } from './editor/problems/checks';
import { CheckTasks } from './editor/problems/checkTasks';
import { Diagnostics } from './editor/problems/diagnostics';
import { FileChecks } from './editor/problems/fileChecks';
import { FixActions } from './editor/problems/fixActions';
import { ScoresImport } from './editor/scores/scoresImport';
import { ScoresKeys } from './editor/scores/scoresKeys';
import { ResultsView } from './editor/results/resultsView';
import { registerCommands } from './editor/registerCommand';
import { CurrentCard } from './editor/views/currentCard';
import { ThisCard } from './editor/views/thisCard/thisCard';

/** Builds the parts and registers the features; the card core is loaded when the first card is met. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Model Card Editor', { log: true });
  const logError = (error: unknown) => log.error(error instanceof Error ? error : String(error));
  const dataFolder = context.asAbsolutePath(join('media', 'data'));
  const thread = new CardThread(context.asAbsolutePath(join('dist', 'card-thread.js')), { dataFolder });
  const repositories = new Repositories();
  const cards = new ModelCards(repositories);
  const cardContext = new CardContext(cards);
  const opener = new CardOpener(dataFolder);
  const store = new CardStore(opener, thread, (document) => cards.placeOf(document), logError);
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
  const accounts = new AccountStore(context.secrets, context.globalState);
  const session = new HubSession(accounts, context.secrets, asker);
  let loaded: EvalResults | undefined;
  const evalResults = () =>
    (loaded ??= new (loadEvalResults().EvalResults)({
      ...{ session, cards, benchmarks: () => opener.benchmarks(), registered: () => opener.registered() },
      listPath: join(context.globalStorageUri.fsPath, 'benchmarks.json'),
    }));
  const panels = new ExtractPanels({
    ...{ store, previews, evalResults, asker, log },
    pageFolder: vscode.Uri.joinPath(context.extensionUri, 'dist', 'webview'),
    chooseTable: (document) => commands.chooseTable(document),
  });
  const scores = new ScoresImport({
    ...{ store, panels, asker, env: process.env },
    keys: new ScoresKeys(context.secrets, asker, process.env),
    benchmarks: () => opener.benchmarks(),
    listPath: join(context.globalStorageUri.fsPath, 'artificial-analysis.json'),
  });
  const addResults = () =>
    new (loadAddResults().AddResults)({
      ...{ cards, panels, asker, log, benchmarks: () => opener.benchmarks() },
      cardOf: (target) => commands.card(target),
    });
  const template = vscode.Uri.joinPath(context.extensionUri, 'media', 'templates', 'model-card.md');
  const commands: Commands = new Commands({
    ...{ cards, store, previews, panels, results, scores, addResults, evalResults, files, diagnostics, asker },
    ...{ template, log, benchmarks: () => opener.benchmarks() },
  });
  const current = new CurrentCard(cards);
  const thisCard = new ThisCard(current, store);
  const settingsChanged = new vscode.EventEmitter<void>();

  context.subscriptions.push(
    log,
    thread,
    yaml,
    session,
    panels,
    settingsChanged,
    cardContext,
    new CardStatus(cardContext, repositories),
    diagnostics,
    commands.register(),
    current,
    thisCard,
    registerCommands(thisCard.handlers, log),
    registerHub(context, {
      ...{ accounts, session, modelCards: cards, repositories, store, opener, current, previews, asker, log },
      cardOf: (target) => commands.card(target),
      addResults: async (card, file) => addResults().add(await vscode.workspace.openTextDocument(card), file),
    }),
    vscode.languages.registerCodeLensProvider(
      { language: 'markdown' },
      new TableLenses(cards, store, settingsChanged.event),
    ),
    vscode.languages.registerCodeLensProvider({ language: 'markdown' }, new EvaluateLens(cards, settingsChanged.event)),
    vscode.languages.registerCodeActionsProvider(CHECKED_SELECTOR, new FixActions(checks), FixActions.metadata),
    vscode.tasks.registerTaskProvider(TASK, new CheckTasks(context.asAbsolutePath(join('dist', 'cli.js')), files)),
    vscode.languages.registerCompletionItemProvider(
      YAML_SELECTOR,
      new Completions(cards, [complete]),
      COMPLETION_TRIGGER,
    ),
    suggestWhileTyping(cards),
    new PasteTables(cards).register(),
    vscode.languages.registerHoverProvider(YAML_SELECTOR, new Hovers(cards, store, yaml)),
    vscode.languages.registerDocumentLinkProvider({ language: 'markdown' }, new Links(cards, store, dataFolder)),
    vscode.languages.registerDocumentSymbolProvider({ language: 'markdown' }, outline, { label: 'Results' }),
    vscode.languages.registerFoldingRangeProvider({ language: 'markdown' }, outline),
    vscode.languages.registerDocumentDropEditProvider(
      { language: 'markdown' },
      { provideDocumentDropEdits: (card, at, data) => addResults().provideDocumentDropEdits(card, at, data) },
      { dropMimeTypes: ['text/uri-list'] },
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
