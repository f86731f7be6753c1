import { words, wordSet } from './words';

/** What a column of labels, or the axis its header names, holds. `part` is a language or subject of a benchmark, an
 * `ingredient` something a model is made of. */
export type LabelRole =
  | 'model'
  | 'ingredient'
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
    wordSet(`model models method methods approach approaches system systems algorithm algorithms algo algos agent agents network
      networks variant variants llm llms mllm vlm baseline baselines quantization quantisation quant quants
      participant team embedder embeddings reranker retriever pipeline run
      modell modelle modèle modèles modelo modelos modello модель 模型 模型名称 方法 模型版本 版本 모델 모델명 モデル モデル名`),
  ],
  [
    'benchmark',
    wordSet(`benchmark benchmarks bench benches dataset datasets task tasks testset testsets evaluation evaluations eval evals test tests suite exam env envs environment environments
      exams corpus corpora data aufgabe aufgaben datensatz datensätze tâche tâches tarea tareas conjunto
      бенчмарк датасет задача 基准 基准测试 测试集 数据集 评测集 评测 任务 测试 评测基准 벤치마크 데이터셋 태스크 과제 ベンチマーク データセット タスク`),
  ],
  [
    'part',
    wordSet(
      'language languages lang langpair pair pairs subject subjects subtask subtasks sprache langue langues idioma язык 语言 科目 언어 言語',
    ),
  ],
  [
    'metric',
    wordSet(
      'metric metrics measure measures metrik metriken métrique métriques métrica métricas метрика 指标 评价指标 评测指标 지표 指標',
    ),
  ],
  [
    'group',
    wordSet(`domain domains topic topics category categories capability capabilities area areas skill skills ability abilities modality section group type
      types class dimension kategorie catégorie categoría категория 类别 分类 能力 能力维度 维度 领域 类型 카테고리 분류 カテゴリ カテゴリー`),
  ],
  ['split', wordSet('split splits subset subsets partition fold teilmenge 子集 划分')],
  [
    'config',
    wordSet(
      'filter config configuration setting settings setup prompt prompting mode condition variant strategy 设置 配置',
    ),
  ],
  [
    'value',
    wordSet(`value values score scores result results performance wert werte ergebnis ergebnisse valeur valeurs valor valores
      resultado resultados résultat résultats punkte punktzahl значение результат 得分 分数 结果 数值 值 成绩 값 점수 결과 スコア 値 結果`),
  ],
];

/** Headers that mean this only when they say nothing else. */
const EXACT_ROLES: readonly (readonly [role: LabelRole, header: RegExp])[] = [
  ['index', /^(?:#|№|no\.?|nr\.?|idx|index|id|rank(?:ing)?|place|rang|platz|排名|序号|编号|名次|순위|順位)$/i],
  [
    'error',
    /^(?:±|\+\/-|std[ _]\w+|\w+[ _]std|std\.?(?: ?(?:err(?:or)?|dev(?:iation)?)\.?)?|stderr|stdev|sem|standard (?:error|deviation)|(?:95 ?% ?)?ci|confidence interval|标准差|误差)$/i,
  ],
  [
    'ignored',
    /^(?:versions?|revision|commit(?: hash)?|hash|notes?|comments?|links?|urls?|licen[cs]e|paper|source|ref(?:erence)?s?|date|release(?: date)?)$/i,
  ],
  [
    'ingredient',
    /^(?:base|foundation|parent|teacher)[ _-](?:model|llm|lm)$|(?:^|[ _-])(?:backbones?|encoder|decoder|llm|lm|vlm)$|^(?:基座|基础|底座)模型$/i,
  ],
  ['model', /^(?:name|名称|이름|名前)$/i],
];

/** The role that a header names: by its last word, else its first, so that `Model type` and `Dataset (English)` are understood. */
export function headerRole(text: string): LabelRole | undefined {
  // `Benchmark \ Model` in the corner names the rows first, the columns second.
  const header = text.split(/\s*[\\/|]\s*/)[0] ?? '';
  const exact = EXACT_ROLES.find(([, pattern]) => pattern.test(header))?.[0];
  // A digit makes a name of it, such as that of one exam.
  if (exact !== undefined || /\d|^(?:(?:pre-?)?train|fine-?tun|extra)/i.test(header)) return exact;
  const all = words(header.replace(/\([^)]*\)/g, ' ')).filter((word) => !NAMING_WORDS.has(word));
  if (all.length > 3) return undefined;
  const [first, last] = [all[0], all.at(-1)].map((word) => ROLE_WORDS.find(([, known]) => known.has(word ?? ''))?.[0]);
  return last ?? first;
}
const NAMING_WORDS = wordSet('name names id of the a our version versions 名称 名');

/** Words that say no more than "the value". */
export const VALUE_WORDS = ROLE_WORDS.find(([role]) => role === 'value')?.[1] ?? new Set<string>();
