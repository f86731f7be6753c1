import type { EvaluationResult } from '../evaluationResult';
import { argumentShots, statedShots } from '../shots';

/**
 * What the format has no field for, in the order of the Hub's examples: framework, shots, variants (the `qualifiers` of the
 * name), metric, setting, error.
 */
export function notesOf(
  result: EvaluationResult,
  qualifiers: readonly string[],
  standardError: string | undefined,
): string {
  const { dataset, metric, run } = result;
  const shots = result.shots ?? argumentShots(dataset.args) ?? statedShots(dataset.name);
  const framework = [run?.framework, run?.version].filter((part) => part !== undefined).join(' ');
  const metricName = (metric.name ?? metric.type).replace(` (${run?.framework ?? ''})`, '');
  const parts = [
    framework,
    shots === undefined ? '' : `${shots}-shot`,
    ...qualifiers,
    metricName === 'accuracy' ? '' : metricName,
    run?.notes ?? '',
    standardError === undefined ? '' : `±${standardError}`,
    saysPartial(qualifiers) ? '' : extentOf(result),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** Whether the name says already that only a part was measured. */
function saysPartial(qualifiers: readonly string[]): boolean {
  return qualifiers.some((one) => /\bsamples?\b|^incomplete$/.test(one));
}

function extentOf({ samples, partial }: EvaluationResult): string {
  if (partial !== true) return '';
  return samples === undefined ? 'incomplete' : `${samples} samples only`;
}
