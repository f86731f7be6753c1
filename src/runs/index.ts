/**
 * Running evaluations. The editor and the command line load its bundle when a run is first asked for; what they import
 * from here otherwise is types.
 *
 * A run is a `RunRequest` (`request.ts`), its options are those of the table in `options.ts`, and `scriptArguments` gives
 * the arguments of the script that `scriptOf` names. What a model needs is a `MemoryNeed` (`memory.ts`), made of what
 * `modelWeights` of the Hub tells, and `fit` compares it with GPUs.
 */
export { fit, type Fit, type GpuMemory, VLLM_SHARE } from './fit';
export { canShare, GIB, type LoadSettings, memoryNeed, type MemoryNeed, type ModelSize, needPerGpu } from './memory';
export { type OptionKind, readOption, RUN_OPTIONS, type RunOption, type RunOptions } from './options';
export {
  type Backend,
  type Framework,
  type ModelSource,
  type RunRequest,
  scriptArguments,
  scriptOf,
  sourceOf,
} from './request';
