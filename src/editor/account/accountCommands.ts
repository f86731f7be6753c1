import * as vscode from 'vscode';
import { Command } from '../../contributions';
import type { Asker, Option } from '../asker';
import { loadHub } from '../hubClient';
import { withProgress } from '../progress';
import type { AccountChoice, AccountStore } from './accountStore';
import { accountName, accountText } from './accountText';
import { NO_ADDRESS } from './hubAddress';
import type { HubSession } from './hubSession';
import { openOrTell } from './openOrTell';

/** What another account to use is: a chosen one, one lying on this machine, or one that is still to be typed. */
type Other = AccountChoice | { readonly kind: 'found'; readonly place: string } | { readonly kind: 'new' };

/** The commands that sign in, switch, sign out and show who is signed in. */
export class AccountCommands {
  readonly #accounts: AccountStore;
  readonly #session: HubSession;
  readonly #asker: Asker;

  constructor(accounts: AccountStore, session: HubSession, asker: Asker) {
    this.#accounts = accounts;
    this.#session = session;
    this.#asker = asker;
  }

  /** What each command does. */
  readonly handlers = {
    [Command.signIn]: () => this.signIn(),
    [Command.switchAccount]: () => this.switchAccount(),
    [Command.signOut]: () => this.signOut(),
    [Command.showAccount]: () => this.showAccount(),
  };

  /** Asks for a token, looks whose it is and keeps it; false where nobody was signed in. */
  async signIn(): Promise<boolean> {
    const hubUrl = this.#hubUrl();
    if (hubUrl === null) return false;
    const typed = await this.#asker.type({
      title: `Sign In to ${new URL(hubUrl).host}`,
      prompt: `Paste a token from ${hubUrl}/settings/tokens; it is kept in the editor's secret storage only.`,
      secret: true,
      check: problemOfToken,
    });
    const secret = typed?.trim() ?? '';
    if (problemOfToken(secret) !== null) return false;
    const { host } = new URL(hubUrl);
    const { HubConnection, HubToken, whoAmI } = loadHub();
    const connection = new HubConnection({ hubUrl, token: new HubToken(secret, hubUrl, { kind: 'typed' }) });
    const account = await withProgress(`Signing in to ${host}`, (signal) => whoAmI(connection, signal));
    if (!account.ok) {
      if (account.failure.kind !== 'cancelled') void vscode.window.showErrorMessage(account.failure.message);
      return false;
    }
    const name = accountName(account.value);
    await this.#accounts.keep(hubUrl, name, secret);
    this.#session.reset();
    void vscode.window.showInformationMessage(`Signed in to ${host} as ${name}.`);
    return true;
  }

  /** Offers the other accounts there are, those of the Hub's own tools among them. */
  async switchAccount(): Promise<void> {
    const hubUrl = this.#hubUrl();
    if (hubUrl === null) return;
    const { names, active } = this.#accounts.of(hubUrl);
    const found = await this.#session.foundToken(hubUrl);
    const stored = await this.#session.storedTokens(hubUrl);
    const option = (kind: 'kept' | 'stored', name: string, place: string): Option<Other> => ({
      label: name,
      description: active?.kind === kind && active.name === name ? `${place}, in use` : place,
      value: { kind, name },
    });
    const other = await this.#asker.pick<Other>('Switch Account', [
      ...names.map((name) => option('kept', name, 'signed in here')),
      ...stored.map(({ name }) => option('stored', name, 'kept by the hf program')),
      ...(found === null ? [] : [{ label: `The token ${found.place}`, value: { kind: 'found', ...found } as const }]),
      { label: 'Sign in with another token…', value: { kind: 'new' } },
    ]);
    if (other === undefined) return;
    if (other.kind === 'new') {
      await this.signIn();
      return;
    }
    if (other.kind === 'found') await this.#accounts.answer(hubUrl, other.place, true);
    await this.#accounts.use(hubUrl, other.kind === 'found' ? null : other);
    this.#session.reset();
    await this.showAccount();
  }

  /** Forgets the account in use. */
  async signOut(): Promise<void> {
    const session = await openOrTell(this.#session.open());
    if (session === null) return;
    const { who, connection } = session;
    const { hubUrl } = connection;
    const { host } = new URL(hubUrl);
    // Nobody who signs out wants to be signed in again by a token that lies about.
    const found = await this.#session.foundToken(hubUrl);
    if (found !== null) await this.#accounts.answer(hubUrl, found.place, false);
    await this.#accounts.forgetActive(hubUrl);
    this.#session.reset();
    const message = who.kind === 'nobody' ? `Nobody was signed in to ${host}.` : `Signed out of ${host}.`;
    void vscode.window.showInformationMessage(message);
  }

  /** Shows who is signed in, what the token may do and when it expires. */
  async showAccount(): Promise<void> {
    const session = await openOrTell(this.#session.openAsking());
    if (session === null) return;
    const { connection, who } = session;
    const { host } = new URL(connection.hubUrl);
    if (who.kind === 'nobody') {
      const signIn = await this.#asker.confirm(
        `Nobody is signed in to ${host}.`,
        'Public cards can be read without; to publish, sign in with a token.',
        'Sign In…',
      );
      if (signIn) await this.signIn();
      return;
    }
    const account = await withProgress(`Asking ${host} who you are`, () => this.#session.account(connection));
    if (!account.ok) {
      void vscode.window.showErrorMessage(account.failure.message);
      return;
    }
    const next = await this.#asker.choose(`Signed in to ${host}`, accountText(account.value, new Date()), [
      { label: 'Switch Account…', value: () => this.switchAccount() },
      { label: 'Sign Out', value: () => this.signOut() },
    ]);
    await next?.();
  }

  #hubUrl(): string | null {
    const { hubUrl } = this.#session;
    if (hubUrl === null) void vscode.window.showErrorMessage(NO_ADDRESS);
    return hubUrl;
  }
}

/** What is wrong with a text as a token; it never repeats the text. */
function problemOfToken(text: string): string | null {
  if (text === '') return 'Paste a token; without one, leave with Escape.';
  return /^hf_[\x21-\x7e]+$/.test(text) ? null : 'A token begins with hf_ and has no spaces; copy it again.';
}
