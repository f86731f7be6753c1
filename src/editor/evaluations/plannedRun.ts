import type { Hardware } from '../../hub/index';
import type { RunRequest } from '../../runs';

/** An evaluation as a person planned it: what runs, for which card, and where. It is kept as JSON. */
export interface PlannedRun {
  readonly request: RunRequest;
  /** The card that its results are for, as a URI. */
  readonly card: string;
  readonly place: Here | InJob;
}

/** A run on this machine. */
export interface Here {
  readonly kind: 'here';
  /** The GPUs that it may use, by their UUIDs; empty where it uses none or all. */
  readonly gpus: readonly string[];
  /** A person wants it although the model seems not to fit. */
  readonly evenIfTooLarge: boolean;
}

/** A run on HF Jobs. */
export interface InJob {
  readonly kind: 'job';
  /** Who pays: a user or an organisation. */
  readonly namespace: string;
  readonly hardware: Hardware;
  /** How many of its GPUs share the model. */
  readonly gpus: number;
  readonly timeoutSeconds: number;
}
