import { applyEdits, LineIndex } from '../card/text';
import type { CheckedFile } from './check';
import { chooseFixes } from './combine';

/** A fix that was applied. */
export interface AppliedFix {
  /** The code of the rule whose problem it mends. */
  readonly code: string;
  readonly title: string;
  /** The 1-based line of the problem in the text at that time. */
  readonly line: number;
}

/** A text with its safe fixes applied. */
export interface MendedText {
  readonly text: string;
  readonly applied: readonly AppliedFix[];
}

/** A fix may bring more to light (metadata that was hidden, for one), but not without end. */
const MOST_ROUNDS = 10;

/** Applies the safe fixes of a text until there are no more. */
export function mendSafely(original: string, check: (text: string) => CheckedFile): MendedText {
  const applied: AppliedFix[] = [];
  let text = original;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const chosen = chooseFixes(check(text).mendable(), (_problem, { safe }) => safe);
    if (chosen.length === 0) break;
    const lines = new LineIndex(text);
    for (const { problem, fix } of chosen) {
      applied.push({ code: problem.code, title: fix.title, line: lines.lineAt(problem.range.start) });
    }
    text = applyEdits(
      text,
      chosen.flatMap(({ fix }) => fix.edits),
    );
  }
  return { text, applied };
}
