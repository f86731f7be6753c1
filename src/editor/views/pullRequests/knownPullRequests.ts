import type { Account, HubConnection, HubResult, ModelSummary } from '../../../hub/index';
import type { HubSession } from '../../account/hubSession';
import { loadHub } from '../../hubClient';
import { PullRequestContents } from './pullRequestContents';
import { PullRequestLists } from './pullRequestLists';

/** What is known of pull requests by way of one connection. */
export interface KnownPullRequests {
  readonly connection: HubConnection;
  readonly lists: PullRequestLists;
  readonly contents: PullRequestContents;
  /** Who is signed in; null for nobody. */
  account(): Promise<HubResult<Account | null>>;
  /** The models of a user or an organisation, those first that changed last. */
  modelsOf(owner: string): Promise<HubResult<readonly ModelSummary[]>>;
  /** Forgets which models there are, so that they are asked for again. */
  forgetModels(): void;
}

/** More than anybody looks through; the others can be watched one by one. */
export const MOST_MODELS = 1000;

/** Keeps what is known for the account in use; another account begins anew, since it may see other things. */
export class PullRequestSource {
  readonly #session: HubSession;
  readonly #known = new WeakMap<HubConnection, KnownPullRequests>();

  constructor(session: HubSession) {
    this.#session = session;
  }

  /** What is known for the account in use, or a sentence about why the Hub cannot be asked. */
  async open(): Promise<KnownPullRequests | { readonly problem: string }> {
    const session = await this.#session.open();
    if (session.kind === 'problem') return { problem: session.message };
    const { connection } = session;
    const known = this.#known.get(connection) ?? this.#begin(connection);
    this.#known.set(connection, known);
    return known;
  }

  #begin(connection: HubConnection): KnownPullRequests {
    const owners = new Map<string, Promise<HubResult<readonly ModelSummary[]>>>();
    return {
      connection,
      lists: new PullRequestLists(connection),
      contents: new PullRequestContents(connection),
      account: () =>
        connection.signedIn ? this.#session.account(connection) : Promise.resolve({ ok: true, value: null }),
      modelsOf: async (owner) => {
        const models = owners.get(owner) ?? loadHub().modelsOf(connection, owner, MOST_MODELS);
        owners.set(owner, models);
        const result = await models;
        if (!result.ok) owners.delete(owner);
        return result;
      },
      forgetModels: () => owners.clear(),
    };
  }
}
