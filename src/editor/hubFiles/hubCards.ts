import * as vscode from 'vscode';
import { Scheme } from '../../contributions';
import type { HubFile, HubReference, HubResult } from '../../hub/index';
import type { HubSession } from '../account/hubSession';
import { loadHub } from '../hubClient';
import { type CardRecord, type Draft, type HubBase, sameContent } from './cardRecord';
import type { CardRecords } from './cardRecords';
import { hubUri } from './hubUri';

/** How long what was read from the Hub is taken for its present state; opening a file asks several times. */
const FRESH_FOR_MS = 3000;

/** The cards of the Hub as the editor sees them: the draft where there is one, else what the Hub has. */
export class HubCards implements vscode.Disposable {
  readonly #session: HubSession;
  readonly #records: CardRecords;
  readonly #scheme: string;
  /** When each card was last read from the Hub, or written to it. */
  readonly #readAt = new Map<string, number>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  /** Fires when a draft or what it is based on has changed. */
  readonly onDidChange = this.#changed.event;

  constructor(session: HubSession, records: CardRecords, scheme: string = Scheme.hub) {
    this.#session = session;
    this.#records = records;
    this.#scheme = scheme;
  }

  dispose(): void {
    this.#changed.dispose();
  }

  /** The URI that a file of the Hub has in the editor. */
  uriOf(reference: HubReference): vscode.Uri {
    return hubUri(reference).with({ scheme: this.#scheme });
  }

  /** What is kept of a card; null where nothing is. */
  async record(uri: vscode.Uri): Promise<CardRecord | null> {
    const { hubUrl } = this.#session;
    return hubUrl === null ? null : this.#records.get(hubUrl, uri.toString());
  }

  /** The cards with a draft for the present Hub. */
  async drafts(): Promise<readonly CardRecord[]> {
    // Most people have none, and the Hub client need not be loaded to know that.
    if (await this.#records.isEmpty()) return [];
    const { hubUrl } = this.#session;
    return hubUrl === null ? [] : this.#records.drafts(hubUrl);
  }

  /** The names of the drafts in a folder. */
  async draftsIn(folder: vscode.Uri): Promise<readonly string[]> {
    const prefix = `${folder.toString()}/`;
    const names = (await this.drafts()).map(({ uri }) => (uri.startsWith(prefix) ? uri.slice(prefix.length) : ''));
    return names.filter((name) => name !== '' && !name.includes('/')).map(decodeURIComponent);
  }

  /** A card with its draft or its content on the Hub; asks the Hub only where there is no draft. */
  async open(uri: vscode.Uri, reference: HubReference): Promise<HubResult<CardRecord>> {
    const record = await this.record(uri);
    const isFresh = Date.now() - (this.#readAt.get(uri.toString()) ?? 0) < FRESH_FOR_MS;
    if (record !== null && (record.draft !== null || (isFresh && record.base !== null))) {
      return { ok: true, value: record };
    }
    const read = await this.read(reference, record?.base ?? null);
    if (!read.ok) return read;
    const kept = await this.#update(uri, (now) => ({ ...now, base: now.draft === null ? read.value : now.base }));
    this.#readAt.set(uri.toString(), Date.now());
    return { ok: true, value: kept };
  }

  /** The content that the Hub has now; the same object where it is still the known one. */
  async read(reference: HubReference, known: HubBase | null, signal?: AbortSignal): Promise<HubResult<HubBase>> {
    const session = await this.#session.open();
    if (session.kind === 'problem') throw new Error(session.message);
    const { readFile, readFileIfChanged } = loadHub();
    const { connection } = session;
    // What was just published has no etag yet.
    if (known === null || known.etag === '') {
      const read = await readFile(connection, reference, signal);
      return read.ok ? { ok: true, value: baseOf(read.value, known) } : read;
    }
    const read = await readFileIfChanged(connection, reference, known.etag, signal);
    if (!read.ok) return read;
    return { ok: true, value: read.value === null ? known : baseOf(read.value, known) };
  }

  /** Keeps a text as the draft of a card; what the Hub has already is no draft. */
  async saveDraft(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    await this.#update(uri, ({ base, draft, ...card }) => {
      const savedAt = nextTime(base, draft);
      if (base === null || !sameContent(base.content, content)) return { ...card, base, draft: { content, savedAt } };
      return { ...card, base: { ...base, seenAt: savedAt }, draft: null };
    });
    this.#readAt.set(uri.toString(), Date.now());
    this.#changed.fire(uri);
  }

  /** Makes a text from elsewhere the draft of a card, on the state of the Hub that it was made on. */
  async startDraft(uri: vscode.Uri, base: HubBase | null, content: Uint8Array): Promise<void> {
    await this.#update(uri, (card) => ({
      ...card,
      base,
      draft: { content, savedAt: nextTime(card.base, card.draft) },
    }));
    this.#changed.fire(uri);
  }

  /** Makes a draft stand on another state of the Hub, the one that it was merged with. */
  async rebase(uri: vscode.Uri, base: HubBase): Promise<void> {
    await this.#update(uri, ({ draft, ...card }) => {
      const isSame = draft !== null && sameContent(base.content, draft.content);
      return { ...card, base, draft: isSame ? null : draft };
    });
    this.#changed.fire(uri);
  }

  /** Notes that a content is on the Hub; what was typed since stays a draft. */
  async published(uri: vscode.Uri, content: Uint8Array, commit: string): Promise<void> {
    await this.#update(uri, ({ draft, ...card }) => {
      const isSame = draft !== null && sameContent(draft.content, content);
      const base = { commit, etag: '', content, seenAt: draft?.savedAt ?? Date.now() };
      return { ...card, base, draft: isSame ? null : draft };
    });
    this.#readAt.set(uri.toString(), Date.now());
    this.#changed.fire(uri);
  }

  /** Drops a draft if it still is the expected one; false where more was written meanwhile. */
  async discard(uri: vscode.Uri, expected: Uint8Array): Promise<boolean> {
    const { draft } = await this.#update(uri, (card) => {
      const isExpected = card.draft !== null && sameContent(card.draft.content, expected);
      if (!isExpected) return card;
      return { ...card, base: card.base && { ...card.base, seenAt: nextTime(card.base, card.draft) }, draft: null };
    });
    this.#readAt.set(uri.toString(), Date.now());
    this.#changed.fire(uri);
    return draft === null;
  }

  /** Lets an open card be read from the Hub again, where it has changed; a draft stays. */
  lookAgain(uri: vscode.Uri): void {
    this.#readAt.delete(uri.toString());
    this.#changed.fire(uri);
  }

  /** Forgets what a closed card was like on the Hub; its draft stays. */
  async close(uri: vscode.Uri): Promise<void> {
    const record = await this.record(uri);
    if (record?.draft === null) await this.#update(uri, (card) => (card.draft === null ? null : card));
    this.#readAt.delete(uri.toString());
  }

  async #update(uri: vscode.Uri, change: (record: CardRecord) => CardRecord | null): Promise<CardRecord> {
    const { hubUrl } = this.#session;
    if (hubUrl === null) throw new Error('There is no Hub to keep drafts for.');
    const card = await this.#records.update(hubUrl, uri.toString(), change);
    return card ?? { uri: uri.toString(), hubUrl, base: null, draft: null };
  }
}

/** What was read; the same content as before is as old as before. */
function baseOf({ commit, etag, content }: HubFile, known: HubBase | null): HubBase {
  const isSame = known !== null && sameContent(known.content, content);
  return { commit, etag, content, seenAt: isSame ? known.seenAt : Date.now() };
}

/** The time of a change, which must look newer than the one before, whatever the clock does. */
function nextTime(base: HubBase | null, draft: Draft | null): number {
  return Math.max(Date.now(), (draft?.savedAt ?? base?.seenAt ?? 0) + 1);
}
