import { statSync } from 'node:fs';
import type { BatchCard } from '../batch';
import type { HubConnection, HubResult, ModelSummary } from '../hub';
import { loadBatch } from './batchBundle';
import { cardAt, cardsIn } from './batchFolder';
import { cardSource } from './cardSource';
import { Exit, failure, type Failure } from './exit';
import { hubFailure, loadHub } from './hub';
import { readCard } from './readCard';

/** The cards of a batch, found as they are needed. */
export interface Source {
  readonly kind: 'source';
  readonly cards: Iterable<BatchCard>;
}

const SEARCH = 'search:';
/** A search may find a large part of the Hub. */
const MOST_FOUND = 1000;

/** The cards that `SOURCE` names: those in a folder, of a list, of a search, or of a user or an organisation. */
export async function openSource(
  argument: string,
  limit: number | undefined,
  connection: HubConnection,
): Promise<Source | Failure> {
  const here = statSync(argument, { throwIfNoEntry: false });
  if (here?.isDirectory() === true) return source(first(cardsIn(argument), limit));
  if (here !== undefined) return listed(argument, limit);
  const { modelsOf, searchModels } = loadHub();
  if (argument.startsWith(SEARCH)) {
    return found(await searchModels(connection, argument.slice(SEARCH.length).trim(), limit ?? MOST_FOUND));
  }
  if (/^[\w.-]+$/.test(argument)) return found(await modelsOf(connection, argument, limit ?? Infinity));
  const message = `${argument} is no folder and no list here, and no name of a user or an organisation; search:WORDS searches the Hub.`;
  return failure(Exit.unreadable, message);
}

function found(models: HubResult<readonly ModelSummary[]>): Source | Failure {
  if (!models.ok) return hubFailure(models.failure);
  return source(models.value.map(({ model }) => ({ kind: 'hub', model })));
}

function listed(file: string, limit: number | undefined): Source | Failure {
  const read = readCard(file);
  if (read.kind === 'failure') return read;
  const cards: BatchCard[] = [];
  for (const line of first(loadBatch().listedLines(read.text), limit)) {
    const named = cardSource(line);
    if (named.kind === 'failure') return { ...named, message: `${file}: ${named.message}` };
    if (named.kind === 'file') cards.push(cardAt(named.file));
    else if (named.reference.revision === 'main') cards.push({ kind: 'hub', model: named.reference.model });
    else {
      const message = `${file}: ${line} names a revision, and a batch takes what main holds; leave out the revision.`;
      return failure(Exit.unreadable, message);
    }
  }
  return source(cards);
}

function source(cards: Iterable<BatchCard>): Source {
  return { kind: 'source', cards };
}

function* first<T>(items: Iterable<T>, most = Infinity): Iterable<T> {
  let taken = 0;
  for (const item of items) {
    if (++taken > most) return;
    yield item;
  }
}
