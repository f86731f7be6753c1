import { readFileSync } from 'node:fs';
import { applyEdits } from '../../../src/card/text';
import { checkCard, type CheckedFile, checkEvalResults } from '../../../src/metadata/check';
import { readTerms } from '../../../src/metadata/terms';
import { cardNames, parseCard } from '../../../src/results/analysis';
import { BENCHMARKS } from '../results/support';

const read = (name: string): unknown => JSON.parse(readFileSync(`media/data/${name}.json`, 'utf8'));

/** The product's own lists of licences, tasks and languages. */
export const TERMS = readTerms(read);

/** Checks a card, or with `evalResults` a file of `.eval_results/`. */
export function check(text: string, evalResults = false, previous?: CheckedFile): CheckedFile {
  if (evalResults) return checkEvalResults(text);
  const parsed = parseCard(text);
  return checkCard(
    text,
    parsed,
    { names: cardNames(parsed.analysis, {}), benchmarks: BENCHMARKS, terms: TERMS },
    previous,
  );
}

/** The codes of a file's problems, in the order of the text. */
export function codesOf(text: string, evalResults = false): readonly string[] {
  return check(text, evalResults).problems.map(({ code }) => code);
}

/** The text after each fix of the first problem with this code, by the fix's title. */
export function fixesOf(text: string, code: string, evalResults = false): Readonly<Record<string, string>> {
  const checked = check(text, evalResults);
  const index = checked.problems.findIndex((problem) => problem.code === code);
  return Object.fromEntries(
    checked
      .mendable([index])
      .flatMap(({ fixes }) => fixes)
      .map(({ title, edits }) => [title, applyEdits(text, edits)]),
  );
}

/** A card with this front matter. */
export function card(...yaml: readonly string[]): string {
  return ['---', ...yaml, '---', '', '# Alder-1B', ''].join('\n');
}

/** A card whose model-index holds one result with these lines behind its task, indented as they stand. */
export function resultCard(...lines: readonly string[]): string {
  return card(
    'model-index:',
    '- name: alder-1b',
    '  results:',
    '  - task:',
    '      type: text-generation',
    ...lines.map((line) => `    ${line}`),
  );
}
