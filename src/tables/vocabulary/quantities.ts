import { remember } from '../remember';
import type { SkippedCell } from '../reading';
import { mentionsMetric } from './metrics';
import { saysOnly, words, wordSet } from './words';

type Reason = SkippedCell['reason'];

/** Words for numbers that are no scores; a label that holds nothing else but fillers names such numbers. */
const QUANTITY_WORDS: ReadonlyMap<string, Reason> = byWord([
  [
    'size',
    wordSet(`params param parameters parameter size sizes memory vram ram disk storage dimension dimensions dim dims hidden layers
      layer heads vocab vocabulary dimensionality bytes resolution resolutions res imgsz shape bits bpw filesize mb gb activated
      footprint dmodel dff dffn 参数 显存占用 尺寸 规模 词表 词汇表 参数规模 größe speicher parameteranzahl taille paramètres tamaño
      parámetros размер параметры 파라미터 파라미터수 크기 메모리 パラメータ パラメータ数 サイズ`),
  ],
  [
    'speed',
    wordSet(`speed latency throughput fps time times runtime duration ttft tps qps rtf rtfx speedup flops flop macs gflops hours
      hour minutes seconds sec cost costs price pricing energy power consumption carbon emissions emission emitted co2 co2eq gpu
      cpu gpus 吞吐 价格 成本 geschwindigkeit zeit laufzeit kosten vitesse temps
      coût velocidad tiempo скорость время 속도 시간 速度 時間`),
  ],
  [
    'other',
    wordSet(`length lengths len window ctx tokens 上下文 kontextlänge länge sequenzlänge longueur longitud 길이
      컨텍스트 コンテキスト長 count counts support snt wrd samples sample examples example sentences utterances rows frequency
      instances instance episodes timesteps threshold thresholds compression compress
      epoch epochs step steps iteration iterations iters lr learning rate batch warmup decay optimizer seed seeds dropout schedule
      scheduler topp topk accumulation version versions downloads likes stars pvalue anzahl beispiele
      nombre número 개수 件数`),
  ],
  [
    'date',
    wordSet('date dates release released updated cutoff year published 日期 发布日期 发布时间 datum дата 날짜 日付'),
  ],
  [
    'delta',
    wordSet(`delta deltas diff difference differences change changes improvement improvements gain gains gap increase decrease
      degradation relative retention recovery δ 提升 差值 变化 相对提升 differenz unterschied veränderung différence
      diferencia`),
  ],
]);

function byWord(
  lists: readonly (readonly [reason: Reason, words: ReadonlySet<string>])[],
): ReadonlyMap<string, Reason> {
  return new Map(lists.flatMap(([reason, list]) => [...list].map((word) => [word, reason] as const)));
}

const FILLERS =
  wordSet(`the of per in for max maximum min minimum avg average mean total model training train trained inference on a by used
  embedding input output number num no n test file files image images img peak usage wall clock best worst ours data dataset
  datasets estimated pre pretraining decoder encoder first to prefill eval evaluation validation decode generation llm base full
  million millions billion billions b m k g mib gib kb rss required requirements approx and vs embed inf context seq sequence
  position positions token video videos documents second s ms head d ff kv cache width channels active weights weight extended
  vector vectors rel relative rate ratio 수 数`);

/** Nouns that make a quantity of whatever stands before them: `AE Length`, `Greenhouse gas emissions`. */
const NOUNS: readonly (readonly [reason: Reason, noun: RegExp])[] = [
  ['size', /^[^\s_\d][^\s_]*[\s_](?:params?|vram|flops|macs)$|^(?:\S+ ){1,2}sizes?$/i],
  ['speed', /[\s_](?:speed|latency|throughput|fps|runtime|ttft|rtfx?|speedup|consumption|emissions)$/i],
  ['other', /^(?:[^\s_]+[\s_]){1,3}(?:lengths?|len|counts?|timesteps|episodes)$/i],
];

/** The same for languages that write words together, where the last characters are the noun. */
const CLOSING_NOUNS: readonly (readonly [reason: Reason, noun: RegExp])[] = [
  ['size', /(?:大小|维度|层数|头数|参数量|显存|内存|크기|층수|サイズ|層数|größe|размер)$/i],
  ['speed', /(?:速度|延迟|耗时|时间|吞吐量|成本|시간|속도|時間|dauer|geschwindigkeit)$/i],
  ['other', /(?:长度|数量|条数|轮数|步数|样本数|个数|次数|길이|개수|長さ|件数|länge|anzahl)$/i],
];
const JOINED_WORDS = /[^\u0000-\u007f]$|(?:dauer|keit|anzahl)$/i;

const COUNTED = /^(?:#|№|no\. of|num(?:ber)? of )\s*\S/i;
const CHANGE = /^[ΔδΔ∆]|^(?:difference|improvement|change|gain)s? /iu;
const P_VALUE = /\bp[- _]?values?$|p值$/i;
const LOAD =
  /^(?:batch|bs|bsz|sl|seq)(?:[ _]?(?:size|len))?\s*=\s*\d+$|^bsz? \(|^d[ _](?:model|head|ff|ffn|mlp|kv|inner|state)$/i;
const IN_UNITS =
  /\bgpu[- ]hours?\b|[([]\s*(?:in )?(?:[kmbgt]|[kmgt]i?b|million|billion|ms|s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?|gpu[- ]hours?|w|kwh?|fps|px|pixels?|tok(?:en)?s?(?: ?\/ ?s(?:ec)?(?:ond)?)?|tokens? per second|(?:t|it|img|samples?)\/s|words|chars|characters|[gtm]?flops?|[gm]macs?|usd|\$|tco2eq|kg.*|万|亿|秒|毫秒|天)\s*[)\]]/i;

/** Why the numbers under or beside a label are no scores: sizes, speeds, lengths, dates and the like. */
export const noScoreReason = remember((label): Reason | undefined => {
  if (label === '' || label.length > 80) return undefined;
  if (COUNTED.test(label) || LOAD.test(label)) return 'size';
  if (CHANGE.test(label)) return 'delta';
  if (P_VALUE.test(label)) return 'other';
  const known = words(label).some((word) => QUANTITY_WORDS.has(word));
  const plain = label.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ').trim();
  const nouns = JOINED_WORDS.test(plain) ? CLOSING_NOUNS : known ? NOUNS : [];
  const named = (known ? quantityNamed(plain) : undefined) ?? nouns.find(([, noun]) => noun.test(plain))?.[0];
  return named ?? (/gpu|[([]/i.test(label) && IN_UNITS.test(label) ? 'speed' : undefined);
});

const LAYERS = wordSet('l nl el dl');
const OF_LAYERS = wordSet('l nl el dl h a nh kv ff dm');

/**
 * Whether labels together are the letters by which the sizes of a network are known, `L`, `H` and `A` or `nl` and `nh`:
 * at least two, layers among them. Which of the labels they are is told by `isLayerSize`.
 */
export function nameLayerSizes(labels: readonly string[]): boolean {
  const letters = labels.filter(isLayerSize).flatMap(words);
  return letters.length >= 2 && letters.some((letter) => LAYERS.has(letter));
}

/** Whether a label is nothing but such letters: `L`, `kv`, `nl (el/dl)`, `L / H / A`. */
export function isLayerSize(label: string): boolean {
  return label.length <= 16 && saysOnly(label, OF_LAYERS, NOTHING);
}
const NOTHING = wordSet('');

const DATA =
  wordSet(`number numbers count counts support sample samples example examples instance instances image images sentence
  sentences utterance utterances document documents record records question questions entity entities row rows episodes sent
  数量 样本数 件数 개수 anzahl nombre número количество`);
const DATA_FILLERS = wordSet('of the n no num in test dev train validation set data total');

/** Whether a label may say how much data was measured on; it does where the numbers are whole. */
export function mayCountData(label: string): boolean {
  return saysOnly(label, DATA, DATA_FILLERS) && words(label).length <= 4;
}

/** Whether the numbers that a label may name are whole; with decimals they are something else of that name. */
export function namesWholeNumbers(label: string): boolean {
  return /^(?:seeds?|epochs?|steps?|layers?|heads?|counts?|samples)\b/i.test(label);
}

const SHARE =
  /(?:\b(?:ratio|percent(?:age)?|share|proportion|portion|fraction)s?|占比|比例|比率|anteil|доля|비율|割合)\s*(?:\(%?\))?$/i;

/** Whether a label may name shares of a whole; `hit ratio` is a metric. */
export function mayBeShare(label: string): boolean {
  return SHARE.test(label) && !mentionsMetric(label);
}

/** The quantity that the last of the known words names, where the label holds nothing else. */
function quantityNamed(label: string): Reason | undefined {
  let found: Reason | undefined;
  for (const word of words(label)) {
    const reason = QUANTITY_WORDS.get(word);
    if (reason !== undefined) found = reason;
    else if (!FILLERS.has(word)) return undefined;
  }
  return found;
}

const HYPER_PARAMETERS =
  wordSet(`hyperparameter hyperparameters lr optimizer optimiser warmup dropout momentum betas beta1 beta2 eps epsilon seed scheduler
  adamw decay α β γ λ γ/β gradient accumulation checkpointing clipping epoch epochs temperature lernrate 学习率 批大小
  超参数 超参`);
/** Words of settings that are named by several words. */
const HYPER_WORDS =
  wordSet(`learning batch weight num warm optimizer optimiser lr grad gradient max hyper lora top random temperature warmup taux
  hyperparameter hyperparameters`);
const HYPER_PHRASE =
  /learning[ _-]?rate|batch[ _-]?size|weight[ _-]?decay|num[_ ](?:train[_ ])?epochs|warm-?up|optimi[sz]er|lr[_ ]scheduler|grad(?:ient)?[_ ](?:clip|norm|accum)|max[_ ](?:seq|length|steps|grad)|hyper-?parameter|lora[_ ](?:r|alpha|dropout|rank)|top[_-]p\b|top[_-]k$|temperature|random[_ ]seed|taux d'apprentissage/i;

/** Whether a label names a setting of training or sampling. */
export function isHyperParameter(label: string): boolean {
  const all = words(label);
  if (all.length === 0 || label.length > 60) return false;
  if (all.length <= 2 && all.every((word) => HYPER_PARAMETERS.has(word))) return true;
  return all.some((word) => HYPER_WORDS.has(word)) && HYPER_PHRASE.test(label);
}

/** Whether a label is a column of a training log. */
export function isTrainingProgress(label: string): boolean {
  return /^(?:training |train |global[_ ])?(?:epochs?|steps?|iterations?|iters?)$|^(?:total |training )?steps?$|^轮次$|^步数$/i.test(
    label.trim(),
  );
}
