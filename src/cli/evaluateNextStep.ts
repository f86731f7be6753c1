import { commandLine } from './commandLine';
import type { FoundModel } from './evaluateModel';
import type { EvaluateOptions } from './evaluateOptions';

/** How the results of a run get to the card: the command that brings them there. */
export function nextStep(results: string, { options }: EvaluateOptions, { source, name }: FoundModel): string {
  const card = source === 'hub' ? name : 'README.md';
  const target = source === 'hub' ? { 'create-pr': true } : { write: true };
  const partial = options.limit === undefined ? '' : ' A part of a benchmark stays out without --partial.';
  return `To bring them to the card: ${commandLine('add-results', [results, card], target)}${partial}`;
}
