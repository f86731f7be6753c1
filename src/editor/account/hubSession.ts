import * as vscode from 'vscode';
import type { Account, HubConnection, HubResult, HubToken, StoredToken, Timers } from '../../hub/index';
import type { Asker } from '../asker';
import { loadHub } from '../hubClient';
import type { AccountChoice, AccountStore } from './accountStore';
import { hubAddress, NO_ADDRESS } from './hubAddress';
import { tokenPlaces } from './tokenPlaces';

/** A way to the Hub, and whose it is. */
export interface OpenSession {
  readonly kind: 'session';
  readonly connection: HubConnection;
  readonly who: Who;
}

/** A way to the Hub, or a sentence about why there is none. */
export type Session = OpenSession | { readonly kind: 'problem'; readonly message: string };

/** Whose token is used: that of a chosen account, one that lies in a place, or nobody's. */
export type Who = AccountChoice | { readonly kind: 'found'; readonly place: string } | { readonly kind: 'nobody' };

/** Keeps the connection to the Hub for the account in use. */
export class HubSession implements vscode.Disposable {
  readonly #accounts: AccountStore;
  readonly #asker: Asker;
  readonly #env: NodeJS.ProcessEnv;
  readonly #timers: Timers | undefined;
  readonly #known = new WeakMap<HubConnection, Promise<HubResult<Account>>>();
  readonly #changed = new vscode.EventEmitter<void>();
  /** Fires when another account or Hub is used from now on. */
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: vscode.Disposable;
  #current: { readonly hubUrl: string; readonly session: Promise<Session> } | null = null;

  constructor(accounts: AccountStore, secrets: vscode.SecretStorage, asker: Asker, env = process.env, timers?: Timers) {
    this.#accounts = accounts;
    this.#asker = asker;
    this.#env = env;
    this.#timers = timers;
    // Another window may sign in or out.
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      secrets.onDidChange(() => this.reset()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.reset()),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** The Hub's address; null where it is none. */
  get hubUrl(): string | null {
    return hubAddress(this.#env);
  }

  /** Looks anew for the account to use. */
  reset(): void {
    this.#current = null;
    this.#changed.fire();
  }

  /** The connection for the account in use; nothing is asked. */
  open(): Promise<Session> {
    const { hubUrl } = this;
    if (hubUrl === null) return Promise.resolve({ kind: 'problem', message: NO_ADDRESS });
    if (this.#current?.hubUrl !== hubUrl) this.#current = { hubUrl, session: this.#connect(hubUrl) };
    return this.#current.session;
  }

  /** The same for a command: where a token lies about and nobody has said yet whether it may be used, that is asked. */
  async openAsking(): Promise<Session> {
    const session = await this.open();
    if (session.kind === 'problem' || session.who.kind !== 'nobody') return session;
    const { hubUrl } = session.connection;
    const found = await this.foundToken(hubUrl);
    if (found === null || this.#accounts.of(hubUrl).refused.includes(found.place)) return session;
    const { host } = new URL(hubUrl);
    const question = `Use the token ${found.place} for ${host}?`;
    const detail = `It goes to ${host} alone and is copied nowhere. The answer is remembered; "Model Card: Switch Account…" changes it.`;
    const ways = [
      { label: 'Use It', value: true },
      { label: 'Go On Without', value: false },
    ];
    const answer = await this.#asker.choose(question, detail, ways);
    if (answer === undefined) return session;
    await this.#accounts.answer(hubUrl, found.place, answer);
    this.reset();
    return this.open();
  }

  /** Who the connection's account is; asked of the Hub once. */
  account(connection: HubConnection): Promise<HubResult<Account>> {
    const known = this.#known.get(connection) ?? this.#ask(connection);
    this.#known.set(connection, known);
    return known;
  }

  /** The token that the environment, a `.env` or the Hub's tools hold for a Hub, with its place in a few words. */
  async foundToken(hubUrl: string): Promise<{ readonly token: HubToken; readonly place: string } | null> {
    const hub = loadHub();
    const found = await hub.findToken(await tokenPlaces(this.#env));
    if (found.kind !== 'token' || found.token.authorizationFor(new URL(hubUrl)) === null) return null;
    return { token: found.token, place: hub.describeSource(found.token.source) };
  }

  /** The tokens for a Hub that the Hub's own tools keep by names. */
  async storedTokens(hubUrl: string): Promise<readonly StoredToken[]> {
    const stored = await loadHub().storedTokens(await tokenPlaces(this.#env));
    return stored.filter(({ token }) => token.authorizationFor(new URL(hubUrl)) !== null);
  }

  async #ask(connection: HubConnection): Promise<HubResult<Account>> {
    const result = await loadHub().whoAmI(connection);
    if (!result.ok) this.#known.delete(connection);
    return result;
  }

  async #connect(hubUrl: string): Promise<Session> {
    const { active, allowed } = this.#accounts.of(hubUrl);
    const chosen = active === null ? null : await this.#tokenOf(hubUrl, active);
    if (active !== null && chosen !== null) return this.#session(hubUrl, chosen, active);
    const found = allowed.length === 0 ? null : await this.foundToken(hubUrl);
    if (found === null || !allowed.includes(found.place)) return this.#session(hubUrl, null, { kind: 'nobody' });
    return this.#session(hubUrl, found.token, { kind: 'found', place: found.place });
  }

  async #tokenOf(hubUrl: string, { kind, name }: AccountChoice): Promise<HubToken | null> {
    const { HubToken } = loadHub();
    if (kind === 'stored') return (await this.storedTokens(hubUrl)).find((one) => one.name === name)?.token ?? null;
    const secret = await this.#accounts.secretOf(hubUrl, name);
    return secret === undefined ? null : new HubToken(secret, hubUrl, { kind: 'typed' });
  }

  #session(hubUrl: string, token: HubToken | null, who: Who): Session {
    const { HubConnection } = loadHub();
    const timers = this.#timers && { timers: this.#timers };
    return { kind: 'session', connection: new HubConnection({ hubUrl, token, ...timers }), who };
  }
}
