import { randomUUID } from 'node:crypto';
import type { HubConnection, JobSpec } from '../hub';
import type { RunRequest } from '../runs';
import {
  chooseHardware,
  EVALUATION,
  type EvaluationInput,
  findHardware,
  type FoundHardware,
  requestOf,
} from './evaluation';
import { inputSchema } from './input';
import { defineTool, problem, type ToolAnswer, type ToolParts, type ToolProblem } from './tool';

interface Input extends EvaluationInput {
  readonly limit?: number;
  readonly hardware?: string;
  readonly timeout?: string;
  readonly payer?: string;
}

/** Starts an evaluation of a model of the Hub as a job of the Hub, which is paid. */
export const startEvaluation = defineTool<Input>({
  name: 'model_card_start_evaluation',
  title: 'Start an evaluation on HF Jobs',
  description:
    'Starts an evaluation of a model of the Hub as a job on hardware of the Hub (HF Jobs), which costs money. Check the hardware first, and begin with a "limit" of 10 samples. Evaluations on this machine are started by a person, with "Model Card: Evaluate…".',
  inputSchema: inputSchema(
    {
      ...EVALUATION,
      limit: { type: 'integer', minimum: 1, description: 'How many samples of each task; all of them without it.' },
      hardware: { type: 'string', description: 'The hardware by its name; by default the cheapest that suits.' },
      timeout: { type: 'string', description: 'When it is ended at the latest, such as 45m, 3h or 1d; by default 2h.' },
      payer: { type: 'string', description: 'The user or organisation that pays; by default the account in use.' },
    },
    ['model', 'tasks'],
  ),
  hints: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  async resolve(input, parts) {
    const found = await findHardware(input.model, parts);
    if (found.kind === 'problem') return found;
    const request = requestOf(input, found.model, input.limit, parts);
    if ('kind' in request) return request;
    const namespace = await payerOf(input.payer, found.connection, parts);
    if (typeof namespace !== 'string') return namespace;
    const { costSentence, hardwareNeed, secondsOf, USUAL_TIMEOUT } = parts.runs();
    const timeoutSeconds = secondsOf(input.timeout ?? USUAL_TIMEOUT);
    if (timeoutSeconds === null) return problem('"timeout" takes a time such as 45m, 3h or 1d.');
    const suits = chooseHardware(found, hardwareNeed(request, found.model.size), input.hardware, parts);
    if (suits.kind === 'problem') return suits;
    const { hardware, gpus } = suits;
    const spec = await specOf(request, { flavor: hardware.flavor, gpus, timeoutSeconds }, parts);
    if ('kind' in spec) return spec;
    const { framework, backend, tasks } = request;
    const extent = input.limit === undefined ? 'all samples' : `${String(input.limit)} samples of each task`;
    const summary = [
      costSentence(found.model.name, { hardware, timeoutSeconds, namespace }),
      `${framework} on ${backend} runs ${tasks.join(', ')}: ${extent}.`,
    ].join('\n\n');
    return {
      kind: 'change',
      question: `Start the job for ${tasks.join(', ')}?`,
      summary,
      apply: () => start(spec, namespace, summary, found, parts),
    };
  },
});

async function payerOf(
  named: string | undefined,
  connection: HubConnection,
  parts: ToolParts,
): Promise<string | ToolProblem> {
  const { mayRunJobs, whoAmI } = parts.hub();
  const account = await whoAmI(connection);
  if (!account.ok) return problem(account.failure.message);
  const namespace = named ?? account.value.name;
  const permission = mayRunJobs(account.value, namespace, connection.hubUrl);
  return permission.kind === 'no' ? problem(permission.message) : namespace;
}

async function specOf(
  run: RunRequest,
  on: { readonly flavor: string; readonly gpus: number; readonly timeoutSeconds: number },
  parts: ToolParts,
): Promise<JobSpec | ToolProblem> {
  const { extrasOf, jobSpec, shippedFiles } = parts.runs();
  const files = await shippedFiles(run, parts.scriptFolder);
  const made = jobSpec({ run, ...files, extras: extrasOf(run, parts.tasks()), ...on });
  return made.kind === 'problem' ? problem(made.message) : made.spec;
}

async function start(
  spec: JobSpec,
  namespace: string,
  summary: string,
  { connection }: FoundHardware,
  parts: ToolParts,
): Promise<ToolAnswer | ToolProblem> {
  const started = await parts.hub().submitJob(connection, { namespace, spec, runId: randomUUID() });
  if (!started.ok) return problem(started.failure.message);
  const { id, page } = started.value;
  return { kind: 'answer', text: `${summary}\n\nThe job ${id} of ${namespace} was started: ${page}` };
}
