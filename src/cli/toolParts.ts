import { existsSync } from 'node:fs';
import { applyEdits } from '../card/text';
import type { ToolCard, ToolParts, ToolProblem } from '../tools';
import { placeOfCard, placeOnHub } from '../cardPlace';
import { type CardSource, cardSource } from './cardSource';
import { loadBenchmarks, loadCore, loadMetadata, loadTerms } from './core';
import { Exit, failure, type Failure } from './exit';
import type { Folders } from './folders';
import { connectToHub, loadHub } from './hub';
import { readCard } from './readCard';
import { readSource } from './readSource';
import { loadRuns, loadTasks, SCRIPTS } from './runs';
import { writeCard } from './writeCard';

/** What the tools work with on the command line: cards in these folders, and the Hub with the token that is found. */
export function toolParts(folders: Folders): ToolParts {
  return {
    core: loadCore,
    metadata: loadMetadata,
    hub: loadHub,
    runs: loadRuns,
    benchmarks: loadBenchmarks,
    terms: loadTerms,
    tasks: loadTasks,
    scriptFolder: SCRIPTS,
    // Whoever starts the server trusts it.
    mayRunPrograms: () => true,
    openCard: (name) => openCard(name, folders),
    editCard: (card, edits) => {
      const path = folders.find(card.name);
      const failed = path === null ? outside(card.name) : writeCard(path, card.text, applyEdits(card.text, edits));
      return Promise.resolve(failed === null ? null : problemOf(failed));
    },
    connect: async () => {
      const connection = await connectToHub();
      return 'kind' in connection ? problemOf(connection) : connection;
    },
    runsHere: () => [],
  };
}

async function openCard(name: string, folders: Folders): Promise<ToolCard | ToolProblem> {
  const path = folders.find(name);
  const isHere = path !== null && existsSync(path);
  const source: CardSource | Failure = isHere ? { kind: 'file', file: path } : cardSource(name);
  if (source.kind === 'failure') return problemOf(source);
  if (source.kind === 'hub') {
    const card = await readSource(name);
    if (card.kind === 'failure') return problemOf(card);
    return { ...card, name, place: placeOnHub(source.reference.model) };
  }
  if (path === null) return problemOf(outside(name));
  const card = readCard(path);
  return card.kind === 'failure' ? problemOf(card) : { ...card, name, place: placeOfCard(path) };
}

function outside(name: string): Failure {
  const message = `${name} lies outside of the folders of this server; start it with --folder and the folder of the card.`;
  return failure(Exit.unreadable, message);
}

function problemOf({ message, details = [] }: Failure): ToolProblem {
  return { kind: 'problem', message: [message, ...details.map((detail) => detail.trim())].join(' ') };
}
