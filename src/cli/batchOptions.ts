import type { SkipList } from '../batch';
import { badUse, type parseArguments } from './arguments';
import { loadBatch } from './batchBundle';
import type { Failure } from './exit';
import { flag, numberOf, text, wrongNumber } from './mergeOptions';
import { readCard } from './readCard';

/** What is printed, and where a report goes. */
export const TYPED_OUTPUT = { report: text, json: flag } as const;

/** The options of what goes through cards. */
export const TYPED_CARDS = { limit: text, skip: text, journal: text, ...TYPED_OUTPUT } as const;

/** What is asked for that goes through cards. */
export interface CardsOptions {
  readonly kind: 'options';
  readonly source: string;
  readonly limit: number | undefined;
  readonly skip: SkipList;
}

type Typed = Extract<ReturnType<typeof parseArguments<typeof TYPED_CARDS>>, { kind: 'arguments' }>;

/** Reads which cards are meant. */
export function readCardsOptions({ values, files }: Typed): CardsOptions | Failure {
  const [source, another] = files;
  if (source === undefined) return badUse('batch', 'The source of the cards is missing');
  if (another !== undefined) return badUse('batch', 'A batch takes one source; a list names several cards');
  const wrong = wrongNumber('limit', values.limit);
  if (wrong !== null) return badUse('batch', wrong);
  const skip = values.skip === undefined ? null : readCard(values.skip);
  if (skip?.kind === 'failure') return skip;
  const { SkipList } = loadBatch();
  return { kind: 'options', source, limit: numberOf(values.limit), skip: new SkipList(skip?.text ?? '') };
}
