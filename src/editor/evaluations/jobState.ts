import type { Job } from '../../hub/index';
import type { RunRecord } from './runRecord';

/** What a job that is not over changes about its run. */
export function progressOf({ stage, flavor, startedAt, namespace, id, page }: Job): Partial<RunRecord> {
  const isQueued = stage === 'SCHEDULING';
  return {
    job: { namespace, id, page },
    state: isQueued ? 'waiting' : 'running',
    reason: isQueued ? `waiting for ${flavor}, which costs nothing` : undefined,
    startedAt: startedAt?.getTime(),
  };
}

/** The state of a job in the words of our runs. */
export function stateOf({ stage }: Job): RunRecord['state'] {
  switch (stage) {
    case 'SCHEDULING':
      return 'waiting';
    case 'COMPLETED':
      return 'finished';
    case 'CANCELED':
      return 'cancelled';
    case 'ERROR':
      return 'failed';
    case 'DELETED':
      return 'interrupted';
    default:
      return 'running';
  }
}
