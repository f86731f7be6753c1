import type { Run, RunResult } from './readRun';
import { commonScale, isShare, onScale, type Scale, scaleOf } from '../scale';
import type { ResultDraft } from '../types';

/**
 * Turns the values of a run into editable records. Averages stand for their parts, and what was measured on a part of
 * a benchmark says so in its name: both are left for a person to tick. Where the card's results use the other `scale`,
 * the value on that stands beside it.
 */
export function draftRun({ results }: Run, scale: Scale | null): readonly ResultDraft[] {
  const shares = results.filter(({ result }) => isShare(result.metric.type));
  const own = commonScale(shares.map(({ result }) => result.metric.value.number));
  const other = own !== null && own !== scale ? scale : null;
  return results.map((result, index) => draftResult(result, index, other));
}

/** A draft with its value on the scale of the card's results, where it has one. */
export function onCardScale<Draft extends ResultDraft>({ converted, ...draft }: Draft): Omit<Draft, 'converted'> {
  return { ...draft, ...converted };
}

function draftResult({ result, partOf, extent, notes }: RunResult, index: number, other: Scale | null): ResultDraft {
  const { dataset, metric, shots, standardError = '' } = result;
  const { samples, partial, date, run, origin } = result;
  const converted = other !== null && isShare(metric.type) ? convert(metric.value.text, standardError, other) : null;
  return {
    id: String(index),
    include: extent === undefined && partOf === undefined,
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
      ...(converted === null || other === null ? [] : [scaleNote(converted.value, other)]),
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

function convert(value: string, uncertainty: string, scale: Scale) {
  const moved = onScale(value, scale);
  if (moved === null || (scaleOf(Number(moved)) ?? scale) !== scale) return null;
  return { value: moved, uncertainty: uncertainty === '' ? '' : (onScale(uncertainty, scale) ?? '') };
}

function scaleNote(converted: string, scale: Scale): string {
  const [theirs, this_] = scale === 'percent' ? ['percentages', 'a fraction'] : ['fractions', 'a percentage'];
  return `The card's results are ${theirs} and this is ${this_}: on their scale it is ${converted}.`;
}
