import { canRun, type TaskCatalogue } from './tasks';
import type { Backend, Framework, ModelSource, RunRequest } from './request';

/** What is asked for so far. */
export type Asked = Pick<RunRequest, 'tasks'> & {
  readonly framework?: Framework | undefined;
  readonly backend?: Backend | undefined;
  /** The Python code of the tasks of one's own. */
  readonly customTasks?: string | undefined;
};

/** What to run an evaluation with, and why. */
export interface Choice {
  readonly framework: Framework;
  readonly backend: Backend;
  /** A clause for what was not asked for; null where all was. */
  readonly reason: string | null;
}

/** Chooses framework and backend where they are not asked for. `hasGpu` says whether vLLM has a GPU to run on. */
export function chooseRunner(asked: Asked, source: ModelSource, hasGpu: boolean, catalogue: TaskCatalogue): Choice {
  const framework = chooseFramework(asked, source, catalogue);
  const backend = chooseBackend(asked, source, hasGpu);
  const reasons = [framework.reason, backend.reason].filter((reason) => reason !== null);
  return {
    framework: framework.value,
    backend: backend.value,
    reason: reasons.length > 0 ? reasons.join(', and ') : null,
  };
}

interface Reasoned<T> {
  readonly value: T;
  readonly reason: string | null;
}

function chooseFramework(
  { framework, backend, tasks, customTasks }: Asked,
  source: ModelSource,
  catalogue: TaskCatalogue,
): Reasoned<Framework> {
  if (framework !== undefined) return { value: framework, reason: null };
  if (source === 'server' || source === 'mock' || backend === 'providers') {
    return { value: 'inspect', reason: 'only inspect takes models that answer over the network' };
  }
  if (customTasks !== undefined) {
    const value = /^\s*(?:from|import) lighteval\b/m.test(customTasks) ? 'lighteval' : 'inspect';
    return { value, reason: `the tasks of the file are written for ${value}` };
  }
  const has = (one: Framework): boolean => tasks.every((task) => canRun(task, one, catalogue));
  if (!has('inspect') && has('lighteval')) return { value: 'lighteval', reason: 'only lighteval can run these tasks' };
  return {
    value: 'inspect',
    reason: 'inspect runs with the newest vLLM and transformers, which know the newest models',
  };
}

function chooseBackend({ backend }: Asked, source: ModelSource, hasGpu: boolean): Reasoned<Backend> {
  if (backend !== undefined) return { value: backend, reason: null };
  if (source === 'server') return { value: 'vllm', reason: 'the address is that of a vLLM server' };
  if (source === 'mock') return { value: 'providers', reason: 'a stand-in for a model needs nothing loaded' };
  if (hasGpu) return { value: 'vllm', reason: 'vLLM is quickest on an NVIDIA GPU' };
  return { value: 'transformers', reason: 'vLLM needs an NVIDIA GPU, which is not to be used here' };
}
