import type { Backend, RunOption, RunOptions } from '../../../runs';
import type { Option } from '../../asker';
import { loadRuns } from '../runsClient';

/** What each option is for. */
const MEANINGS: Readonly<Record<RunOption, string>> = {
  limit: 'Samples of each task; the whole of it without',
  dtype: 'The type that the weights are loaded in, such as float16',
  'max-model-len': 'Tokens of the longest sequence; fewer need less memory',
  'tensor-parallel-size': 'GPUs that share the model',
  'gpu-memory-utilization': 'The share of a GPU’s memory that vLLM takes',
  'max-num-seqs': 'Sequences that vLLM answers at once',
  'batch-size': 'Sequences that the transformers library answers at once',
  'apply-chat-template': 'Whether questions are put as a chat: auto, yes or no',
  'system-prompt': 'A text that goes before each question',
  temperature: 'How freely answers are chosen; 0 always takes the likeliest',
  'top-p': 'The likeliest words are chosen from until they make up this share',
  'top-k': 'So many of the likeliest words are chosen from',
  'max-new-tokens': 'Tokens of the longest answer',
  seed: 'The number that chance begins with',
  'custom-tasks': 'A Python file that defines tasks',
  provider: 'The inference provider, or fastest or cheapest',
  'trust-remote-code': 'Run the code that comes with the model',
  'allow-local-code-execution': 'Run the code that the model writes, without a sandbox',
  offline: 'Use what was downloaded before, and ask nothing of the Hub',
};

/** The names of the options that a backend takes. */
export function optionNames(backend: Backend): readonly RunOption[] {
  const names = Object.keys(loadRuns().RUN_OPTIONS) as RunOption[];
  return names.filter((name) => name !== 'provider' || backend === 'providers');
}

/** Every option of a backend, with what it is set to and what it is for. */
export function optionRows(options: RunOptions, backend: Backend): readonly Option<RunOption>[] {
  return optionNames(backend).map((name) => ({
    label: name,
    description: valueText(options[name]),
    detail: MEANINGS[name],
    value: name,
  }));
}

/** All that is set, as in `limit 10, dtype float16`. */
export function optionsText(options: RunOptions): string {
  const set = Object.entries(options).filter(([, value]) => value !== undefined && value !== false);
  if (set.length === 0) return 'all are left to the framework';
  return set.map(([name, value]) => (value === true ? name : `${name} ${String(value)}`)).join(', ');
}

function valueText(value: string | number | boolean | undefined): string {
  if (value === undefined || value === false) return '';
  return value === true ? 'yes' : String(value);
}
