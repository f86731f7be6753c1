import type * as vscode from 'vscode';

/** An account whose token is kept here, or one whose token the Hub's own tools keep. */
export interface AccountChoice {
  readonly kind: 'kept' | 'stored';
  readonly name: string;
}

/** What is remembered of the accounts on one Hub; the tokens themselves are in the editor's secret storage. */
export interface KeptAccounts {
  /** The names of the accounts whose tokens are kept here. */
  readonly names: readonly string[];
  /** The account in use; null where none was chosen. */
  readonly active: AccountChoice | null;
  /** Places of tokens, as the environment, that may be used, and those that may not. */
  readonly allowed: readonly string[];
  readonly refused: readonly string[];
}

const INDEX = 'hub.accounts';
const NOBODY: KeptAccounts = { names: [], active: null, allowed: [], refused: [] };

/** Keeps accounts, each for the one Hub that its token was made for. */
export class AccountStore {
  readonly #secrets: vscode.SecretStorage;
  readonly #state: vscode.Memento;

  constructor(secrets: vscode.SecretStorage, state: vscode.Memento) {
    this.#secrets = secrets;
    this.#state = state;
  }

  /** What is remembered for a Hub. */
  of(hubUrl: string): KeptAccounts {
    return this.#index()[originOf(hubUrl)] ?? NOBODY;
  }

  /** The token of an account, for the header of requests to its Hub. */
  async secretOf(hubUrl: string, name: string): Promise<string | undefined> {
    return this.#secrets.get(secretKey(hubUrl, name));
  }

  /** Keeps an account and makes it the one in use. */
  async keep(hubUrl: string, name: string, secret: string): Promise<void> {
    await this.#secrets.store(secretKey(hubUrl, name), secret);
    const { names } = this.of(hubUrl);
    await this.#remember(hubUrl, {
      names: [...names.filter((known) => known !== name), name],
      active: { kind: 'kept', name },
    });
  }

  /** Makes an account the one in use; null for none. */
  async use(hubUrl: string, active: AccountChoice | null): Promise<void> {
    await this.#remember(hubUrl, { active });
  }

  /** Forgets the account in use, and its token where that is kept here. */
  async forgetActive(hubUrl: string): Promise<void> {
    const { names, active } = this.of(hubUrl);
    if (active?.kind === 'kept') await this.#secrets.delete(secretKey(hubUrl, active.name));
    const gone = active?.kind === 'kept' ? active.name : undefined;
    await this.#remember(hubUrl, { names: names.filter((name) => name !== gone), active: null });
  }

  /** Remembers whether a token that lies in a place may be used while no account is chosen. */
  async answer(hubUrl: string, place: string, allowed: boolean): Promise<void> {
    const known = this.of(hubUrl);
    const others = (places: readonly string[]): readonly string[] => places.filter((other) => other !== place);
    await this.#remember(hubUrl, {
      allowed: [...others(known.allowed), ...(allowed ? [place] : [])],
      refused: [...others(known.refused), ...(allowed ? [] : [place])],
    });
  }

  async #remember(hubUrl: string, change: Partial<KeptAccounts>): Promise<void> {
    const changed = { ...this.of(hubUrl), ...change };
    await this.#state.update(INDEX, { ...this.#index(), [originOf(hubUrl)]: changed });
  }

  #index(): Readonly<Record<string, KeptAccounts>> {
    return this.#state.get(INDEX, {});
  }
}

function secretKey(hubUrl: string, name: string): string {
  return `hub.token ${originOf(hubUrl)} ${name}`;
}

function originOf(hubUrl: string): string {
  return new URL(hubUrl).origin;
}
