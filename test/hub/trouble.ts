import type { HubRequest } from './server/exchange';
import type { Fault } from './server/faults';
import type { LoopbackHub } from './server/start';

const FAULTS: readonly Fault[] = [
  { kind: 'cut', when: 'before' },
  { kind: 'cut', when: 'within' },
  { kind: 'cut', when: 'after' },
  { kind: 'broken-json' },
  { kind: 'answer', reply: { status: 500, body: { error: 'Internal error' } } },
  { kind: 'answer', reply: { status: 503, body: '<html>', headers: { 'Content-Type': 'text/html' } } },
  { kind: 'answer', reply: { status: 429, body: {}, headers: { 'Retry-After': '1' } } },
];

/** Lets a Hub fail a share of its requests, each time in another way, and takes all limits off it. */
export function failSome(hub: LoopbackHub, share: number, random: () => number): void {
  hub.rateLimiter.limits.api = hub.rateLimiter.limits.resolvers = Infinity;
  for (const [index, fault] of FAULTS.entries()) {
    const chance = share / FAULTS.length / (1 - (share * index) / FAULTS.length);
    // A file has no end that would be missed.
    const fits = ({ url }: HubRequest): boolean => fault.kind !== 'broken-json' || url.pathname.startsWith('/api/');
    hub.faults.add({ fault, times: Infinity, matches: (request) => fits(request) && random() < chance });
  }
}

/** Numbers from 0 to 1 that look random and are the same in each run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
