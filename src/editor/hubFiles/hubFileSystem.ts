import * as vscode from 'vscode';
import type { HubFailure, HubReference, HubResult } from '../../hub/index';
import type { HubSession } from '../account/hubSession';
import { loadHub } from '../hubClient';
import type { CardRecord } from './cardRecord';
import type { HubCards } from './hubCards';
import { EVAL_RESULTS, hubReference, isCommit, isEvalFile } from './hubUri';

/** Larger files help nobody in a text editor, and may be gigabytes of weights. */
const LARGEST = 20_000_000;

/**
 * The files of models on the Hub. Markdown and results for leaderboards can be edited: saving one keeps a draft on this
 * machine, asks nothing and touches no network; everything else is for reading.
 */
export class HubFileSystem implements vscode.FileSystemProvider {
  readonly #session: HubSession;
  readonly #cards: HubCards;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  constructor(session: HubSession, cards: HubCards) {
    this.#session = session;
    this.#cards = cards;
    cards.onDidChange((uri) => this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]));
  }

  /** The Hub tells of no changes; they are seen when a file is opened again. */
  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const reference = referenceOf(uri);
    if (isKept(reference)) return statOf(valueOf(await this.#cards.open(uri, reference)), reference);
    // The editor asks for the folder with every save, which must not wait for the network.
    if (reference.path === '' || reference.path === EVAL_RESULTS)
      return { type: vscode.FileType.Directory, size: 0, ctime: 0, mtime: 0 };
    const { type: kind, size } = await this.#entry(uri, reference);
    const type = kind === 'directory' ? vscode.FileType.Directory : vscode.FileType.File;
    return { type, size, ctime: 0, mtime: 0, permissions: vscode.FilePermission.Readonly };
  }

  async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
    const reference = referenceOf(uri);
    const listed = await loadHub().listFiles(await this.#connection(), reference);
    const isMissing = !listed.ok && listed.failure.kind === 'missing-file' && reference.path === EVAL_RESULTS;
    const files = isMissing ? [] : valueOf(listed);
    const entries = files.map(({ path, type }): [string, vscode.FileType] => [
      path.slice(path.lastIndexOf('/') + 1),
      type === 'directory' ? vscode.FileType.Directory : vscode.FileType.File,
    ]);
    const names = new Set(entries.map(([name]) => name));
    const drafted = (await this.#cards.draftsIn(uri)).filter((name) => !names.has(name));
    return [...entries, ...drafted.map((name): [string, vscode.FileType] => [name, vscode.FileType.File])];
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const reference = referenceOf(uri);
    if (isKept(reference)) return contentOf(valueOf(await this.#cards.open(uri, reference)));
    if (reference.path === '') throw vscode.FileSystemError.FileIsADirectory(uri);
    const entry = await this.#entry(uri, reference);
    if (entry.type === 'directory') throw vscode.FileSystemError.FileIsADirectory(uri);
    if (entry.size > LARGEST) {
      throw vscode.FileSystemError.Unavailable(`${reference.path} is too large to be shown; look at it on the Hub.`);
    }
    return valueOf(await this.#cards.read(reference, null)).content;
  }

  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    const reference = referenceOf(uri);
    if (!isEditable(reference)) throw readOnly(uri);
    await this.#cards.saveDraft(uri, content);
  }

  createDirectory(uri: vscode.Uri): void {
    throw readOnly(uri);
  }

  /** Takes back a file that is a draft only, as undoing its creation does; what the Hub has is deleted there. */
  async delete(uri: vscode.Uri): Promise<void> {
    const record = isEditable(referenceOf(uri)) ? await this.#cards.record(uri) : null;
    if (!record?.draft || record.base !== null) throw readOnly(uri);
    await this.#cards.discard(uri, record.draft.content);
  }

  rename(uri: vscode.Uri): void {
    throw readOnly(uri);
  }

  /** A file or folder as the list of the folder above has it. */
  async #entry(uri: vscode.Uri, reference: HubReference) {
    const { path } = reference;
    const folder = { ...reference, path: path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '' };
    const files = valueOf(await loadHub().listFiles(await this.#connection(), folder));
    const entry = files.find((file) => file.path === path);
    if (entry === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return entry;
  }

  async #connection() {
    const session = await this.#session.open();
    if (session.kind === 'session') return session.connection;
    throw vscode.FileSystemError.Unavailable(session.message);
  }
}

/** What a URI names; an address that ends with the revision, or above it, names a folder. */
function referenceOf(uri: vscode.Uri): HubReference {
  const reference = hubReference(uri);
  if (reference === null) throw vscode.FileSystemError.FileNotFound(uri);
  return /@[^/]*\/./.test(uri.path) ? reference : { ...reference, path: '' };
}

/** Whether drafts of a file are kept here. */
function isKept({ path }: HubReference): boolean {
  return /\.(?:md|markdown)$/i.test(path) || isEvalFile(path);
}

function isEditable(reference: HubReference): boolean {
  return isKept(reference) && !isCommit(reference.revision);
}

function contentOf({ draft, base }: CardRecord): Uint8Array {
  return draft?.content ?? base?.content ?? new Uint8Array();
}

function statOf(card: CardRecord, reference: HubReference): vscode.FileStat {
  const mtime = card.draft?.savedAt ?? card.base?.seenAt ?? 0;
  const permissions = isEditable(reference) ? {} : { permissions: vscode.FilePermission.Readonly };
  return { type: vscode.FileType.File, size: contentOf(card).length, ctime: 0, mtime, ...permissions };
}

function valueOf<T>(result: HubResult<T>): T {
  if (result.ok) return result.value;
  throw fileError(result.failure);
}

function fileError({ kind, message }: HubFailure): vscode.FileSystemError {
  switch (kind) {
    // The editor says of its own accord that a file is missing, and offers to create it; it shows any other sentence.
    case 'missing-file':
      return vscode.FileSystemError.FileNotFound(message);
    case 'bad-token':
    case 'not-signed-in':
    case 'gated':
    case 'forbidden':
    case 'disabled':
      return vscode.FileSystemError.NoPermissions(message);
    default:
      return vscode.FileSystemError.Unavailable(message);
  }
}

function readOnly(uri: vscode.Uri): vscode.FileSystemError {
  const message =
    'Only cards and .eval_results can be edited here, on a branch or a pull request; do anything else on the Hub.';
  return vscode.FileSystemError.NoPermissions(`${message} (${uri.path})`);
}
