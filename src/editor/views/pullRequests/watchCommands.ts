import * as vscode from 'vscode';
import { Command, InternalCommand } from '../../../contributions';
import type { HubSession } from '../../account/hubSession';
import { openOrTell } from '../../account/openOrTell';
import type { Asker } from '../../asker';
import { chooseFile } from '../../hubFiles/chooseFile';
import type { PullRequestDocuments } from './pullRequestDocuments';
import type { PullRequestTree } from './pullRequestTree';
import type { ListStatus } from './pullRequestLists';
import type { WatchedModels } from './watchedModels';

/** What a menu hands over: the row of a model, or nothing. */
type Target = { readonly model: string } | undefined;

/** The commands that say what the view of pull requests shows. */
export class WatchCommands {
  readonly #session: HubSession;
  readonly #asker: Asker;
  readonly #watched: WatchedModels;
  readonly #tree: PullRequestTree;
  readonly #documents: PullRequestDocuments;

  constructor(
    session: HubSession,
    asker: Asker,
    watched: WatchedModels,
    tree: PullRequestTree,
    documents: PullRequestDocuments,
  ) {
    this.#session = session;
    this.#asker = asker;
    this.#watched = watched;
    this.#tree = tree;
    this.#documents = documents;
  }

  /** What each command does. */
  readonly handlers = {
    [Command.watchModel]: (target: Target) => this.watch(target),
    [Command.unwatchModel]: (target: Target) => this.unwatch(target),
    [Command.refreshPullRequests]: async (target: Target) => {
      const problem = await this.#tree.refresh(target?.model);
      if (problem !== null) void vscode.window.showErrorMessage(problem);
      await this.#documents.refresh();
    },
    [InternalCommand.loadMore]: (model: string, status: ListStatus) => this.#tree.loadMore(model, status),
  };

  /** Adds a model to those that are followed: the row's, or one that is searched. */
  async watch(target: Target): Promise<void> {
    const opened = await openOrTell(this.#session.openAsking());
    if (opened === null) return;
    const { connection } = opened;
    const model = target?.model ?? (await chooseFile('Watch Model', connection, this.#asker))?.model;
    if (model === undefined) return;
    await this.#watched.add(connection.hubUrl, model);
    this.#tree.show();
  }

  /** Follows a model no longer. */
  async unwatch(target: Target): Promise<void> {
    const { hubUrl } = this.#session;
    if (hubUrl === null || target === undefined) return;
    await this.#watched.remove(hubUrl, target.model);
    this.#tree.show();
  }
}
