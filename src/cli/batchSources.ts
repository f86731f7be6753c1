import { statSync } from 'node:fs';
import type { Source, SourceName } from '../batch';
import type { HubConnection } from '../hub';
import { loadBatch } from './batchBundle';
import { Exit, failure, type Failure } from './exit';
import { hubFailure } from './hub';
import { readCard } from './readCard';

const SEARCH = 'search:';

/** The cards that `SOURCE` names: those in a folder, of a list, of a search, or of a user or an organisation. */
export async function openSource(
  argument: string,
  limit: number | undefined,
  connection: HubConnection,
): Promise<Source | Failure> {
  const name = sourceName(argument);
  if (name.kind === 'failure') return name;
  const opened = await loadBatch().openSource(name, connection, { most: limit });
  if (opened.kind === 'source') return opened;
  return opened.kind === 'hub' ? hubFailure(opened.failure) : failure(Exit.unreadable, opened.message);
}

function sourceName(argument: string): SourceName | Failure {
  const here = statSync(argument, { throwIfNoEntry: false });
  if (here?.isDirectory() === true) return { kind: 'folder', folder: argument };
  if (here !== undefined) {
    const read = readCard(argument);
    return read.kind === 'failure' ? read : { kind: 'list', file: argument, text: read.text, folder: '' };
  }
  if (argument.startsWith(SEARCH)) return { kind: 'search', words: argument.slice(SEARCH.length).trim() };
  if (/^[\w.-]+$/.test(argument)) return { kind: 'owners', owners: [argument] };
  const message = `${argument} is no folder and no list here, and no name of a user or an organisation; search:WORDS searches the Hub.`;
  return failure(Exit.unreadable, message);
}
