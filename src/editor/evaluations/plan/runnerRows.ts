import type { Backend, Choice, Framework, GpuReport, RunModel, TaskCatalogue } from '../../../runs';
import type { Option } from '../../asker';
import { loadRuns } from '../runsClient';
import { joined } from './lastFirst';

/** A framework on a backend. */
export type Runner = Pick<Choice, 'framework' | 'backend'> & {
  /** Why it cannot work anywhere for this model, in a sentence. */
  readonly problem?: string;
};

const BACKENDS: Readonly<Record<Backend, string>> = {
  vllm: 'vLLM',
  transformers: 'the transformers library',
  providers: 'inference providers',
};

/** What a framework on a backend is called. */
export function runnerName({ framework, backend }: Runner): string {
  return `${framework} on ${BACKENDS[backend]}`;
}

/** The frameworks and backends that there are for a model, the default first, with what speaks for and against each. */
export function runnerRows(
  model: RunModel,
  gpus: GpuReport | null,
  catalogue: TaskCatalogue,
): readonly Option<Runner>[] {
  const { chooseRunner } = loadRuns();
  const hasGpu = gpus !== null && refusalHere({ framework: 'lighteval', backend: 'vllm' }, model, gpus) === null;
  const { reason, ...first } = chooseRunner({ tasks: [] }, model.source, hasGpu, catalogue);
  const others = runnersFor(model).filter((one) => runnerName(one) !== runnerName(first));
  return [first, ...others].map((runner) => rowOf(runner, model, gpus, runner === first ? (reason ?? '') : ''));
}

function runnersFor({ source }: RunModel): readonly Runner[] {
  if (source === 'server' || source === 'mock') return [];
  const { scriptOf } = loadRuns();
  const backends: readonly Backend[] = ['vllm', 'transformers', ...(source === 'hub' ? ['providers' as const] : [])];
  const frameworks: readonly Framework[] = ['inspect', 'lighteval'];
  return backends
    .flatMap((backend) => frameworks.map((framework) => ({ framework, backend })))
    .filter((runner) => scriptOf(runner) !== null);
}

function rowOf(runner: Runner, model: RunModel, gpus: GpuReport | null, reason: string): Option<Runner> {
  const label = runnerName(runner);
  const isDefault = reason === '' ? '' : 'the default';
  if (runner.backend === 'providers' && model.source === 'hub') return providersRow(runner, model, isDefault);
  const refusal = gpus && refusalHere(runner, model, gpus);
  if (refusal === null) {
    const slow = gpus !== null && runner.backend === 'transformers' && loadRuns().machineWith(gpus, 1).taken === null;
    const description = joined(isDefault, slow ? 'on the processor here, which is slow' : '');
    return { label, description, ...(reason !== '' && { detail: sentence(reason) }), value: runner };
  }
  return model.source === 'hub'
    ? { label, description: joined(isDefault, 'on HF Jobs only'), detail: refusal, value: runner }
    : { label, description: 'cannot work here', detail: refusal, value: { ...runner, problem: refusal } };
}

function sentence(clause: string): string {
  return `${clause.slice(0, 1).toUpperCase()}${clause.slice(1)}.`;
}

function providersRow(runner: Runner, { name, providers }: RunModel, isDefault: string): Option<Runner> {
  const label = runnerName(runner);
  const live = providers.filter(({ status }) => status === 'live').map(({ provider }) => provider);
  if (live.length > 0) {
    return {
      label,
      description: joined(isDefault, 'no GPU needed; usage is paid'),
      detail: live.join(', '),
      value: runner,
    };
  }
  const problem = `No inference provider serves ${name}; choose another backend.`;
  return { label, description: 'cannot work', detail: problem, value: { ...runner, problem } };
}

/** Why a backend cannot run on this machine, whatever the size of the model; null where it can. */
function refusalHere(runner: Runner, { name }: RunModel, gpus: GpuReport): string | null {
  const { checkLoading, machineWith } = loadRuns();
  const request = { ...runner, model: name, tasks: [], options: {} };
  const remarks = checkLoading(request, null, machineWith(gpus, 1));
  return remarks.find(({ kind }) => kind === 'refusal')?.message ?? null;
}
