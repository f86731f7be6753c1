import type { RunModel } from '../runs';
import type { EvaluateOptions } from './evaluateOptions';
import { failure, type Failure } from './exit';
import { findAccess, type HubAccess, loadHub } from './hub';
import { loadRuns } from './runs';

/** The exit status of a run that was not started, the same as that of the scripts. */
export const NOT_STARTED = 2;

/** The model of a run, and how the Hub was asked for it. */
export interface FoundModel extends RunModel {
  readonly access: HubAccess;
}

/** Finds the model that was named, and resolves its revision to a commit. */
export async function findModel({ model, revision, options }: EvaluateOptions): Promise<FoundModel | Failure> {
  const access = await findAccess();
  if ('kind' in access) return access;
  const named = { model, revision, offline: options.offline === true };
  const found = await loadRuns().findModel(named, access.connection, loadHub().modelWeights);
  if (found.kind === 'problem') {
    return failure(
      NOT_STARTED,
      found.message,
      found.details.map((detail) => `  ${detail}`),
    );
  }
  return { ...found.model, access };
}
