import { Exit, type ExitStatus } from './exit';
import type { Extraction } from './mergeDrafts';
import type { MergeRequest } from './mergeOptions';
import { mergeJson, mergeNotes } from './mergeReport';
import type { Card } from './openCard';
import { saveMerge } from './saveMerge';
import { complain, fail, print } from './terminal';

/** Saves the results where the options say and reports what was found, added and left. */
export async function finishMerge(card: Card, extraction: Extraction, request: MergeRequest): Promise<ExitStatus> {
  const { plan } = extraction;
  const { json, onConflict } = request.options;
  const refused = onConflict === 'fail' && plan.conflicts.length > 0;
  const saved = await saveMerge(card, extraction, request, !refused);
  if (saved.kind === 'failure') return fail(saved);

  if (json === true) await print(mergeJson(extraction, request, saved));
  else if (!refused) await print(plan.yaml);
  for (const note of mergeNotes(extraction, request, saved)) complain(note);
  return refused ? Exit.notOne : Exit.done;
}
