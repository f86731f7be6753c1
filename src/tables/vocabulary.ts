import type { SkippedCell } from './reading';

/**
 * The general words by which people label tables of numbers, in the languages model cards are written in.
 * No benchmark, model or card is named here.
 */

/** Words of a label in lower case; brackets, marks and punctuation fall away, `acc_norm` is two words. */
export function words(text: string): readonly string[] {
  return text.toLowerCase().match(WORD) ?? [];
}
const WORD = /[\p{L}\p{M}]+(?:\.\p{L}(?=\.))*\d*|\d+(?:\.\d+)?\p{L}*/gu;

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''));

/** What a column of labels, or the axis its header names, holds. */
export type LabelRole =
  | 'model'
  | 'benchmark'
  | 'part'
  | 'metric'
  | 'group'
  | 'shots'
  | 'split'
  | 'config'
  | 'value'
  | 'error'
  | 'index'
  | 'ignored';

const ROLE_WORDS: readonly (readonly [role: LabelRole, words: ReadonlySet<string>])[] = [
  [
    'model',
    set(`model models method methods approach approaches system systems checkpoint checkpoints algorithm network
      networks variant variants llm llms mllm vlm baseline baselines quantization quantisation quant quants
      participant team embedder embeddings reranker retriever pipeline run
      modell modelle modèle modèles modelo modelos modello модель 模型 模型名称 方法 模型版本 版本 모델 모델명 モデル モデル名`),
  ],
  [
    'benchmark',
    set(`benchmark benchmarks dataset datasets task tasks testset testsets evaluation evaluations eval evals test tests suite exam
      exams corpus corpora data aufgabe aufgaben datensatz datensätze tâche tâches tarea tareas conjunto
      бенчмарк датасет задача 基准 基准测试 测试集 数据集 评测集 评测 任务 测试 评测基准 벤치마크 데이터셋 태스크 과제 ベンチマーク データセット タスク`),
  ],
  [
    'part',
    set(
      'language languages lang subject subjects subtask subtasks sprache langue langues idioma язык 语言 科目 언어 言語',
    ),
  ],
  [
    'metric',
    set(
      'metric metrics measure measures metrik metriken métrique métriques métrica métricas метрика 指标 评价指标 评测指标 지표 指標',
    ),
  ],
  [
    'group',
    set(`domain domains category categories capability capabilities area areas skill skills ability abilities modality section group type
      types class dimension kategorie catégorie categoría категория 类别 分类 能力 能力维度 维度 领域 类型 카테고리 분류 カテゴリ カテゴリー`),
  ],
  ['split', set('split splits subset subsets partition fold teilmenge 子集 划分')],
  [
    'config',
    set(
      'filter config configuration setting settings setup prompt prompting mode condition variant strategy 设置 配置',
    ),
  ],
  [
    'value',
    set(`value values score scores result results performance wert werte ergebnis ergebnisse valeur valeurs valor valores
      resultado resultados résultat résultats punkte punktzahl значение результат 得分 分数 结果 数值 值 成绩 값 점수 결과 スコア 値 結果`),
  ],
];

/** Headers that mean this only when they say nothing else. */
const EXACT_ROLES: readonly (readonly [role: LabelRole, header: RegExp])[] = [
  ['index', /^(?:#|№|no\.?|nr\.?|idx|index|id|rank(?:ing)?|place|rang|platz|排名|序号|编号|名次|순위|順位)$/i],
  [
    'error',
    /^(?:±|\+\/-|std\.?(?: ?(?:err(?:or)?|dev(?:iation)?)\.?)?|stderr|stdev|sem|standard (?:error|deviation)|(?:95 ?% ?)?ci|confidence interval|标准差|误差)$/i,
  ],
  [
    'ignored',
    /^(?:versions?|revision|commit(?: hash)?|hash|notes?|comments?|links?|urls?|licen[cs]e|paper|source|ref(?:erence)?s?|date|release(?: date)?)$/i,
  ],
  ['model', /^(?:name|名称|이름|名前)$/i],
];

/** The role that a header names: by its last word, else its first, so that `Model type` and `Dataset (English)` are understood. */
export function headerRole(text: string): LabelRole | undefined {
  // `Benchmark \ Model` in the corner names the rows first, the columns second.
  const header = text.split(/\s*[\\/|]\s*/)[0] ?? '';
  const exact = EXACT_ROLES.find(([, pattern]) => pattern.test(header))?.[0];
  if (exact !== undefined || /^(?:pre-?)?train/i.test(header)) return exact;
  const all = words(header.replace(/\([^)]*\)/g, ' ')).filter((word) => !NAMING_WORDS.has(word));
  if (all.length > 3) return undefined;
  const [first, last] = [all[0], all.at(-1)].map((word) => ROLE_WORDS.find(([, known]) => known.has(word ?? ''))?.[0]);
  return last ?? first;
}
const NAMING_WORDS = set('name names id of the a our version versions 名称 名');

const METRICS =
  set(`accuracy acc accuracies f1 f2 em exact match precision recall auc auroc auprc roc map mrr ndcg bleu sacrebleu chrf comet rouge
  rouge1 rouge2 rougel rougelsum rougelsum meteor cider spice bertscore wer cer ter per mer der eer ppl perplexity mse rmse
  mae mape r2 r²  pearson spearman kendall kappa mcc matthews correlation iou miou dice ap ap50 ap75 fid lpips ssim psnr hits hit
  rate winrate win elo score scores rating error errors err specificity sensitivity tpr fpr tnr fnr far frr mos nmi ari
  success uas las ned anls bpb bpc loss top1 top5 agreement similarity cosine euclidean manhattan dot points percentile
  准确率 精度 精确率 召回率 f1值 困惑度 正确率 胜率 成功率 错误率 字错误率 词错误率 genauigkeit exactitude précision rappel precisión exactitud точность 정확도 정밀도 재현율 精度 正解率`);
const METRIC_FILLERS =
  set(`micro macro weighted avg average mean median norm normalized strict flexible relaxed prompt level inst instruction loose top k n at of
  test val validation valid dev eval final best max overall total score value values and or in r p cons pass maj hits f beta hard soft word
  character char token sentence exact the new`);

/** Whether a text is nothing but a metric's name: `F1`, `acc_norm`, `pass@1`, `Micro average accuracy`. */
export function isMetricName(text: string): boolean {
  if (text.length > 60) return false;
  if (AT_METRIC.test(text)) return true;
  const all = words(text);
  return (
    all.some((word) => METRICS.has(word)) &&
    all.every((word) => METRICS.has(word) || METRIC_FILLERS.has(word) || /^\d+$/.test(word))
  );
}
const AT_METRIC =
  /^(?:[\p{L}-]{1,12}|top)[\s_-]?@[\s_-]?\(?\d+k?\)?(?: ?\([^)]*\))?$|^top-?\d+(?: acc(?:uracy)?\.?)?$/iu;

/** Whether a metric is named anywhere in a text: `AlpacaEval (win rate %)`, `LAMBADA PPL`. */
export function mentionsMetric(text: string): boolean {
  return /@\s?\d/.test(text) || words(text).some((word) => METRICS.has(word));
}

/** Metrics whose smaller values are better, when a header says no more than their name. */
const SPLITS = set(
  'train training val valid validation dev development test testmini testset heldout holdout eval evaluation matched mismatched clean other public private 验证集 测试集 训练集',
);

/** Whether a text names a part of a data set and nothing else: `test`, `dev-clean`, `Validation set`. */
export function isSplitName(text: string): boolean {
  const all = words(text).filter((word) => word !== 'set' && word !== 'split');
  return all.length > 0 && all.length <= 2 && all.every((word) => SPLITS.has(word));
}

/** Whether a text says no more than "the value": `Score`, `Result (%)`, `得分`. */
export function isValueWord(text: string): boolean {
  const all = words(text);
  return (
    all.length > 0 &&
    all.length <= 2 &&
    all.every((word) => VALUE_WORDS.has(word) || METRIC_FILLERS.has(word)) &&
    all.some((word) => VALUE_WORDS.has(word))
  );
}
const VALUE_WORDS = ROLE_WORDS.find(([role]) => role === 'value')?.[1] ?? new Set<string>();

const AVERAGES =
  set(`avg average mean overall total aggregate sum all 平均 平均分 均值 总分 总体 综合 总平均 总计 整体 durchschnitt gesamt mittelwert moyenne promedio media
  среднее 평균 전체 総合 合計`);
const AVERAGE_FILLERS = set(
  'score scores accuracy acc micro macro weighted of all tasks task the metric performance result results type',
);

/** Whether a text names an average over benchmarks and no benchmark. */
export function isAverage(text: string): boolean {
  const all = words(text.replace(/\(\d+\)/, ''));
  return all.some((word) => AVERAGES.has(word)) && all.every((word) => AVERAGES.has(word) || AVERAGE_FILLERS.has(word));
}

const NO_SCORE_WORDS: readonly (readonly [
  reason: SkippedCell['reason'],
  words: ReadonlySet<string>,
  nouns: ReadonlySet<string>,
])[] = [
  [
    'size',
    set(`params param parameters parameter size sizes memory vram ram disk storage dimension dimensions dim dims hidden layers layer
      heads vocab vocabulary resolution shape bits bpw         filesize mb gb
      activated   footprint
      参数量 参数 参数规模 模型大小 大小 显存 显存占用 内存 维度 层数 尺寸 规模 größe speicher parameteranzahl taille paramètres tamaño parámetros размер параметры 파라미터 파라미터수 크기 메모리 パラメータ パラメータ数 サイズ`),
    set(
      'params param parameters parameter size memory vram ram dimension dimensions dim dims layers resolution bpw 参数量 显存',
    ),
  ],
  [
    'speed',
    set(`speed latency throughput fps time times runtime duration ttft tps qps rtf rtfx speedup flops flop macs gflops hours hour minutes seconds sec
       cost costs price pricing energy power consumption carbon emissions emission emitted co2 co2eq gpu cpu gpus        
      速度 推理速度 延迟 耗时 时间 推理时间 吞吐 吞吐量 价格 成本 geschwindigkeit zeit laufzeit kosten vitesse temps coût velocidad tiempo скорость время 속도 시간 速度 時間`),
    set('speed latency throughput fps time runtime ttft tps rtf rtfx speedup flops macs cost price 速度 延迟 耗时'),
  ],
  [
    'other',
    set(`length lengths len  window ctx   tokens     
      上下文 上下文长度 长度 序列长度 kontextlänge länge longueur longitud 길이 컨텍스트 コンテキスト長 count counts support samples sample
      examples example   sentences utterances rows     frequency
      epoch epochs step steps iteration iterations iters lr learning rate batch warmup decay optimizer seed seeds dropout schedule scheduler
       topp topk clip accumulation total_steps version versions downloads likes stars
      样本数 数量 条数 轮数 步数 anzahl beispiele nombre número 개수 件数`),
    set('length lengths len epoch epochs step steps count counts tokens samples'),
  ],
  [
    'date',
    set('date dates release released updated cutoff year published 日期 发布日期 发布时间 时间 datum дата 날짜 日付'),
    set('date cutoff 日期'),
  ],
  [
    'delta',
    set(`delta deltas diff difference differences change changes improvement improvements gain gains gap increase decrease degradation relative rel retention recovery
      δ 提升 差值 变化 相对提升 differenz unterschied veränderung différence diferencia`),
    set('delta diff difference improvement gain gap 提升 差值'),
  ],
];
const NO_SCORE_FILLERS =
  set(`the of per in for max maximum min minimum avg average mean total model training train trained inference gpu cpu on a by used embedding
  input output number num no n test file files image img peak usage wall clock best worst ours data dataset datasets count estimated pre pretraining
  decoder encoder first to prefill eval evaluation validation decode generation llm base full size million millions billion billions b m k g mib gib gb mb kb
  sec rss in required requirements approx and vs embed`);
const QUANTITY_UNIT =
  /[([](?:in )?(?:[kmbgt]|[kmgt]i?b|million|billion|[kmb]illions?|ms|s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?|gpu[- ]hours?|w|kwh?|fps|px|pixels?|tok(?:en)?s?(?: ?\/ ?s(?:ec)?(?:ond)?)?|tokens? per second|t\/s|it\/s|img\/s|samples?\/s|words|chars|characters|[gtm]?flops?|[gm]macs?|usd|\$|tco2eq|kg.*|万|亿|秒|毫秒|天)[)\]]/i;

/** Why the numbers under or beside a label are no scores: sizes, speeds, lengths, dates and the like. */
export function noScoreReason(label: string): SkippedCell['reason'] | undefined {
  if (label === '' || label.length > 80) return undefined;
  if (/^(?:#|№|no\. of|num(?:ber)? of )\s*\S/i.test(label)) return 'size';
  if (/^[ΔδΔ∆]/u.test(label)) return 'delta';
  const all = words(label.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '));
  if (all.length === 0) return undefined;
  for (const [reason, known, nouns] of NO_SCORE_WORDS) {
    const last = all.at(-1) ?? '';
    if (all.some((word) => known.has(word)) && all.every((word) => known.has(word) || NO_SCORE_FILLERS.has(word)))
      return reason;
    if (all.length > 1 && nouns.has(last)) return reason;
  }
  return QUANTITY_UNIT.test(label) ? 'speed' : undefined;
}

const HYPER_PARAMETERS =
  set(`hyperparameter hyperparameters lr optimizer warmup dropout momentum betas beta1 beta2 eps epsilon seed scheduler adamw decay
  bf16 fp16 lora r α β γ λ γ/β gradient accumulation checkpointing clip clipping`);
const HYPER_PHRASE =
  /learning[ _-]?rate|batch[ _-]?size|weight[ _-]?decay|num[_ ](?:train[_ ])?epochs|warm-?up|^lr$|optimi[sz]er|lr[_ ]scheduler|grad(?:ient)?[_ ](?:clip|norm|accum)|max[_ ](?:seq|length|steps|grad)|hyper-?parameter|lora[_ ](?:r|alpha|dropout|rank)|top[_-]p\b|top[_-]k$|temperature|random[_ ]seed|^seed$|^dropout$|^epochs?$|学习率|批大小|超参数|lernrate|taux d'apprentissage/i;

/** Whether a label names a setting of training or sampling. */
export function isHyperParameter(label: string): boolean {
  if (label.length > 60) return false;
  if (HYPER_PHRASE.test(label)) return true;
  const all = words(label);
  return all.length > 0 && all.length <= 2 && all.every((word) => HYPER_PARAMETERS.has(word));
}

/** Whether a label is a column of a training log. */
export function isTrainingProgress(label: string): boolean {
  return /^(?:training |train |global[_ ])?(?:epochs?|steps?|iterations?|iters?)$|^(?:total |training )?steps?$|^轮次$|^步数$/i.test(
    label.trim(),
  );
}

const MODEL_PARTS =
  set(`chat instruct inst ins it base large small mini tiny xl xxl xs huge pro turbo flash preview distill distilled sft dpo rl rlhf kto orpo ours baseline
  finetuned tuned pretrained quantized int4 int8 fp16 fp32 bf16 fp8 awq gptq gguf q4 q8 vanilla original lora qlora teacher student moe dense thinking
  uncased cased multilingual nano medium opus sonnet this human random chance`);
const BENCHMARK_PARTS =
  set(`bench benchmark benchmarks eval test val validation dev testmini set qa vqa mc exam leaderboard hard easy reasoning understanding knowledge
  coding code math language comprehension retrieval classification clustering reranking summarization translation science english chinese
  推理 数学 代码 语言 能力 知识`);

/** How much a text looks like a model's name (positive) or like a benchmark's or metric's (negative). */
export function modelLikeness(text: string, title: ReadonlySet<string>): number {
  if (isMetricName(text) || isAverage(text) || isValueWord(text) || isSplitName(text)) return -2;
  const all = words(text);
  let score = 0;
  if (PARAMETER_COUNT.test(text)) score += 1.5;
  if (all.some((word) => MODEL_PARTS.has(word))) score += 1;
  if (VERSION.test(text)) score += 0.7;
  if (/^[\w.-]+\/[\w.-]+$/.test(text)) score += 1;
  if (OWN_NAME.test(text)) score += 2;
  if (/\p{L}-?\d/u.test(text)) score += 0.2;
  if (all.some((word) => title.has(word))) score += 1;
  if (/[↑↓%]|\d-shot/i.test(text)) score -= 1.5;
  if (all.some((word) => BENCHMARK_PARTS.has(word)) || /bench$|bench\b|eval\b|qa\b/i.test(text)) score -= 1;
  if (mentionsMetric(text)) score -= 1;
  return Math.max(-2, Math.min(2.5, score));
}
const PARAMETER_COUNT = /(?:^|[^a-z\d.])(?:a|\d+x)?\d+(?:\.\d+)?[bm](?![a-z\d])/i;
const VERSION = /\p{L}[\s-]?v?\d+\.\d+|\bv\d+(?:\.\d+)*\b|-(?:0[1-9]|1[0-2])\d\d\b|-20\d{4,6}\b/iu;
const OWN_NAME = /\bours?\b|\bthis (?:model|work)\b|\(this\)|本模型|我们|이 모델/i;

/** Whether a label is the mark by which authors call the card's own model, and no name. */
export function isOwnMark(text: string): boolean {
  return /^[([]?(?:ours?|this model|本模型|我们的?(?:模型)?)[)\]]?$/i.test(text);
}

const HEADING_STOP_WORDS =
  set(`results result evaluation evaluations eval performance benchmark benchmarks metrics metric quantitative
  analysis analyses comparison comparisons experiments experiment experimental scores score main overview summary detailed details more other general
  model models table with and the of on for in our to vs base chat instruct tuned pretrained pre trained finetuned training testing data
  accuracy standard core section introduction usage news updates about full all
  评测 评测结果 结果 性能 评估 实验 实验结果 效果 对比 测评 测评结果 ergebnisse auswertung résultats évaluation resultados evaluación результаты оценка 평가 결과 성능 실험 評価 結果`);

/** Whether a heading names something of its own, a benchmark or a field, and not just "Evaluation results". */
export function isTellingHeading(text: string): boolean {
  const all = words(text);
  return all.length > 0 && all.length <= 8 && all.some((word) => !HEADING_STOP_WORDS.has(word) && !/^\d/.test(word));
}

/** Whether a heading or caption announces results of an evaluation. */
export function announcesScores(text: string): boolean {
  return /result|evaluat|benchmark|performance|score|accuracy|metric|leaderboard|comparison|评测|评估|结果|性能|测评|效果|指标|准确率|ergebnis|auswertung|leistung|résultat|évaluation|performances|resultado|evaluaci|rendimiento|результат|оценк|качеств|평가|결과|성능|評価|結果|性能/i.test(
    text,
  );
}

/** Why a table under this heading most likely holds no scores. */
export function announcesOther(text: string): 'hyper-parameters' | 'downloads' | 'hardware' | 'statistics' | undefined {
  if (/hyper-?param|training (?:details|config|arguments|procedure|setup)|超参/i.test(text)) return 'hyper-parameters';
  if (/download|下载|다운로드|ダウンロード/i.test(text)) return 'downloads';
  if (/hardware|requirement|carbon|environment|硬件|显存/i.test(text)) return 'hardware';
  if (
    /statistic|dataset (?:description|summary|size|structure)|data (?:split|composition|mix)|数据统计|训练数据/i.test(
      text,
    )
  )
    return 'statistics';
  return undefined;
}
