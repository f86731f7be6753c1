import { nameKey } from '../results/benchmarks';
import type { Term } from './terms';

/** The term that a mistyped word surely means, or undefined: by its id or name in another spelling, else by a slip or two. */
export function nearestTerm(word: string, terms: readonly Term[], keyOf = nameKey): string | undefined {
  const key = keyOf(word);
  if (key === '') return undefined;
  const same = terms.find(({ id, name }) => keyOf(id) === key || keyOf(name) === key);
  if (same) return same.id;
  const begun = terms.filter(({ id }) => key.length > 2 && keyOf(id).startsWith(key));
  if (begun.length === 1) return begun[0]?.id;

  const slips = key.length < 3 ? 0 : Math.max(1, Math.floor(key.length / 4));
  const near = terms
    .map(({ id }) => ({ id, distance: editDistance(key, keyOf(id)) }))
    .filter(({ distance }) => distance <= slips)
    .sort((a, b) => a.distance - b.distance);
  return near[0] && near[0].distance !== near[1]?.distance ? near[0].id : undefined;
}

/** How many letters must be put in, taken out, changed or swapped with their neighbour to make one word of the other. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const changed = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const swapped =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
          ? (before[column - 2] ?? 0) + 1
          : Infinity;
      current.push(Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, changed, swapped));
    }
    [before, previous] = [previous, current];
  }
  return previous[b.length] ?? 0;
}
