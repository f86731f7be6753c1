import type { Run, RunResult } from './readRun';
import { commonScale, isShare, onScale, type Scale, scaleOf } from '../scale';
import type { ResultDraft } from '../types';

/** What of a run is meant from the start; a person can still tick the rest. */
export interface RunChoice {
  /** The scale of the card's results, where it is known. */
  readonly scale: Scale | null;
  /** The parts of averages, too. */
  readonly parts?: boolean;
  /** What was measured on a part of a benchmark, too. */
  readonly partial?: boolean;
}

/**
 * Turns the values of a run into editable records. Averages stand for their parts, and what was measured on a part of
 * a benchmark says so in its name: unless they are asked for, both are left for a person to tick. Where the card's
 * results use the other scale, the value on that stands beside it.
 */
export function draftRun({ results }: Run, choice: RunChoice): readonly ResultDraft[] {
  const shares = results.filter(({ result }) => isShare(result.metric.type));
  const own = commonScale(shares.map(({ result }) => result.metric.value.number));
  const other = own !== null && own !== choice.scale ? choice.scale : null;
  return results.map((result, index) => draftResult(result, index, other, choice));
}

/** A draft with its value on the scale of the card's results, where it has one. */
export function onCardScale({ converted, ...draft }: ResultDraft): ResultDraft {
  return converted ? { ...draft, value: converted.value, uncertainty: converted.uncertainty } : draft;
}

function draftResult(
  { result, partOf, extent, notes }: RunResult,
  index: number,
  other: Scale | null,
  { parts = false, partial: partialToo = false }: RunChoice,
): ResultDraft {
  const { dataset, metric, shots, standardError = '' } = result;
  const { samples, partial, date, run, origin } = result;
  const converted = other !== null && isShare(metric.type) ? convert(metric.value.text, standardError, other) : null;
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
    ...(converted && { converted }),
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

function convert(value: string, uncertainty: string, scale: Scale): ResultDraft['converted'] | null {
  const moved = onScale(value, scale);
  if (moved === null || Number(moved) === Number(value) || (scaleOf(Number(moved)) ?? scale) !== scale) return null;
  const [theirs, own] = scale === 'percent' ? ['percentages', 'a fraction'] : ['fractions', 'a percentage'];
  return {
    value: moved,
    uncertainty: uncertainty === '' ? '' : (onScale(uncertainty, scale) ?? ''),
    note: `The card's results are ${theirs} and this is ${own}: on their scale it is ${moved}.`,
  };
}
