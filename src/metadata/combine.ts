import type { TextEdit } from '../card/text';
import type { Fix, Problem } from './problem';

/** A problem with what mends it, the likeliest first. */
export interface MendableProblem {
  readonly problem: Problem;
  readonly fixes: readonly Fix[];
}

/** A fix that was chosen, with what it mends. */
export interface ChosenFix {
  readonly problem: Problem;
  readonly fix: Fix;
}

/** The likeliest fix of each problem that `wanted` takes, as many as do not get in each other's way. */
export function chooseFixes(
  problems: readonly MendableProblem[],
  wanted: (problem: Problem, fix: Fix) => boolean,
): readonly ChosenFix[] {
  const chosen: ChosenFix[] = [];
  const taken: TextEdit[] = [];
  for (const { problem, fixes } of problems) {
    const [fix] = fixes;
    if (!fix || !wanted(problem, fix)) continue;
    if (fix.edits.some((edit) => taken.some((other) => touches(edit, other)))) continue;
    chosen.push({ problem, fix });
    for (const edit of fix.edits) taken.push(edit);
  }
  return chosen;
}

/** Two edits of which the second would be made in a text that is no longer there, or in an order that nobody chose. */
function touches(a: TextEdit, b: TextEdit): boolean {
  return a.start <= b.end && b.start <= a.end;
}
