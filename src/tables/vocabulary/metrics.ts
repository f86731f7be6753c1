import { VALUE_WORDS } from './roles';
import { saysOnly, words, wordSet } from './words';

const METRICS =
  wordSet(`accuracy acc accuracies f1 f2 em exact match precision recall auc auroc auprc roc map mrr ndcg bleu sacrebleu chrf chrf2 chr comet
  rouge rouge1 rouge2 rougel rougelsum meteor cider spice bertscore wer cer ter per mer der eer ppl perplexity mse rmse mae mape
  r2 pearson spearman kendall kappa mcc matthews correlation iou miou dice ap ap50 ap75 map50 map75 map95 fid lpips ssim psnr hits hit rate winrate
  win elo score scores rating error errors err specificity sensitivity tpr fpr tnr fnr far frr mos nmi ari success uas las ned
  anls bpb bpc loss top1 top5 agreement similarity cosine euclidean manhattan dot points percentile 准确率 精度 精确率 召回率
  f1值 困惑度 正确率 胜率 成功率 错误率 字错误率 词错误率 genauigkeit exactitude précision rappel precisión exactitud точность
  정확도 정밀도 재현율 正解率`);
const METRIC_FILLERS =
  wordSet(`micro macro weighted avg average mean median norm normalized strict flexible relaxed prompt level inst instruction loose
  top k n at of test val validation valid dev eval final best max overall total value values and or in r p cons pass maj f beta
  hard soft word character char token sentence the new l lsum`);
const AT_METRIC =
  /^(?:[\p{L}-]{1,12}|top)[\s_-]?@[\s_-]?\(?\d+k?\)?(?: ?\([^)]*\))?$|^top-?\d+(?: acc(?:uracy)?\.?)?$/iu;

/** Whether a text is nothing but a metric's name: `F1`, `acc_norm`, `pass@1`, `Micro average accuracy`. */
export function isMetricName(text: string): boolean {
  if (text.length > 60) return false;
  if (/^[prf]$/i.test(text)) return true;
  if (/@|^top/i.test(text) && AT_METRIC.test(text)) return true;
  let found = false;
  for (const word of words(text)) {
    if (METRICS.has(word)) found = true;
    else if (!METRIC_FILLERS.has(word) && !/^\d+$/.test(word)) return false;
  }
  return found;
}

/** Whether a metric is named anywhere in a text: `AlpacaEval (win rate %)`, `LAMBADA PPL`. */
export function mentionsMetric(text: string): boolean {
  return /@\s?\d/.test(text) || words(text).some((word) => METRICS.has(word));
}

const SPLITS =
  wordSet(`train training val valid validation dev development test testmini testset heldout holdout eval evaluation matched
  mismatched clean other public private 验证集 测试集 训练集`);
const SPLIT_FILLERS = wordSet('set split');

/** Whether a text names a part of a dataset and nothing else: `test`, `dev-clean`, `Validation set`. */
export function isSplitName(text: string): boolean {
  return saysOnly(text, SPLITS, SPLIT_FILLERS) && words(text).length <= 3;
}

/** Whether a text says no more than "the value": `Score`, `Result (%)`, `得分`. */
export function isValueWord(text: string): boolean {
  return saysOnly(text, VALUE_WORDS, METRIC_FILLERS) && words(text).length <= 2;
}

const AVERAGES =
  wordSet(`avg average mean overall total aggregate sum all 平均 平均分 均值 总分 总体 综合 总平均 总计 整体 durchschnitt gesamt
  mittelwert moyenne promedio media среднее 평균 전체 総合 合計`);
const AVERAGE_FILLERS = wordSet(
  'score scores accuracy acc micro macro weighted of tasks task the metric performance result results type',
);

/** Whether a text names an average over benchmarks and no benchmark; `(56)` may say over how many. */
export function isAverage(text: string): boolean {
  return saysOnly(text.replace(/\(\d+\)/, ''), AVERAGES, AVERAGE_FILLERS);
}

/** Whether a text ends in a word for an average: `Reading average`, `Overall`. */
export function namesAverage(text: string): boolean {
  return isAverage(text) || AVERAGES.has(words(text).at(-1) ?? '');
}
