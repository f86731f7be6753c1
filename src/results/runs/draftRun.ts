import type { ResultDraft } from '../types';
import type { Run, RunResult } from './readRun';

/** What of a run is meant from the start; a person can still tick the rest. */
export interface RunChoice {
  /** The parts of averages, too. */
  readonly parts?: boolean;
  /** What was measured on a part of a benchmark, too. */
  readonly partial?: boolean;
}

/**
 * Turns the values of a run into editable records. Averages stand for their parts, and what was measured on a part of
 * a benchmark says so in its name: unless they are asked for, both are left for a person to tick.
 */
export function draftRun({ results }: Run, choice: RunChoice = {}): readonly ResultDraft[] {
  return results.map((result, index) => draftResult(result, index, choice));
}

function draftResult(
  { result, partOf, extent, notes }: RunResult,
  index: number,
  { parts = false, partial: partialToo = false }: RunChoice,
): ResultDraft {
  const { dataset, metric, shots, standardError = '' } = result;
  const { samples, partial, date, run, origin } = result;
  return {
    id: String(index),
    include: (extent === undefined || partialToo) && (partOf === undefined || parts),
    name: extent === undefined ? dataset.name : `${dataset.name} (${extent})`,
    datasetId: dataset.type,
    config: dataset.config ?? '',
    split: dataset.split ?? '',
    metricType: metric.type,
    metricName: metric.name ?? '',
    shots: shots === undefined ? '' : String(shots),
    value: metric.value.text,
    uncertainty: standardError,
    unit: '',
    ...(metric.higherIsBetter !== undefined && { higherIsBetter: metric.higherIsBetter }),
    notes: [
      ...(extent === undefined
        ? []
        : [`Only a part was measured (${extent}), and the name says so; tick it to include it.`]),
      ...(partOf === undefined
        ? []
        : [`It is a part of ${partOf}, whose average is a row of its own; tick it to include it.`]),
      ...notes,
    ],
    ...(partOf !== undefined && { partOf }),
    facts: {
      ...(dataset.revision !== undefined && { revision: dataset.revision }),
      ...(samples !== undefined && { samples }),
      ...(partial !== undefined && { partial }),
      ...(date !== undefined && { date }),
      ...(run && { run }),
      ...(origin && { origin }),
    },
  };
}
