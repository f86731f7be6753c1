import { join } from 'node:path';
import type { HubConnection, Job } from '../../hub/index';
import { loadHub } from '../hubClient';
import type { EvaluationParts } from './evaluationParts';
import { readCatalogue } from './plan/catalogue';
import type { InJob } from './plannedRun';
import { loadRuns } from './runsClient';
import type { RunRecord } from './runRecord';

/** How the Hub took a run: a job, or why there is none; `unsure` where it may have been started all the same. */
export type Submitted =
  { readonly kind: 'job'; readonly job: Job } | { readonly kind: 'unsure' | 'problem'; readonly message: string };

/** What a job takes with it is found by these. */
export type SubmitParts = Pick<EvaluationParts, 'programFolder' | 'dataFolder' | 'taskListFolder'>;

/** Starts a run as a job, once however often the connection fails. */
export async function submitRun(
  { id, planned: { request } }: RunRecord,
  { namespace, hardware, gpus, timeoutSeconds }: InJob,
  connection: HubConnection,
  parts: SubmitParts,
): Promise<Submitted> {
  const { extrasOf, jobSpec, shippedFiles } = loadRuns();
  const files = await shippedFiles(request, join(parts.programFolder, 'python')).catch(() => null);
  if (files === null) {
    const message = `The file of tasks ${request.options['custom-tasks'] ?? ''} cannot be read; look whether it is still there.`;
    return { kind: 'problem', message };
  }
  const extras = extrasOf(request, readCatalogue(parts));
  const made = jobSpec({ run: request, ...files, extras, flavor: hardware.flavor, gpus, timeoutSeconds });
  if (made.kind === 'problem') return made;
  const started = await loadHub().submitJob(connection, { namespace, spec: made.spec, runId: id });
  if (started.ok) return { kind: 'job', job: started.value };
  const { kind, message } = started.failure;
  return { kind: kind === 'unsure-job' ? 'unsure' : 'problem', message };
}
