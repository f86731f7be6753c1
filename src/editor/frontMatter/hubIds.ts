import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import { Setting, SETTINGS } from '../../contributions';
import type { HubIdBegun } from '../../metadata/hubIdAt';
import type { HubSession } from '../account/hubSession';
import { loadMetadata } from '../cardCore';
import { loadHub } from '../hubClient';
import type { SuggestionSource } from './completions';

const MOST_OFFERED = 20;
const TYPING_PAUSE_MS = 250;
/** An answer of the Hub is used for so long. */
const FRESH_FOR_MS = 10 * 60_000;
const MOST_KEPT = 200;
/** After a failure the Hub is left alone for so long: whoever types wants no messages. */
const SILENCE_MS = 60_000;

interface Answer {
  readonly at: number;
  readonly ids: readonly string[];
}

/** Within an owner's name and after it completion opens by itself. */
export const HUB_ID_TRIGGER = '/';

/** Completes the ids of models and datasets from the Hub, where the setting allows that what is typed goes there. */
export class HubIds {
  readonly #session: HubSession;
  readonly #answers = new Map<string, Answer>();
  #silentUntil = 0;

  constructor(session: HubSession) {
    this.#session = session;
  }

  /** What can be written at a place; null where no id stands, none may be asked for, or the Hub does not answer. */
  readonly suggest: SuggestionSource = async ({ yaml, offset }, token) => {
    if (!vscode.workspace.getConfiguration(SETTINGS).get<boolean>(Setting.hubSuggest, false)) return null;
    const begun = loadMetadata().hubIdAt(yaml, offset);
    const ids = begun && begun.text !== '' ? await this.#ids(begun, token) : null;
    if (begun === null || ids === null) return null;
    const { start, end } = begun;
    const common = { kind: 'value', name: '', documentation: '', start, end } as const;
    return { items: ids.map((id) => ({ ...common, label: id, filter: id, snippet: id })), isComplete: false };
  };

  async #ids(begun: HubIdBegun, token: vscode.CancellationToken): Promise<readonly string[] | null> {
    const { hubUrl } = this.#session;
    const key = `${hubUrl ?? ''} ${begun.kind} ${begun.text.toLowerCase()}`;
    const known = this.#answers.get(key);
    if (known !== undefined && Date.now() - known.at < FRESH_FOR_MS) return known.ids;
    if (Date.now() < this.#silentUntil) return null;
    await sleep(TYPING_PAUSE_MS);
    if (token.isCancellationRequested) return null;
    const ids = await this.#ask(begun, token);
    if (ids !== null) this.#keep(key, ids);
    return ids;
  }

  async #ask({ kind, text }: HubIdBegun, token: vscode.CancellationToken): Promise<readonly string[] | null> {
    const opened = await this.#session.open();
    if (opened.kind === 'problem') return null;
    const stop = new AbortController();
    const cancelled = token.onCancellationRequested(() => stop.abort());
    const { searchDatasets, searchModels } = loadHub();
    try {
      const search = kind === 'model' ? searchModels : searchDatasets;
      const found = await search(opened.connection, text, MOST_OFFERED, stop.signal);
      if (found.ok) return found.value.map((item) => (typeof item === 'string' ? item : item.model));
      if (found.failure.kind !== 'cancelled') this.#silentUntil = Date.now() + SILENCE_MS;
      return null;
    } finally {
      cancelled.dispose();
    }
  }

  #keep(key: string, ids: readonly string[]): void {
    const [oldest] = this.#answers.keys();
    if (oldest !== undefined && this.#answers.size >= MOST_KEPT) this.#answers.delete(oldest);
    this.#answers.set(key, { at: Date.now(), ids });
  }
}
