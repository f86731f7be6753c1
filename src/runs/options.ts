/** What the values of an option are: `count` from 1 on, `share` from 0 to 1, `amount` from 0 on, a `seed` as numpy takes it, a flag without a value. */
export type OptionKind = 'count' | 'share' | 'amount' | 'seed' | 'text' | 'flag' | 'template' | 'file';

/**
 * Every option of the evaluation scripts by the name it is typed with (`python/common/options.py`), but for the model, its
 * revision, the tasks and the folder, which each run has.
 */
export const RUN_OPTIONS = {
  limit: 'count',
  dtype: 'text',
  'max-model-len': 'count',
  'tensor-parallel-size': 'count',
  'gpu-memory-utilization': 'share',
  'max-num-seqs': 'count',
  'batch-size': 'count',
  'apply-chat-template': 'template',
  'system-prompt': 'text',
  temperature: 'amount',
  'top-p': 'share',
  'top-k': 'count',
  'max-new-tokens': 'count',
  seed: 'seed',
  'custom-tasks': 'file',
  provider: 'text',
  'trust-remote-code': 'flag',
  'allow-local-code-execution': 'flag',
  offline: 'flag',
} as const satisfies Readonly<Record<string, OptionKind>>;

/** The name of an option. */
export type RunOption = keyof typeof RUN_OPTIONS;

type ValueOf<Kind extends OptionKind> = Kind extends 'flag'
  ? boolean
  : Kind extends 'text' | 'template' | 'file'
    ? string
    : number;

/** The options of a run that were chosen; the others are left to the framework. */
export type RunOptions = {
  readonly [Name in RunOption]?: ValueOf<(typeof RUN_OPTIONS)[Name]> | undefined;
};

/** The values of `apply-chat-template`. */
export const TEMPLATES: readonly string[] = ['auto', 'yes', 'no'];

/** A token of the Hub, which no option may hold: other programs can read them. */
const TOKEN = /\bhf_[A-Za-z0-9]{20,}/;

/** The value that a text stands for, or what is wrong with it: a few words that follow the option's name. */
export function readOption(
  name: RunOption,
  text: string,
):
  { readonly kind: 'value'; readonly value: string | number } | { readonly kind: 'problem'; readonly problem: string } {
  const kind: OptionKind = RUN_OPTIONS[name];
  const number = text.trim() === '' ? NaN : Number(text);
  const [good, takes] = {
    count: [Number.isSafeInteger(number) && number >= 1, 'a number from 1 on'],
    share: [number > 0 && number <= 1, 'a number above 0 and up to 1'],
    amount: [number >= 0 && number < Infinity, 'a number from 0 on'],
    seed: [Number.isInteger(number) && number >= 0 && number < 2 ** 32, 'a whole number from 0 to 4294967295'],
    text: [text.trim() !== '', 'a text'],
    template: [TEMPLATES.includes(text), TEMPLATES.join(', ')],
    file: [text.trim() !== '', 'a path'],
    flag: [false, 'no value'],
  }[kind] as [boolean, string];
  if (TOKEN.test(text)) return { kind: 'problem', problem: 'takes no token, which other programs could read there' };
  if (!good) return { kind: 'problem', problem: `takes ${takes}, not "${text}"` };
  return { kind: 'value', value: ['text', 'template', 'file'].includes(kind) ? text : number };
}
