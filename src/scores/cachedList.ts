import type { ScoresClient } from './client';
import type { ScoresResult } from './failure';
import type { ModelList } from './modelList';

/** Where the newest list is kept between two calls; it holds no key. */
export interface ListStore {
  /** The text that was written last, or null. */
  read(): Promise<string | null>;
  /** Keeps a text; where that is not possible nothing happens. */
  write(text: string): Promise<void>;
}

/** A list, and how old it is in milliseconds. */
export interface AgedList extends ModelList {
  readonly age: number;
}

interface KeptList {
  readonly baseUrl: string;
  readonly at: number;
  readonly list: ModelList;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The list that is kept, unless it is a day old or a person wants a fresh one; keys have few requests a day. */
export async function cachedList(
  client: ScoresClient,
  store: ListStore,
  { fresh = false, now = Date.now() }: { readonly fresh?: boolean; readonly now?: number },
  signal?: AbortSignal,
): Promise<ScoresResult<AgedList>> {
  const kept = fresh ? null : parse((await store.read()) ?? '');
  const age = kept === null ? -1 : now - kept.at;
  if (kept?.baseUrl === client.baseUrl && age >= 0 && age < DAY_MS) return { ok: true, value: { ...kept.list, age } };
  const read = await client.models(signal);
  if (!read.ok) return read;
  await store.write(JSON.stringify({ baseUrl: client.baseUrl, at: now, list: read.value } satisfies KeptList));
  return { ok: true, value: { ...read.value, age: 0 } };
}

/** What an earlier version of the program has written may have another shape. */
function parse(text: string): KeptList | null {
  try {
    const kept = JSON.parse(text) as Partial<KeptList>;
    const { baseUrl, at, list } = kept;
    return typeof baseUrl === 'string' && typeof at === 'number' && isList(list) ? { baseUrl, at, list } : null;
  } catch {
    return null;
  }
}

function isList(list: ModelList | undefined): list is ModelList {
  const models: unknown = list?.models;
  return Array.isArray(models) && models.every(isModel);
}

function isModel(model: unknown): boolean {
  const { name, creator, scores } = (model ?? {}) as Record<string, unknown>;
  return typeof name === 'string' && typeof creator === 'object' && typeof scores === 'object';
}

/** An age in words: `from 3 hours ago`. */
export function describeAge(age: number): string {
  const minutes = Math.floor(age / 60_000);
  if (minutes < 1) return 'just read';
  if (minutes < 120) return `from ${String(minutes)} ${minutes === 1 ? 'minute' : 'minutes'} ago`;
  return `from ${String(Math.floor(minutes / 60))} hours ago`;
}
