/**
 * Running evaluations. The editor and the command line load its bundle when a run is first asked for; what they import
 * from here otherwise is types.
 *
 * A run is a `RunRequest` (`request.ts`), its options are those of the table in `options.ts`, and `scriptArguments` gives
 * the arguments of the script that `scriptOf` names. What a model needs is a `MemoryNeed` (`memory.ts`), made of what
 * `modelWeights` of the Hub tells, and `fit` compares it with GPUs.
 */
export { askGpus, GPU_QUERY_MS } from './askGpus';
export { askTasks } from './askTasks';
export { checkLoading, loadSettings, type Remark } from './check';
export { type Caller, checkProviders } from './checkProviders';
export { type Choice, chooseRunner } from './choose';
export { findModel, type FoundModel, type NamedModel, type RunModel } from './findModel';
export { fit, type Fit, type GpuMemory, VLLM_SHARE } from './fit';
export { folderSize } from './folderSize';
export type { Gpu, GpuReport, MigDevice } from './gpus';
export { gib, gpuSentence } from './gpuText';
export { type Machine, machineWith } from './machine';
export { canShare, GIB, type LoadSettings, memoryNeed, type MemoryNeed, type ModelSize, needPerGpu } from './memory';
export { costOf, costSentence, gpusOf, inDollars, type JobCost, secondsOf, USUAL_TIMEOUT } from './jobs/cost';
export { cheapest, type HardwareNeed, type Suitability, suitability } from './jobs/hardware';
export { hardwareNeed } from './jobs/need';
export { ResultLines } from '../results/runs/resultLines';
export { readScriptUrl } from './jobs/scriptUrl';
export { endingProblem, QueueNotes } from './jobs/sentences';
export { shippedFiles } from './jobs/shippedFiles';
export { jobSpec, type ShippedFile } from './jobs/spec';
export { type OptionKind, readOption, RUN_OPTIONS, type RunOption, type RunOptions, TEMPLATES } from './options';
export { type Ending, programsWithin, type RunProgram } from './program';
export {
  type Backend,
  type Framework,
  type ModelSource,
  type RunRequest,
  scriptArguments,
  scriptOf,
  sourceOf,
} from './request';
export { type Command, type Script, startRun, type StartedRun, uvCommand } from './start';
export { takeGpus, type TakenGpus } from './takeGpus';
export {
  extrasOf,
  findTask,
  nearestTasks,
  parseCatalogue,
  parseTask,
  type Task,
  type TaskCatalogue,
  taskProblems,
  tasksIn,
  tasksThatRunCode,
} from './tasks';
export { keepTaskList, readTaskLists } from './taskLists';
export { findUv, type System, type Uv, uvInstallCommand } from './uv';
