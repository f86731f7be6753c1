/** What one of the service's scores measures; a score of a known benchmark takes its dataset and metric from that. */
export interface Measure {
  readonly name: string;
  readonly metric?: string;
}

/**
 * The service's names of scores. Indices go from 0 to 100, benchmarks from 0 to 1, the omniscience index from -100 to 100.
 * https://artificialanalysis.ai/data-api/docs
 */
const MEASURES: Readonly<Record<string, Measure>> = {
  artificial_analysis_intelligence_index: { name: 'Artificial Analysis Intelligence Index', metric: 'index' },
  artificial_analysis_coding_index: { name: 'Artificial Analysis Coding Index', metric: 'index' },
  artificial_analysis_agentic_index: { name: 'Artificial Analysis Agentic Index', metric: 'index' },
  artificial_analysis_math_index: { name: 'Artificial Analysis Math Index', metric: 'index' },
  artificial_analysis_openness_index: { name: 'Artificial Analysis Openness Index', metric: 'index' },
  gpqa: { name: 'GPQA Diamond' },
  gpqa_diamond: { name: 'GPQA Diamond' },
  hle: { name: "Humanity's Last Exam" },
  mmlu_pro: { name: 'MMLU-Pro' },
  mmmu_pro: { name: 'MMMU-Pro' },
  livecodebench: { name: 'LiveCodeBench' },
  scicode: { name: 'SciCode', metric: 'accuracy' },
  math_500: { name: 'MATH-500' },
  aime: { name: 'AIME 2024' },
  aime_25: { name: 'AIME 2025' },
  ifbench: { name: 'IFBench', metric: 'accuracy' },
  lcr: { name: 'AA-LCR', metric: 'accuracy' },
  aa_lcr: { name: 'AA-LCR', metric: 'accuracy' },
  terminalbench_hard: { name: 'Terminal-Bench Hard', metric: 'accuracy' },
  terminalbench_v2_1: { name: 'Terminal-Bench 2.1', metric: 'accuracy' },
  tau2: { name: 'τ²-bench Telecom', metric: 'accuracy' },
  tau2_telecom: { name: 'τ²-bench Telecom', metric: 'accuracy' },
  tau_banking: { name: 'τ³-bench Banking', metric: 'accuracy' },
  aa_omniscience_index: { name: 'AA-Omniscience', metric: 'index' },
  aa_omniscience_accuracy: { name: 'AA-Omniscience', metric: 'accuracy' },
  aa_omniscience_non_hallucination_rate: { name: 'AA-Omniscience', metric: 'non_hallucination_rate' },
  gdpval_aa_elo: { name: 'GDPval-AA', metric: 'elo' },
  gdpval_aa_normalized: { name: 'GDPval-AA', metric: 'normalized_score' },
};

/** What a score measures; undefined for one that the service has added since. */
export function measureOf(score: string): Measure | undefined {
  return Object.hasOwn(MEASURES, score) ? MEASURES[score] : undefined;
}

/** The one score whose name the service gives a version. */
export const VERSIONED = 'artificial_analysis_intelligence_index';
