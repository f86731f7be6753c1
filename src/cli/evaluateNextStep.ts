import { commandLine } from './commandLine';
import type { FoundModel } from './evaluateModel';
import type { EvaluateOptions } from './evaluateOptions';

/** How the results of a run get to the card: the command that brings them there. */
export function nextStep(results: string, { options }: EvaluateOptions, { source, name }: FoundModel): string {
  const [card, target] = source === 'hub' ? [name, { 'create-pr': true }] : ['README.md', { write: true }];
  return [
    'To bring them to the card:',
    `  ${commandLine('add-results', [results, card], target)}`,
    ...(options.limit === undefined
      ? []
      : ['  What was measured on a part of a benchmark stays out without --partial.']),
  ].join('\n');
}
