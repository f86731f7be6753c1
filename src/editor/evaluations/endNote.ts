import { count } from '../../plural';
import type { RunRecord } from './runRecord';

/** What a person is told when a run is over; null where they ended it themselves. */
export function endNote(run: RunRecord): string | null {
  // The editor makes links of `[text](command:…)`; what a program said that ran elsewhere must not choose any.
  return sentence(run)?.replaceAll('](', '] (') ?? null;
}

function sentence({ planned: { request }, state, reason, resultCount = 0 }: RunRecord): string | null {
  const what = `${request.framework} on ${request.model}`;
  const found = count(resultCount, 'result');
  switch (state) {
    case 'finished':
      return `${what} finished: ${found}.`;
    case 'failed':
      return `${what} failed${resultCount > 0 ? ` after ${found}` : ''}: ${reason ?? 'its log says why.'}`;
    case 'interrupted':
      return `${what} was interrupted: ${reason ?? 'run it again.'}`;
    default:
      return null;
  }
}
