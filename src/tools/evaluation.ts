import type { Hardware, HubConnection } from '../hub';
import type { Backend, Framework, HardwareNeed, RunModel, RunRequest, Suitability } from '../runs';
import type { InputField } from './input';
import { problem, type ToolParts, type ToolProblem } from './tool';

/** What an evaluation is asked for by. */
export const EVALUATION = {
  model: { type: 'string', description: 'The model on the Hub, as org/name or org/name@revision.' },
  tasks: {
    type: 'string',
    description:
      'The tasks, separated by commas, each as task or task|shots, such as gsm8k|5, or hf/org/benchmark@commit/task.',
  },
  framework: {
    type: 'string',
    enum: ['inspect', 'lighteval'],
    description: 'What asks the questions; by default one that has the tasks.',
  },
  backend: {
    type: 'string',
    enum: ['vllm', 'transformers', 'providers'],
    description: 'What answers: vLLM (the default), the transformers library, or inference providers.',
  },
} as const satisfies Readonly<Record<string, InputField>>;

/** What those fields hold. */
export interface EvaluationInput {
  readonly model: string;
  readonly tasks: string;
  readonly framework?: Framework;
  readonly backend?: Backend;
}

/** A model of the Hub, and what there is to run it on. */
export interface FoundHardware {
  readonly kind: 'found';
  readonly model: RunModel;
  readonly hardware: readonly Hardware[];
  readonly connection: HubConnection;
}

/** Finds a model of the Hub, and the hardware of HF Jobs. */
export async function findHardware(named: string, parts: ToolParts): Promise<FoundHardware | ToolProblem> {
  const connection = await parts.connect();
  if ('kind' in connection) return connection;
  const { listHardware, modelWeights, parseReference } = parts.hub();
  const parsed = parseReference(named, connection.hubUrl);
  if (parsed.kind === 'problem') return problem(parsed.message);
  const { model, revision } = parsed.reference;
  // By its page it is never taken for a folder of the same name.
  const found = await parts
    .runs()
    .findModel({ model: `${connection.hubUrl}/${model}`, revision }, connection, modelWeights);
  if (found.kind === 'problem') return problem([found.message, ...found.details].join(' '));
  const list = await listHardware(connection);
  return list.ok
    ? { kind: 'found', model: found.model, hardware: list.value, connection }
    : problem(list.failure.message);
}

/** The run that is meant, or why it cannot be. What runs code that a model writes is for a person to allow. */
export function requestOf(
  input: EvaluationInput,
  { name, commit }: RunModel,
  limit: number | undefined,
  parts: ToolParts,
): RunRequest | ToolProblem {
  const { chooseRunner, scriptOf, taskProblems, tasksIn, tasksThatRunCode } = parts.runs();
  const catalogue = parts.tasks();
  const tasks = tasksIn(input.tasks);
  if (tasks.length === 0) return problem('"tasks" names none; name one such as gsm8k.');
  const { framework, backend } = chooseRunner({ ...input, tasks }, 'hub', true, catalogue);
  if (scriptOf({ framework, backend }) === null) {
    return problem(`${framework} is not run on ${backend}; leave "backend" out.`);
  }
  const [code] = tasksThatRunCode(tasks, framework, catalogue);
  if (code !== undefined) {
    return problem(`${code} runs code that the model writes; let a person plan it by "Model Card: Evaluate…".`);
  }
  const request: RunRequest = {
    model: name,
    // Providers do not say which commit they serve.
    revision: backend === 'providers' ? undefined : commit,
    ...{ framework, backend, tasks, options: limit === undefined ? {} : { limit } },
  };
  const [wrong] = taskProblems(request, catalogue);
  return wrong === undefined ? request : problem(wrong);
}

/** The hardware that was named, or the cheapest that suits the run. */
export function chooseHardware(
  { hardware, model }: FoundHardware,
  need: HardwareNeed | null,
  named: string | undefined,
  parts: ToolParts,
): (Suitability & { readonly kind: 'suits' }) | ToolProblem {
  const { cheapest, suitability } = parts.runs();
  if (named === undefined) {
    if (need === null)
      return problem(`How large ${model.name} is is not known; ask the person which "hardware" to take.`);
    return cheapest(hardware, need) ?? problem(`No hardware of HF Jobs is large enough for ${model.name}.`);
  }
  const one = hardware.find(({ flavor }) => flavor === named);
  if (!one)
    return problem(`HF Jobs has no hardware ${named}; there is ${hardware.map(({ flavor }) => flavor).join(', ')}.`);
  const found = suitability(one, need);
  return found.kind === 'suits'
    ? found
    : problem(`${named} ${found.reason}; leave "hardware" out for the cheapest that suits.`);
}
