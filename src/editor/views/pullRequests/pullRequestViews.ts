import * as vscode from 'vscode';
import { Scheme, View } from '../../../contributions';
import type { HubSession } from '../../account/hubSession';
import type { Asker } from '../../asker';
import type { HubCards } from '../../hubFiles/hubCards';
import { hubReference, pullRequestOf } from '../../hubFiles/hubUri';
import type { CurrentCard } from '../currentCard';
import { PullRequestSource } from './knownPullRequests';
import { OpenCount } from './openCount';
import { PullRequestCommands } from './pullRequestCommands';
import { PullRequestDocuments } from './pullRequestDocuments';
import { PullRequestTree } from './pullRequestTree';
import { WatchCommands } from './watchCommands';
import { WatchedModels } from './watchedModels';

/** What the view of pull requests works with. */
export interface ViewParts {
  readonly session: HubSession;
  readonly cards: HubCards;
  readonly asker: Asker;
  /** Shows a page in the browser. */
  readonly showPage: (url: string) => void;
}

/** The view of pull requests with its documents and commands, put together. */
export class PullRequestViews implements vscode.Disposable {
  readonly #cards: HubCards;
  readonly #tree: PullRequestTree;
  readonly #subscriptions: vscode.Disposable;
  /** What each command does. */
  readonly handlers: Readonly<Record<string, (...args: never[]) => unknown>>;

  constructor(parts: ViewParts, current: CurrentCard, state: vscode.Memento) {
    const { session, cards, asker } = parts;
    const source = new PullRequestSource(session);
    const watched = new WatchedModels(state);
    const documents = new PullRequestDocuments(source);
    const tree = new PullRequestTree(source, current, watched);
    this.#cards = cards;
    this.#tree = tree;
    this.handlers = {
      ...new PullRequestCommands({ source, tree, documents, ...parts }).handlers,
      ...new WatchCommands(session, asker, watched, tree, documents).handlers,
    };
    const view = vscode.window.createTreeView(View.pullRequests, { treeDataProvider: tree, showCollapseAll: true });
    this.#subscriptions = vscode.Disposable.from(
      view,
      new OpenCount(view, source, current, tree.onDidChangeTreeData),
      current.onDidChange(() => tree.show()),
      vscode.workspace.registerTextDocumentContentProvider(Scheme.pullRequest, documents),
      session.onDidChange(() => tree.show()),
      cards.onDidChange((uri) => void this.#follow(uri)),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** A draft that was published to a pull request changes what the view shows of its model. */
  async #follow(uri: vscode.Uri): Promise<void> {
    const reference = hubReference(uri);
    const number = reference && pullRequestOf(reference.revision);
    if (reference === null || number === null) return;
    const record = await this.#cards.record(uri);
    if (record?.draft === null) await this.#tree.refresh(reference.model, number);
  }
}
