import { parentPort, workerData } from 'node:worker_threads';
import type { MendableProblem } from '../../metadata/combine';
import type { NumberedRequest, ThreadAnswer } from '../requestThread';
import { loadMetadata } from '../cardCore';
import { CardOpener } from './cardOpener';
import type { CardQueries, OpenCard } from './openCard';
import type { ThreadData, ThreadNotice, ThreadRequest } from './threadMessages';

// The entry of the worker thread: it holds the newest version of each long card and answers what is asked of it.
const opener = new CardOpener((workerData as ThreadData).dataFolder);
const cards = new Map<string, { readonly version: number; readonly card: OpenCard }>();

parentPort?.on('message', (request: NumberedRequest<ThreadRequest> | ThreadNotice) => {
  if (request.kind === 'close') cards.delete(request.card);
  else parentPort?.postMessage(answer(request));
});

function answer(request: NumberedRequest<ThreadRequest>): ThreadAnswer {
  const { id } = request;
  try {
    if (request.kind === 'check') return { kind: 'value', id, value: check(request) };
    const { version } = request;
    if (request.kind === 'open') {
      const card = opener.open(request.text, request.place, cards.get(request.card)?.card);
      cards.set(request.card, { version, card });
      return { kind: 'value', id, value: card.overview() };
    }
    const held = cards.get(request.card);
    if (held?.version !== version) return { kind: 'superseded', id };
    const card: Record<keyof CardQueries, (...args: never[]) => unknown> = held.card;
    return { kind: 'value', id, value: card[request.query](...(request.args as never[])) };
  } catch (error) {
    return { kind: 'error', id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function check({ file, text, place }: ThreadRequest & { readonly kind: 'check' }): readonly MendableProblem[] {
  if (file === 'results') return loadMetadata().checkEvalResults(text).mendable();
  return opener.open(text, place, undefined).mendable();
}
