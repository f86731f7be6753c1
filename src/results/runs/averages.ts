import { known, type Measured } from './measured';

/** How lighteval names the average over the tasks of a group: `mmlu:_average` over `mmlu:astronomy` and others. */
export const AVERAGE = ':_average';

/**
 * Gives the averages over groups of tasks their group's name and what all its tasks share, and marks the tasks that an
 * average stands for.
 */
export function withAverages(measured: readonly Measured[]): readonly Measured[] {
  const averages = measured.filter(({ task }) => task.endsWith(AVERAGE));
  return measured.map((one): Measured => {
    if (averages.includes(one)) return asGroup(one, measured);
    const average = averages.find((average) => isPart(one, average));
    return average ? { ...one, partOf: groupOf(average) } : one;
  });
}

/** Marks the values of groups of samples for which there is a value of all samples, too. */
export function withGroups(measured: readonly Measured[]): readonly Measured[] {
  const wholes = new Set(measured.filter(({ group }) => group === undefined).map(withoutGroup));
  return measured.map((one) =>
    one.group !== undefined && wholes.has(withoutGroup(one)) ? { ...one, partOf: one.task } : one,
  );
}

function withoutGroup({ task, metric, variant, shots }: Measured): string {
  return JSON.stringify([task, metric, variant, shots]);
}

function asGroup(average: Measured, all: readonly Measured[]): Measured {
  const parts = all.filter((one) => isPart(one, average));
  const { dataset: _none, ...rest } = average;
  return {
    ...rest,
    ...known({ dataset: sharedDataset(parts), higherIsBetter: shared(parts, (part) => part.higherIsBetter) }),
    task: groupOf(average),
  };
}

function groupOf({ task }: Measured): string {
  return task.slice(0, -AVERAGE.length);
}

function isPart(one: Measured, average: Measured): boolean {
  return (
    one.task !== average.task &&
    one.task.startsWith(`${groupOf(average)}:`) &&
    one.metric === average.metric &&
    one.shots === average.shots
  );
}

function sharedDataset(parts: readonly Measured[]): Measured['dataset'] {
  const id = shared(parts, ({ dataset }) => dataset?.id);
  if (id === undefined) return undefined;
  return {
    id,
    ...known({
      config: shared(parts, ({ dataset }) => dataset?.config),
      split: shared(parts, ({ dataset }) => dataset?.split),
      revision: shared(parts, ({ dataset }) => dataset?.revision),
    }),
  };
}

function shared<Value>(parts: readonly Measured[], of: (part: Measured) => Value | undefined): Value | undefined {
  const values = new Set(parts.map(of));
  return values.size === 1 ? [...values][0] : undefined;
}
