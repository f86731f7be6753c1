import type * as vscode from 'vscode';

const KEY = 'hub.watchedModels';

/** Remembers the models whose pull requests a person follows, for each Hub. */
export class WatchedModels {
  readonly #state: vscode.Memento;

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  /** Their names, in the order of the alphabet. */
  of(hubUrl: string): readonly string[] {
    return this.#all()[hubUrl] ?? [];
  }

  async add(hubUrl: string, model: string): Promise<void> {
    await this.#set(hubUrl, [...new Set([...this.of(hubUrl), model])].sort());
  }

  async remove(hubUrl: string, model: string): Promise<void> {
    await this.#set(
      hubUrl,
      this.of(hubUrl).filter((one) => one !== model),
    );
  }

  async #set(hubUrl: string, models: readonly string[]): Promise<void> {
    await this.#state.update(KEY, { ...this.#all(), [hubUrl]: models });
  }

  #all(): Readonly<Record<string, readonly string[]>> {
    return this.#state.get(KEY, {});
  }
}
