import type * as vscode from 'vscode';
import type { HubConnection } from '../../../hub/index';
import type { GpuReport, RunModel, RunRequest } from '../../../runs';
import type { EvaluationParts } from '../evaluationParts';
import type { PlannedRun } from '../plannedRun';
import type { Chosen } from './choices';
import { chooseHere } from './hereStep';
import { chooseJob } from './jobStep';
import { lastFirst } from './lastFirst';

/** What is to run, and what is known that decides where. */
export interface RunToPlace {
  readonly card: vscode.Uri;
  readonly model: RunModel;
  readonly request: RunRequest;
  readonly gpus: GpuReport | null;
  readonly last: Chosen | undefined;
  /** Who paid for a job the last time. */
  readonly lastPayer: string | undefined;
  readonly connection: HubConnection;
}

/** A place, and the request with the options that were changed for it. */
export type Placed = Pick<PlannedRun, 'request' | 'place'>;

/** Asks where an evaluation is to run; a model that only this machine reaches runs here. */
export async function choosePlace(run: RunToPlace, parts: EvaluationParts): Promise<Placed | undefined> {
  const { model, last, request } = run;
  if (model.source !== 'hub') return chooseHere(run, parts);
  // Where a benchmark is itself on the Hub, its own framework measures it.
  const badge = request.tasks.some((task) => task.startsWith('hf/'))
    ? '; the Hub’s verified badge is for such jobs'
    : '';
  const rows = [
    { label: 'Here', description: 'on this machine, in a terminal', value: 'here' as const },
    { label: 'HF Jobs', description: `on hardware of the Hub, which is paid${badge}`, value: 'job' as const },
  ];
  const ordered = lastFirst(rows, (kind) => kind === last?.place?.kind);
  const kind = await parts.asker.pick(`Evaluate ${model.name}: where?`, ordered);
  if (kind === undefined) return undefined;
  return kind === 'here' ? chooseHere(run, parts) : chooseJob(run, parts);
}
