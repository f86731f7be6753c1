import type { JobReference } from '../../hub/index';
import type { PlannedRun } from './plannedRun';

/** By this name the runs are kept in the editor's memory. */
export const RUNS = 'evaluations.runs';

/** How far a run has come; `interrupted` is one whose end nobody saw. */
export type RunState = 'waiting' | 'running' | 'finished' | 'failed' | 'cancelled' | 'interrupted';

/** A run that was started in the editor, as it is kept: JSON. Times are milliseconds since 1970. */
export interface RunRecord {
  /** Unlike any other; it labels the job, and names the run's folder. */
  readonly id: string;
  readonly planned: PlannedRun;
  readonly state: RunState;
  /** What it waits for, or why it failed, in one sentence. */
  readonly reason?: string | undefined;
  readonly createdAt: number;
  readonly startedAt?: number | undefined;
  /** Absent until the run is over. */
  readonly endedAt?: number | undefined;
  /** The path of its result file, where it has one. */
  readonly results?: string | undefined;
  /** How many results stand in it. */
  readonly resultCount?: number | undefined;
  /** The name of the machine whose editor started it. */
  readonly machine: string;
  /** The process of the editor that looks after it. */
  readonly owner: number;
  /** A person has ended it, though it may take a moment. */
  readonly wasCancelled?: boolean | undefined;
  /** The process of a run on this machine. */
  readonly process?: number | undefined;
  /** Once the Hub has taken it. */
  readonly job?: KnownJob | undefined;
}

/** A job of the Hub, and its page there. */
export interface KnownJob extends JobReference {
  readonly page: string;
}

/** Whether a run is not over yet. */
export function isOpen({ endedAt }: Pick<RunRecord, 'endedAt'>): boolean {
  return endedAt === undefined;
}
