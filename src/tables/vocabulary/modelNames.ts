import { remember } from '../remember';
import { isAverage, isMetricName, isSplitName, isValueWord, mentionsMetric } from './metrics';
import { words, wordSet } from './words';

const MODEL_PARTS =
  wordSet(`chat instruct inst ins it base large small mini tiny xl xxl xs huge pro turbo flash preview distill distilled sft dpo rl rlhf kto orpo ours baseline
  finetuned tuned pretrained quantized int4 int8 fp16 fp32 bf16 fp8 awq gptq gguf q4 q8 vanilla original lora qlora teacher student moe dense thinking
  uncased cased multilingual nano medium this human random chance`);
const BENCHMARK_PARTS =
  wordSet(`bench benchmark benchmarks eval test val validation dev testmini set qa vqa mc exam leaderboard hard easy reasoning understanding knowledge
  coding code math language comprehension retrieval classification clustering reranking summarization translation science english chinese
  推理 数学 代码 语言 能力 知识`);

/** How much a text looks like a model's name (positive) or like a benchmark's or metric's (negative). */
export function modelLikeness(text: string, title: ReadonlySet<string>): number {
  const likeness = ownLikeness(text);
  if (likeness <= -2 || title.size === 0 || !words(text).some((word) => title.has(word))) return likeness;
  return Math.min(MOST_LIKENESS, likeness + 1);
}

const MOST_LIKENESS = 2.5;

/** The same, by the text alone. */
const ownLikeness = remember((text): number => {
  if (isMetricName(text) || isAverage(text) || isValueWord(text) || isSplitName(text)) return -2;
  const inner = text.endsWith(')') ? text.slice(text.lastIndexOf('(') + 1, -1) : '';
  if (inner !== '' && isMetricName(inner)) return -2;
  const all = words(text);
  const signs: readonly (readonly [weight: number, holds: boolean])[] = [
    [1.5, PARAMETER_COUNT.test(text)],
    [1, all.some((word) => MODEL_PARTS.has(word))],
    [0.7, VERSION.test(text)],
    [1, REPOSITORY.test(text)],
    [2, OWN_NAME.test(text)],
    [0.2, /\p{L}-?\d/u.test(text)],
    [-1.5, /[↑↓%]|\d-shot/i.test(text)],
    [-1, all.some((word) => BENCHMARK_PARTS.has(word)) || /(?:bench|eval|qa)\b/i.test(text)],
    [-1, mentionsMetric(text)],
  ];
  const sum = signs.reduce((total, [weight, holds]) => total + (holds ? weight : 0), 0);
  return Math.max(-1.9, Math.min(MOST_LIKENESS, sum));
});
const REPOSITORY = /^[\w.-]+\/[\w.-]+$/;
const PARAMETER_COUNT = /(?:^|[^a-z\d.])(?:a|\d+x)?\d+(?:\.\d+)?[bm](?![a-z\d])/i;
const VERSION = /\p{L}[\s-]?v?\d+\.\d+|\bv\d+(?:\.\d+)*\b|-(?:0[1-9]|1[0-2])\d\d\b|-20\d{4,6}\b/iu;
const OWN_NAME = /\bours?\b|\bthis (?:model|work)\b|\(this\)|本模型|我们|이 모델/i;

/** Whether a label is the mark by which authors call the card's own model, and no name. */
export function isOwnMark(text: string): boolean {
  return /^[([]?(?:ours?|this model|本模型|我们的?(?:模型)?)[)\]]?$/i.test(text);
}
