import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type * as Batch from '../../src/batch';
import { cardsIn } from '../../src/batch/folder';
import type * as Core from '../../src/core';
import type * as Hub from '../../src/hub';
import type * as Metadata from '../../src/metadata';
import { inChild } from './child';
import { cardOf, generateTables, markdownTable } from './generate';
import { type Figure, figure, median } from './measure';

const MANY = 1000;
const FEW = 10;
const MOST = 10_000;
/** The cost of a card is constant where it is at most this many times what it is elsewhere. */
const CONSTANT = 1.5;

/** What is measured of batches, each in a process of its own, by the name it is started with. */
export const batchChildren = {
  'batch-many': () => inFolder(MANY, timeOfAll),
  'batch-growth': () => inFolder(MOST, costs),
};

/** How long many cards on the disk take to be reviewed, how much memory, and whether each costs the same. */
export function batchFigures(): readonly Figure[] {
  const runs = Array.from({ length: 3 }, () => inChild('batch-many'));
  const of = (name: string): number => median(runs.map((run) => run[name] ?? NaN));
  const { few = NaN, most = NaN } = inChild('batch-growth');
  return [
    figure('1,000 cards from the disk reviewed', of('time'), 'ms', 5000),
    figure('memory of the process that does', of('memory'), 'MB', 300),
    figure('processor time of a card among 10', few, 'ms'),
    figure('processor time of a card among 10,000', most, 'ms'),
    figure('a card among 10,000 against one among 10', most / few, '×', CONSTANT),
  ];
}

type Measured = Readonly<Record<string, number>>;

async function inFolder(count: number, measure: (folder: string) => Promise<Measured>): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'model-card-batch-'));
  try {
    const tables = generateTables(FEW);
    for (let number = 0; number < count; number++) {
      const path = join(folder, `model-${String(number)}`);
      const [scores = [], settings = []] = [tables[number % (FEW - 1)], tables[FEW - 1]];
      mkdirSync(path);
      writeFileSync(join(path, 'README.md'), cardOf([scores, settings], markdownTable));
    }
    return await measure(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function timeOfAll(folder: string): Promise<Measured> {
  const began = performance.now();
  await reviewAll(clonesIn(folder), MANY);
  return { time: performance.now() - began, memory: mostMemory() };
}

/** The most memory that this process has had, in MB. Linux counts what the parent had at the start among `maxRSS`. */
function mostMemory(): number {
  const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : '';
  const [, peak] = /^VmHWM:\s*(\d+) kB$/m.exec(status) ?? [];
  return Number(peak ?? process.resourceUsage().maxRSS) / 1000;
}

async function costs(folder: string): Promise<Measured> {
  const cards = [...clonesIn(folder)];
  const first = cards.slice(0, FEW);
  const rounds = MANY / FEW;
  const few = async (): Promise<void> => {
    for (let round = 0; round < rounds; round++) await reviewAll(first, FEW);
  };
  await few();
  return { few: (await processorTime(few)) / MANY, most: (await processorTime(() => reviewAll(cards, MOST))) / MOST };
}

async function processorTime(action: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await action();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The cards of a folder as if each were a clone of the model that its table names: only then its scores are surely its own. */
function* clonesIn(folder: string): Iterable<Batch.FileCard> {
  for (const card of cardsIn(folder)) if (card.kind === 'file') yield { ...card, repositoryId: 'acme/Anvil-7B' };
}

/** Reviews cards as the command line does; all must be understood. */
async function reviewAll(cards: Iterable<Batch.BatchCard>, count: number): Promise<void> {
  const { run, parts, batch } = program();
  const reviews: Batch.CardReview[] = [];
  await batch.reviewAll(cards, parts, run, (outcome) => {
    if (outcome.kind === 'reviewed') reviews.push(outcome);
  });
  const understood = reviews.filter(({ tables: [table] }) => table?.own === 'Anvil-7B').length;
  if (understood !== count) throw new Error(`Of ${String(count)} cards ${String(understood)} were understood.`);
}

let loaded: ReturnType<typeof load> | undefined;

/** The built bundles, loaded when they are first needed. */
function program(): ReturnType<typeof load> {
  return (loaded ??= load());
}

function load() {
  /* eslint-disable @typescript-eslint/no-require-imports */
  const batch = require(resolve('dist/batch.js')) as typeof Batch;
  const core = require(resolve('dist/card.js')) as typeof Core;
  const hub = require(resolve('dist/hub.js')) as typeof Hub;
  const metadata = require(resolve('dist/metadata.js')) as typeof Metadata;
  /* eslint-enable @typescript-eslint/no-require-imports */
  const { systemTimers: timers, HubConnection } = hub;
  const pace = new batch.Pace({ timers, commitsPerHour: batch.COMMITS_PER_HOUR, earlierCommits: [], tell: () => {} });
  const knowledge = { benchmarks: core.parseBenchmarks(readData('benchmarks')), terms: metadata.readTerms(readData) };
  // Cards that lie here need no Hub.
  const connection = new HubConnection({ hubUrl: 'http://127.0.0.1:9', token: null });
  return {
    batch,
    parts: { connection, knowledge, journal: null },
    run: { pace, timers, signal: new AbortController().signal },
  };
}

function readData(name: string): unknown {
  return JSON.parse(readFileSync(resolve('media/data', `${name}.json`), 'utf8'));
}
