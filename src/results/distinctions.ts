import type { EvaluationResult } from './evaluationResult';
import { withoutShots } from './shots';
import { datasetSlug, slug } from './slug';

/** What may be added to a configuration so that results with one key stay apart for the Hub's Python tools. */
export function distinctions(result: EvaluationResult): readonly string[] {
  const name = withoutShots(result.dataset.name);
  const source = result.source?.name ?? result.source?.url ?? '';
  const shots = result.shots === undefined ? '' : `${String(result.shots)}-shot`;
  return [shots, datasetSlug(name), slug(source)].filter((text) => text !== '');
}

/** A configuration without what was added to it; undefined where nothing was. */
export function withoutDistinction(config: string, result: EvaluationResult): string | undefined {
  return withoutOne(config, result) ?? withoutOne(config.replace(/-\d$/, ''), result);
}

function withoutOne(config: string, result: EvaluationResult): string | undefined {
  const suffix = distinctions(result).find((text) => `-${config.toLowerCase()}`.endsWith(`-${text}`));
  return suffix === undefined ? undefined : config.slice(0, Math.max(0, config.length - suffix.length - 1));
}
