import { checkDrafts, toResults } from './draftResults';
import type { EvaluationResult } from './evaluationResult';
import type { DraftCommon, ResultDraft } from './types';

/** A score that does not become a result, and why. */
export interface LeftOut {
  readonly draft: ResultDraft;
  readonly reason: string;
}

/** What becomes of scores where nobody is there to mend what is not clear. */
export interface TakenDrafts {
  readonly taken: readonly ResultDraft[];
  readonly results: readonly EvaluationResult[];
  readonly leftOut: readonly LeftOut[];
}

/** Leaves out scores that are not named well enough, and those that contradict each other. */
export function takeDrafts(drafts: readonly ResultDraft[], common: DraftCommon): TakenDrafts {
  const problems = checkDrafts(drafts, common);
  const leftOut = drafts.flatMap((draft) => {
    const problem = problems.find(({ id }) => id === draft.id);
    const reason = draft.include ? problem?.message : draft.notes.join(' ');
    return reason === undefined ? [] : [{ draft, reason }];
  });
  const refused = new Set(leftOut.map(({ draft }) => draft));
  const taken = drafts.filter((draft) => !refused.has(draft));
  return { taken, results: toResults(taken, common), leftOut };
}
