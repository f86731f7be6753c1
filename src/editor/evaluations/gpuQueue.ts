import type { PlannedRun } from './plannedRun';

/** The GPUs of this machine that a run needs for itself: some by their ids, or whatever there is. */
export type GpuClaim = 'none' | 'all' | readonly string[];

/** A run that waits. */
export interface Waiting {
  readonly id: string;
  readonly claim: GpuClaim;
}

/** What a run on this machine takes; a model behind an address loads nothing. */
export function claimOf({ request, place }: PlannedRun): GpuClaim {
  const { backend, model } = request;
  if (place.kind === 'job' || backend === 'providers' || /^https?:\/\//.test(model)) return 'none';
  return place.gpus.length === 0 ? 'all' : place.gpus;
}

/** Those of the waiting runs, oldest first, that can start: each GPU has one run at a time, in the order of waiting. */
export function mayStart(waiting: readonly Waiting[], running: readonly GpuClaim[]): readonly string[] {
  const ahead = [...running];
  const free: string[] = [];
  for (const { id, claim } of waiting) {
    if (!ahead.some((other) => overlap(claim, other))) free.push(id);
    ahead.push(claim);
  }
  return free;
}

/** What a run that cannot start yet waits for. */
export function waitingFor(claim: GpuClaim): string {
  if (typeof claim === 'string') return 'waiting for the GPUs, which another run uses';
  return `waiting for GPU ${claim.join(', ')}, which another run uses`;
}

function overlap(one: GpuClaim, other: GpuClaim): boolean {
  if (one === 'none' || other === 'none') return false;
  return one === 'all' || other === 'all' || one.some((gpu) => other.includes(gpu));
}
