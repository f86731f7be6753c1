import { count } from '../plural';
import type { EvaluationResult } from './evaluationResult';
import type { MergeConflict } from './types';

/** Title and description of a pull request that adds results: how many, where they are from, and each with its value. */
export function proposalWords(
  plan: { readonly added: readonly EvaluationResult[]; readonly conflicts: readonly MergeConflict[] },
  origin: string,
): { readonly title: string; readonly description: string } {
  const replaced = plan.conflicts.filter(({ decision }) => decision === 'replace').map(({ wanted }) => wanted);
  const results = [...plan.added, ...replaced];
  const lines = results.map(({ dataset, metric }) => `- ${dataset.name}, ${metric.type}: ${metric.value.text}`);
  return {
    title: `Add ${count(results.length, 'evaluation result')} to model-index`,
    description: `From ${origin}:\n\n${lines.join('\n')}\n`,
  };
}
