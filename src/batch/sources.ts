import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { readsLikeHubCard } from '../card/hubCardName';
import { type HubConnection, type HubFailure, type HubResult, modelsOf, parseReference, searchModels } from '../hub';
import type { ModelSummary } from '../hub';
import type { FoundCard } from './card';
import { cardAt, cardsIn } from './folder';
import { listedLines } from './lines';

/** Where the cards of a batch come from. */
export type SourceName =
  | { readonly kind: 'owners'; readonly owners: readonly string[] }
  | { readonly kind: 'search'; readonly words: string }
  | { readonly kind: 'folder'; readonly folder: string }
  /** A list with a model or a path in each line; a path goes from `folder`. */
  | { readonly kind: 'list'; readonly file: string; readonly text: string; readonly folder: string };

/** The cards of a batch, found as they are needed. */
export interface Source {
  readonly kind: 'source';
  readonly cards: Iterable<FoundCard>;
}

/** Why there are none: what the Hub could not do, or what is wrong with the list in one sentence. */
export type SourceProblem =
  { readonly kind: 'hub'; readonly failure: HubFailure } | { readonly kind: 'list'; readonly message: string };

/** A search may find a large part of the Hub. */
const MOST_FOUND = 1000;

/** The cards of a source, at most so many. */
export async function openSource(
  name: SourceName,
  connection: HubConnection,
  { most, signal }: { readonly most?: number | undefined; readonly signal?: AbortSignal } = {},
): Promise<Source | SourceProblem> {
  switch (name.kind) {
    case 'folder':
      return source(first(cardsIn(name.folder), most));
    case 'list':
      return listed(name, most, connection.hubUrl);
    case 'search':
      return found(await searchModels(connection, name.words, most ?? MOST_FOUND, signal));
    case 'owners':
      return ofOwners(name.owners, connection, most ?? Infinity, signal);
  }
}

async function ofOwners(
  owners: readonly string[],
  connection: HubConnection,
  most: number,
  signal: AbortSignal | undefined,
): Promise<Source | SourceProblem> {
  const all: ModelSummary[] = [];
  for (const owner of owners) {
    const models = await modelsOf(connection, owner, most - all.length, signal);
    if (!models.ok) return found(models);
    all.push(...models.value);
    if (all.length >= most) break;
  }
  return found({ ok: true, value: all });
}

function found(models: HubResult<readonly ModelSummary[]>): Source | SourceProblem {
  if (!models.ok) return { kind: 'hub', failure: models.failure };
  return source(models.value.map(({ model }) => ({ kind: 'hub', model })));
}

function listed(
  { file, text, folder }: Extract<SourceName, { readonly kind: 'list' }>,
  most: number | undefined,
  hubUrl: string,
): Source | SourceProblem {
  const cards: FoundCard[] = [];
  for (const line of first(listedLines(text), most)) {
    const path = isAbsolute(line) ? line : join(folder, line);
    if (existsSync(path) || !readsLikeHubCard(line)) {
      cards.push(cardAt(path));
      continue;
    }
    const parsed = parseReference(line, hubUrl);
    if (parsed.kind === 'problem') return { kind: 'list', message: `${file}: ${parsed.message}` };
    const { model, revision } = parsed.reference;
    if (revision !== 'main') {
      const message = `${file}: ${line} names a revision, and a batch takes what main holds; leave out the revision.`;
      return { kind: 'list', message };
    }
    cards.push({ kind: 'hub', model });
  }
  return source(cards);
}

function source(cards: Iterable<FoundCard>): Source {
  return { kind: 'source', cards };
}

function* first<T>(items: Iterable<T>, most = Infinity): Iterable<T> {
  let taken = 0;
  for (const item of items) {
    if (++taken > most) return;
    yield item;
  }
}
