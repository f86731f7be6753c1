import { isAverage, isMetricName, isSplitName, isValueWord, mentionsMetric } from './metrics';
import { remember } from '../remember';
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
  const likeness = likenessOf(text);
  if (likeness === undefined) return -2;
  const named = words(text).some((word) => title.has(word));
  return Math.max(-2, Math.min(2.5, named ? likeness + 1 : likeness));
}

/** The same whatever the card's title, before its bounds; undefined for what surely is no model. */
const likenessOf = remember((text): number | undefined => {
  if (isMetricName(text) || isAverage(text) || isValueWord(text) || isSplitName(text)) return undefined;
  const inner = /\(([^()]+)\)$/.exec(text)?.[1];
  if (inner !== undefined && isMetricName(inner)) return undefined;
  const all = words(text);
  let score = 0;
  if (PARAMETER_COUNT.test(text)) score += 1.5;
  if (all.some((word) => MODEL_PARTS.has(word))) score += 1;
  if (VERSION.test(text)) score += 0.7;
  if (/^[\w.-]+\/[\w.-]+$/.test(text)) score += 1;
  if (OWN_NAME.test(text)) score += 2;
  if (/\p{L}-?\d/u.test(text)) score += 0.2;
  if (/[↑↓%]|\d-shot/i.test(text)) score -= 1.5;
  if (all.some((word) => BENCHMARK_PARTS.has(word)) || /bench$|bench\b|eval\b|qa\b/i.test(text)) score -= 1;
  if (mentionsMetric(text)) score -= 1;
  return score;
});
const PARAMETER_COUNT = /(?:^|[^a-z\d.])(?:a|\d+x)?\d+(?:\.\d+)?[bm](?![a-z\d])/i;
const VERSION = /\p{L}[\s-]?v?\d+\.\d+|\bv\d+(?:\.\d+)*\b|-(?:0[1-9]|1[0-2])\d\d\b|-20\d{4,6}\b/iu;
const OWN_NAME = /\bours?\b|\bthis (?:model|work)\b|\(this\)|本模型|我们|이 모델/i;

/** Whether a label is the mark by which authors call the card's own model, and no name. */
export function isOwnMark(text: string): boolean {
  return /^[([]?(?:ours?|this model|本模型|我们的?(?:模型)?)[)\]]?$/i.test(text);
}
