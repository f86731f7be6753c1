import { words, wordSet } from './words';

const HEADING_STOP_WORDS =
  wordSet(`results result evaluation evaluations eval performance benchmark benchmarks metrics metric quantitative
  analysis analyses comparison comparisons experiments experiment experimental scores score main overview summary detailed details more other general
  model models table click expand view show see here below with and the of on for in our to vs base chat instruct tuned pretrained pre trained finetuned training testing data
  accuracy standard core section introduction usage news updates about full all
  评测 评测结果 结果 性能 评估 实验 实验结果 效果 对比 测评 测评结果 ergebnisse auswertung résultats évaluation resultados evaluación результаты оценка 평가 결과 성능 실험 評価 結果`);

const DATED = /\b(?:19|20)\d\d\b|^v?\d+\.\d+|^click to/i;

/** Whether a heading names something of its own, a benchmark or a field, and not just "Evaluation results". */
export function isTellingHeading(text: string): boolean {
  const all = words(text);
  if (all.length === 0 || all.length > 8 || DATED.test(text)) return false;
  return all.some((word) => !HEADING_STOP_WORDS.has(word) && !/^\d/.test(word));
}

/** Whether a heading or caption announces results of an evaluation. */
export function announcesScores(text: string): boolean {
  return /result|evaluat|benchmark|performance|score|accuracy|metric|leaderboard|comparison|评测|评估|结果|性能|测评|效果|指标|准确率|ergebnis|auswertung|leistung|résultat|évaluation|performances|resultado|evaluaci|rendimiento|результат|оценк|качеств|평가|결과|성능|評価|結果|性能/i.test(
    text,
  );
}

/** What a table under such a heading holds when it holds no scores. */
export type OtherContent = 'hyper-parameters' | 'downloads' | 'hardware' | 'speed' | 'statistics';

const OTHER_CONTENT: readonly (readonly [content: OtherContent, heading: RegExp])[] = [
  ['hyper-parameters', /hyper-?param|training (?:details|config|arguments|procedure|setup)|超参/i],
  ['downloads', /download|下载|다운로드|ダウンロード/i],
  ['hardware', /hardware|requirement|carbon|environment|gpu mem|memory (?:usage|consumption)|硬件|显存/i],
  [
    'speed',
    /inference (?:speed|performance|efficiency)|throughput|latency|time[- ]to[- ]first|推理性能|推理速度|耗时/i,
  ],
  [
    'statistics',
    /statistic|dataset (?:description|summary|size|structure|information)|data (?:split|composition|mix)|tokeni[sz]|vocabulary|数据统计|训练数据|词表|分词/i,
  ],
];

/** What a heading or caption announces instead of scores. */
export function announcesOther(text: string): OtherContent | undefined {
  return OTHER_CONTENT.find(([, heading]) => heading.test(text))?.[0];
}
