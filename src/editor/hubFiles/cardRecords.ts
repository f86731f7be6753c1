import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type CardRecord, formatRecord, parseRecord } from './cardRecord';

/**
 * Keeps the records of cards in a folder, one file each, so that drafts outlive a reload or a crash. A file is replaced
 * as a whole or not at all, and read anew each time, since another window may have written it.
 */
export class CardRecords {
  readonly #folder: string;
  /** What is under way for each file, so that changes come one after the other. */
  readonly #running = new Map<string, Promise<unknown>>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The record of a card on a Hub, or null. */
  async get(hubUrl: string, uri: string): Promise<CardRecord | null> {
    return this.#read(fileName(hubUrl, uri));
  }

  /** Whether there are none, for any Hub. */
  async isEmpty(): Promise<boolean> {
    return (await this.#names()).length === 0;
  }

  /** The records that hold a draft, by their URIs. */
  async drafts(hubUrl: string): Promise<readonly CardRecord[]> {
    const records = await Promise.all((await this.#names()).map((name) => this.#read(name)));
    return records
      .filter((record) => record !== null)
      .filter((record) => record.draft !== null && record.hubUrl === hubUrl)
      .sort((a, b) => a.uri.localeCompare(b.uri));
  }

  /** Replaces the record of a card by what `change` makes of it; null removes it. */
  async update(
    hubUrl: string,
    uri: string,
    change: (record: CardRecord) => CardRecord | null,
  ): Promise<CardRecord | null> {
    const name = fileName(hubUrl, uri);
    const before = this.#running.get(name) ?? Promise.resolve();
    const after = before.then(async () => {
      const changed = change((await this.#read(name)) ?? { uri, hubUrl, base: null, draft: null });
      if (changed === null) await rm(join(this.#folder, name), { force: true });
      else await this.#write(name, formatRecord(changed));
      return changed;
    });
    const settled = after.catch(() => undefined);
    this.#running.set(name, settled);
    void settled.then(() => {
      if (this.#running.get(name) === settled) this.#running.delete(name);
    });
    return after;
  }

  async #names(): Promise<readonly string[]> {
    const names = await readdir(this.#folder).catch(() => []);
    return names.filter((name) => name.endsWith('.json'));
  }

  async #read(name: string): Promise<CardRecord | null> {
    const text = await readFile(join(this.#folder, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    return text === null ? null : parseRecord(text);
  }

  async #write(name: string, text: string): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const path = join(this.#folder, name);
    const unfinished = `${path}.${randomUUID()}`;
    const file = await open(unfinished, 'w', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  }
}

function fileName(hubUrl: string, uri: string): string {
  return `${createHash('sha256').update(`${hubUrl}\n${uri}`).digest('hex').slice(0, 32)}.json`;
}
