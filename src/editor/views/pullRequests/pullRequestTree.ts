import * as vscode from 'vscode';
import { ContextKey } from '../../../contributions';
import type { Discussion, HubFailure } from '../../../hub/index';
import type { CurrentCard } from '../currentCard';
import { treeItem } from '../row';
import { type KnownPullRequests, MOST_MODELS, type PullRequestSource } from './knownPullRequests';
import {
  contentNodes,
  failureNode,
  listNodes,
  messageNode,
  modelNode,
  ownerNodes,
  type PullRequestNode,
} from './nodes';
import { permitted } from './permissions';
import type { ListStatus } from './pullRequestLists';
import { commandOf } from './rowCommands';
import { rowOf } from './rows';
import type { WatchedModels } from './watchedModels';

/** A list does not tell of conflicts; the newest pull requests are looked into for them, each by one request. */
const MOST_LOOKED_INTO = 8;

/** The view "Pull Requests": a group loads when it is unfolded, and everything is asked once until a refresh. */
export class PullRequestTree implements vscode.TreeDataProvider<PullRequestNode> {
  readonly #source: PullRequestSource;
  readonly #current: Pick<CurrentCard, 'model'>;
  readonly #watched: WatchedModels;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #lookedInto = new WeakSet<Discussion>();

  constructor(source: PullRequestSource, current: Pick<CurrentCard, 'model'>, watched: WatchedModels) {
    this.#source = source;
    this.#current = current;
    this.#watched = watched;
  }

  /** Shows what is known now. */
  show(): void {
    this.#changed.fire(undefined);
  }

  /**
   * Looks for changes on the Hub: of one model, or of all that were looked at; `number` is known to have changed. Gives a
   * sentence about why that failed, or null.
   */
  async refresh(model?: string, number?: number): Promise<string | null> {
    const known = await this.#source.open();
    if ('problem' in known) return known.problem;
    if (model === undefined) known.forgetModels();
    else if (number !== undefined) known.contents.forget(model, number);
    const failures = await Promise.all(
      (model === undefined ? known.lists.models() : [model]).map(async (one) => {
        const outcome = await known.lists.refresh(one);
        if (outcome.ok && outcome.value === 'changed') known.contents.forget(one);
        return outcome.ok ? null : outcome.failure.message;
      }),
    );
    this.show();
    return failures.find((message) => message !== null) ?? null;
  }

  /** Reads one more page of a list. */
  async loadMore(model: string, status: ListStatus): Promise<void> {
    const known = await this.#source.open();
    if ('problem' in known) return;
    const longer = await known.lists.more(model, status);
    if (!longer.ok) void vscode.window.showErrorMessage(longer.failure.message);
    this.show();
  }

  getTreeItem(node: PullRequestNode): vscode.TreeItem {
    const item = treeItem(node.id, rowOf(node, new Date()));
    const command = commandOf(node);
    if (command) item.command = command;
    return item;
  }

  async getChildren(node?: PullRequestNode): Promise<PullRequestNode[]> {
    const known = await this.#source.open();
    if ('problem' in known) return [messageNode('', known.problem, 'try-again')];
    return [...(node ? await this.#children(node, known) : await this.#roots(known))];
  }

  async #roots(known: KnownPullRequests): Promise<readonly PullRequestNode[]> {
    const account = await known.account();
    const watched = this.#watched.of(known.connection.hubUrl);
    const model = await this.#current.model();
    const groups: readonly PullRequestNode[] = [
      ...(model === null ? [] : [modelNode('card', model, 'card', watched)]),
      ...(account.ok && account.value !== null ? ownerNodes(account.value) : []),
      ...(watched.length === 0 ? [] : [{ id: 'watched', kind: 'watched', models: watched } as const]),
    ];
    const signedOut = account.ok && account.value === null;
    const failure = account.ok ? null : account.failure;
    const empty =
      groups.length > 0 ? '' : signedOut ? 'signedOut' : failure !== null && isOffline(failure) ? 'offline' : '';
    await vscode.commands.executeCommand('setContext', ContextKey.noPullRequests, empty);
    if (empty !== '') return [];
    if (signedOut) return [...groups, messageNode('', 'Sign in to see those of your models', 'sign-in')];
    return failure === null ? groups : [...groups, failureNode('', failure)];
  }

  async #children(node: PullRequestNode, known: KnownPullRequests): Promise<readonly PullRequestNode[]> {
    const watched = this.#watched.of(known.connection.hubUrl);
    switch (node.kind) {
      case 'model':
        return this.#list(node.id, node.model, 'open', known);
      case 'closed':
        return this.#list(node.id, node.model, 'closed', known);
      case 'watched':
        return node.models.map((model) => modelNode(node.id, model, 'watched', watched));
      case 'owner': {
        const models = await known.modelsOf(node.name);
        if (!models.ok) return [failureNode(node.id, models.failure)];
        if (models.value.length === 0) return [messageNode(node.id, 'No models')];
        const all = models.value.map(({ model }) => modelNode(node.id, model, 'owner', watched));
        const more = `Only the ${MOST_MODELS} that changed last are listed; watch others by their names`;
        return models.value.length < MOST_MODELS ? all : [...all, messageNode(node.id, more)];
      }
      case 'pull-request': {
        const { model, pullRequest } = node;
        const content = await known.contents.content(model, pullRequest.number);
        if (!content.ok) return [failureNode(node.id, content.failure)];
        const results = await known.contents.results(model, pullRequest.number);
        const nodes = contentNodes(node.id, model, content.value, results.ok ? results.value : []);
        return results.ok ? nodes : [failureNode(node.id, results.failure), ...nodes];
      }
      case 'group':
        return node.children;
      default:
        return [];
    }
  }

  async #list(
    id: string,
    model: string,
    status: ListStatus,
    known: KnownPullRequests,
  ): Promise<readonly PullRequestNode[]> {
    const [list, account] = await Promise.all([known.lists.list(model, status), known.account()]);
    if (!list.ok) return [failureNode(id, list.failure)];
    const { pullRequests } = list.value;
    if (status === 'open') void this.#lookInto(model, pullRequests.slice(0, MOST_LOOKED_INTO), known);
    const who = account.ok ? account.value : null;
    return listNodes(id, model, status, list.value, (pullRequest) => ({
      hasConflicts: known.contents.hasConflicts(model, pullRequest.number),
      permitted: permitted(pullRequest, who, model, known.connection.hubUrl),
    }));
  }

  /** Finds out which of the pull requests have conflicts. */
  async #lookInto(model: string, pullRequests: readonly Discussion[], known: KnownPullRequests): Promise<void> {
    const unknown = pullRequests.filter((one) => !this.#lookedInto.has(one));
    for (const one of unknown) this.#lookedInto.add(one);
    const found = await Promise.all(unknown.map(({ number }) => known.contents.content(model, number)));
    if (found.some(({ ok }) => ok)) this.#changed.fire(undefined);
  }
}

function isOffline({ kind }: HubFailure): boolean {
  return kind === 'unreachable' || kind === 'timed-out';
}
