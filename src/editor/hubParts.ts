import { join } from 'node:path';
import * as vscode from 'vscode';
import { Command, Scheme, Setting, SETTINGS } from '../contributions';
import { AccountCommands } from './account/accountCommands';
import type { AccountStore } from './account/accountStore';
import type { HubSession } from './account/hubSession';
import type { CardOpener } from './analysis/cardOpener';
import type { CardStore } from './analysis/cardStore';
import type { Asker } from './asker';
import type { ModelCards } from './cards/modelCards';
import type { Repositories } from './cards/repositories';
import { COMPLETION_TRIGGER, Completions } from './frontMatter/completions';
import { HUB_ID_TRIGGER, HubIds } from './frontMatter/hubIds';
import { YAML_SELECTOR } from './frontMatter/yamlDocuments';
import { CardPlaces } from './hubClone/cardPlaces';
import { CloneCommands } from './hubClone/cloneCommands';
import { CardRecords } from './hubFiles/cardRecords';
import { HubCards } from './hubFiles/hubCards';
import { HubFileSystem } from './hubFiles/hubFileSystem';
import { openFromHub } from './hubFiles/openFromHub';
import type { CommandTarget } from './openedCard';
import type { Previews } from './extract/preview';
import { HubVerdicts } from './problems/hubVerdicts';
import { BaseDocuments } from './publish/baseDocuments';
import { DraftMarks } from './publish/draftMarks';
import { HubSourceControl } from './publish/hubSourceControl';
import { PublishCommands } from './publish/publishCommands';
import { registerCommands } from './registerCommand';
import { registerEvaluations } from './registerEvaluations';
import { registerTools } from './tools/registerTools';
import { registerReviewMany } from './reviewMany/registerReviewMany';
import type { CurrentCard } from './views/currentCard';
import { PullRequestViews } from './views/pullRequests/pullRequestViews';

/** What the features of the Hub need of the others. */
export interface HubNeeds {
  readonly accounts: AccountStore;
  readonly session: HubSession;
  readonly modelCards: ModelCards;
  readonly repositories: Repositories;
  readonly store: CardStore;
  readonly opener: CardOpener;
  readonly current: CurrentCard;
  readonly previews: Previews;
  readonly asker: Asker;
  readonly log: vscode.LogOutputChannel;
  /** The card that a command is about; null where there is none, which was told then. */
  readonly cardOf: (target: CommandTarget) => Promise<vscode.TextDocument | null>;
  /** Opens the panel for a card on the results of a file. */
  readonly addResults: (card: vscode.Uri, file: vscode.Uri) => Promise<void>;
}

/** Builds what talks to the Hub and registers it. */
export function registerHub(
  { globalState, globalStorageUri, extensionPath }: vscode.ExtensionContext,
  {
    accounts,
    session,
    modelCards,
    repositories,
    store,
    opener,
    current,
    previews,
    asker,
    log,
    cardOf,
    addResults,
  }: HubNeeds,
): vscode.Disposable {
  const folders = {
    programFolder: join(extensionPath, 'dist'),
    dataFolder: join(extensionPath, 'media', 'data'),
    taskListFolder: join(globalStorageUri.fsPath, 'task-lists'),
  };
  const cards = new HubCards(session, new CardRecords(join(globalStorageUri.fsPath, 'hub-cards')));
  const accountCommands = new AccountCommands(accounts, session, asker);
  const bases = new BaseDocuments(cards);
  const control = new HubSourceControl(cards, bases);
  const marks = new DraftMarks(cards);
  const verdicts = new HubVerdicts(session, store);
  const ids = new HubIds(session);
  const showPage = (url: string): void => void vscode.env.openExternal(vscode.Uri.parse(url, true));
  const publishing = new PublishCommands({ session, cards, asker, showPage }, accountCommands, control);
  const places = new CardPlaces(repositories, globalState, asker);
  const views = new PullRequestViews({ session, cards, asker, showPage }, current, globalState);
  const handlers = {
    ...views.handlers,
    ...accountCommands.handlers,
    ...publishing.handlers,
    ...new CloneCommands({ session, cards, repositories, places, publishing, asker, cardOf }).handlers,
    [Command.openFromHub]: () => openFromHub(session, asker),
    [Command.validateWithHub]: async (target: CommandTarget) => {
      const card = await cardOf(target);
      if (card) await verdicts.run(card);
    },
  };
  return vscode.Disposable.from(
    cards,
    control,
    marks,
    verdicts,
    views,
    vscode.window.registerFileDecorationProvider(marks),
    vscode.workspace.registerTextDocumentContentProvider(Scheme.hubBase, bases),
    vscode.workspace.registerFileSystemProvider(Scheme.hub, new HubFileSystem(session, cards), {
      isCaseSensitive: true,
    }),
    vscode.languages.registerCompletionItemProvider(
      YAML_SELECTOR,
      new Completions(modelCards, [ids.suggest]),
      COMPLETION_TRIGGER,
      HUB_ID_TRIGGER,
    ),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme === Scheme.hub) void cards.close(uri);
    }),
    registerCommands(handlers, log),
    registerReviewMany({ session, previews, asker, state: globalState, storage: globalStorageUri.fsPath, opener }, log),
    registerTools({ session, modelCards, opener, memory: globalState, ...folders }),
    registerEvaluations({
      ...{ session, places, asker, log, cardOf, addResults, showPage },
      memory: globalState,
      runsFolder: join(globalStorageUri.fsPath, 'runs'),
      ...folders,
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(`${SETTINGS}.${Setting.hubUrl}`)) session.reset();
    }),
  );
}
