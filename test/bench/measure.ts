/** One measured figure; `met` is null where there is no goal. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The value may be at most this. */
  readonly goal: number | null;
  readonly met: boolean | null;
}

/** A figure that is met at or below `goal`. */
export function figure(name: string, value: number, unit: string, goal: number | null = null): Figure {
  const rounded = Number(value.toPrecision(4));
  return { name, value: rounded, unit, goal, met: goal === null ? null : rounded <= goal };
}

/** The middle one of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

function timed(action: () => unknown): number {
  const started = performance.now();
  action();
  return performance.now() - started;
}

/**
 * The median time of each action in milliseconds. They run in turns, so that whatever else the machine does meets all of
 * them alike; the first turns warm up and do not count.
 */
export function interleaved<Name extends string>(
  actions: Readonly<Record<Name, () => unknown>>,
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
): Readonly<Record<Name, number>> {
  const names = Object.keys(actions) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const name of names) {
      const time = timed(actions[name]);
      if (round >= 0) times.get(name)?.push(time);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<Name, number>;
}
