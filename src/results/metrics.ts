import { nameKey } from './benchmarks';

/** Metric types of model-index (ids of the Hub's metrics where there is one) with the names tables use for them. */
const METRICS: Readonly<Record<string, readonly string[]>> = {
  accuracy: ['acc', 'acc.', 'top-1', 'top-1 accuracy', 'top1', 'accuracy (%)', 'micro average accuracy'],
  acc_norm: ['normalized accuracy', 'accuracy norm', 'acc norm'],
  balanced_accuracy: ['balanced accuracy', 'bacc'],
  macro_accuracy: ['macro_avg/acc', 'macro accuracy', 'macro avg acc'],
  top_5_accuracy: ['top-5', 'top-5 accuracy', 'top5', 'acc@5'],
  relaxed_accuracy: ['relaxed accuracy'],
  exact_match: ['em', 'exact match', 'final_em', 'macro_avg/em', 'em_maj1@1', 'average/em'],
  quasi_exact_match: ['qem', 'quasi exact match'],
  prefix_exact_match: ['pem', 'prefix exact match'],
  f1: ['f1 score', 'f1-score', 'f-score', 'f score', 'f_score', 'average/f1', 'f1 (%)'],
  macro_f1: ['macro f1', 'f1 macro', 'macro-f1', 'f1_macro'],
  micro_f1: ['micro f1', 'f1 micro', 'micro-f1', 'f1_micro'],
  weighted_f1: ['weighted f1', 'f1 weighted', 'f1_weighted'],
  precision: ['prec', 'p'],
  recall: ['rec', 'r', 'tpr', 'true positive rate'],
  false_positive_rate: ['fpr', 'false positive error'],
  specificity: ['tnr'],
  roc_auc: ['auc', 'auroc', 'roc auc', 'roc-auc'],
  average_precision: ['ap', 'average precision'],
  matthews_correlation: ['mcc', 'matthews corr', "matthew's correlation", 'matthews correlation coefficient'],
  'pass@1': ['pass1', 'pass_at_1', 'pass@1 (%)', 'pass@1 accuracy', 'p@1'],
  'pass@2': ['pass_at_2'],
  'pass@5': ['pass_at_5'],
  'pass@8': ['pass_at_8'],
  'pass@10': ['pass_at_10'],
  'pass@64': ['pass_at_64'],
  'pass@100': ['pass_at_100'],
  'maj@1': [],
  'maj@4': [],
  'maj@8': [],
  'maj@16': [],
  'maj@64': [],
  'maj@100': [],
  'maj@256': [],
  'cons@64': [],
  'avg@16': [],
  'avg@32': [],
  'avg@64': [],
  'recall@1': ['r@1', 'recall at 1'],
  'recall@5': ['r@5', 'recall at 5'],
  'recall@10': ['r@10', 'recall at 10'],
  'recall@100': ['r@100', 'recall at 100'],
  'hit@1': ['hits@1', 'hit rate@1'],
  'hit@10': ['hits@10', 'hit rate@10'],
  ndcg_at_10: ['ndcg@10', 'ndcg 10', 'ndcg_10'],
  ndcg_at_5: ['ndcg@5'],
  mrr: ['mean reciprocal rank', 'mrr@10', 'mrr_at_10'],
  map: ['mean average precision', 'map@10'],
  bleu: ['bleu-4', 'bleu4'],
  sacrebleu: ['spbleu'],
  chrf: ['chrf++', 'chrf2', 'chr-f'],
  comet: ['comet22', 'comet-22', 'wmt22-comet-da', 'xcomet', 'comet score'],
  bleurt: [],
  meteor: [],
  ter: [],
  sari: [],
  cider: ['cider-d'],
  spice: [],
  rouge: [],
  rouge1: ['rouge-1', 'r-1'],
  rouge2: ['rouge-2', 'r-2'],
  rougeL: ['rouge-l', 'rl', 'r-l', 'micro_avg/rougel'],
  rougeLsum: ['rouge-lsum'],
  bertscore: ['bert score', 'bert-score'],
  perplexity: ['ppl', 'word perplexity', 'word_perplexity'],
  byte_perplexity: ['byte perplexity'],
  bits_per_byte: ['bpb', 'bits per byte'],
  loss: ['eval loss', 'validation loss', 'eval_loss'],
  wer: ['word error rate', 'wer (%)'],
  cer: ['character error rate', 'cer (%)'],
  mer: ['match error rate'],
  der: ['diarization error rate'],
  eer: ['equal error rate'],
  mos: ['mean opinion score'],
  pesq: [],
  stoi: [],
  pearsonr: ['pearson', 'pearson r', 'pearson correlation', 'plcc'],
  spearmanr: ['spearman', 'spearman r', 'spearman correlation', 'srcc', "spearman's rho"],
  kendalltau: ['kendall', 'kendall tau', 'kendalls tau'],
  cosine_accuracy: ['cosine accuracy'],
  pearson_cosine: ['pearson cosine'],
  spearman_cosine: ['spearman cosine', 'cosine spearman', 'cos_sim_spearman'],
  v_measure: ['v-measure', 'v measure'],
  mae: ['mean absolute error'],
  mse: ['mean squared error'],
  rmse: ['root mean squared error'],
  mape: [],
  smape: [],
  mase: [],
  r_squared: ['r2', 'r squared', 'r-squared'],
  mean_iou: ['miou', 'mean iou', 'iou', 'jaccard'],
  dice: ['dice score', 'dice coefficient'],
  mean_average_precision: ['map50-95', 'map@50-95', 'map@[.5:.95]', 'box ap', 'bbox ap'],
  mean_average_precision_50: ['map50', 'map@50', 'map@0.5', 'ap50'],
  panoptic_quality: ['pq'],
  mask_average_precision: ['segm ap', 'mask ap'],
  j_and_f: ['j&f', 'j and f'],
  fid: ['frechet inception distance'],
  inception_score: [],
  clip_score: ['clip score', 'clipscore', 'clip-s'],
  psnr: [],
  ssim: [],
  lpips: [],
  anls: ['anls score'],
  vqa_accuracy: ['vqa score', 'vqa accuracy'],
  normalized_edit_distance: ['ned', 'edit distance', 'normalized edit distance', 'edit'],
  teds: ['table teds'],
  cdm: [],
  elo: ['elo rating', 'elo score'],
  rating: [],
  percentile: [],
  win_rate: ['win rate', 'winrate', 'win-rate', 'win rate (%)'],
  length_controlled_win_rate: ['lc win rate', 'lc-winrate', 'lc winrate', 'length-controlled win rate', 'lc wr'],
  success_rate: ['success rate'],
  attack_success_rate: ['attack success rate'],
  refusal_rate: ['refusal rate'],
  resolved: ['% resolved', 'resolve rate', 'resolved rate', 'resolved (%)'],
  mc1: ['mc1 accuracy', 'truthfulqa mc1'],
  mc2: ['mc2 accuracy', 'truthfulqa mc2'],
  prompt_level_strict_acc: [
    'prompt strict',
    'prompt-strict',
    'prompt strict-acc.',
    'prompt level strict',
    'prompt strict accuracy',
  ],
  inst_level_strict_acc: [
    'strict accuracy',
    'inst strict',
    'instruction strict',
    'inst level strict',
    'instruction-level strict',
  ],
  prompt_level_loose_acc: ['prompt loose', 'prompt level loose', 'prompt loose accuracy'],
  inst_level_loose_acc: ['inst loose', 'instruction loose', 'inst level loose'],
  mean_reward: ['mean reward'],
  brier_score: ['brier', 'brier score'],
  silhouette: [],
  uas: ['unlabeled attachment score'],
  las: ['labeled attachment score'],
  judge_score: ['gpt4 score', 'llm judge', 'judge score'],
};

/** The type of a metric whose name the source does not state and that no benchmark implies. */
export const UNNAMED_METRIC = 'score';

const TYPES = new Map<string, string>();
for (const [type, names] of Object.entries(METRICS)) {
  for (const name of [type, ...names]) TYPES.set(metricKey(name), type);
}

/** `@` counts in a metric's name: `pass@1` is no `pass 1`. */
function metricKey(name: string): string {
  return nameKey(name.replaceAll('@', ' at '));
}

/** The metric type that a name stands for, if it is one that is known. */
export function knownMetricType(name: string): string | undefined {
  return TYPES.get(metricKey(name));
}

/** The metric type for a name as a table has it: a known one, or the name made into an id. */
export function metricType(name: string): string {
  const slug = name
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/[^\p{L}\p{N}@/.+-]+/gu, '_')
    .replace(/^_+|_+$/g, '');
  return knownMetricType(name) ?? (/[\p{L}\p{N}]/u.test(slug) ? slug : UNNAMED_METRIC);
}
