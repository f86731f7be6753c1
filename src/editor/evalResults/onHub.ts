import type { HubEvalResult } from '../../hub/index';
import type { EvalEntry } from '../../results/evalResults/entry';
import { asMap } from '../../results/plainValues';
import type { Core } from '../cardCore';

/** What the Hub has for an entry's row of the leaderboard, each with its badge: `85.2, verified`. */
export function onHub(results: readonly HubEvalResult[], entry: EvalEntry, core: Core): readonly string[] {
  return results.flatMap((result) => {
    const there = entryOf(result);
    if (there === null || !core.isSameRow(there, entry)) return [];
    const badges = [
      ...(result.verified ? ['verified'] : []),
      ...(result.pullRequest === undefined ? [] : [`in pull request #${String(result.pullRequest)}`]),
    ];
    return [[there.value.text, ...badges].join(', ')];
  });
}

/** A result of the Hub as far as it tells a row; null where its file was not understood there. */
function entryOf({ data }: HubEvalResult): EvalEntry | null {
  const { id, task_id: taskId } = asMap(data?.['dataset']);
  const value = data?.['value'];
  if (typeof id !== 'string' || typeof taskId !== 'string' || typeof value !== 'number') return null;
  const notes = data?.['notes'];
  return {
    dataset: { id, taskId },
    value: { number: value, text: String(value) },
    ...(typeof notes === 'string' && { notes }),
  };
}
