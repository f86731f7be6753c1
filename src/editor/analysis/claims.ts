import type { TextRange } from '../../card/text';
import type { ClaimLine } from '../../results/claimLines';
import type { CardAnalysis, IndexedMetric } from '../../results/types';

/** What model-index claims, in the order of the card. */
export interface Claims {
  readonly entries: readonly { readonly name: string; readonly claims: readonly Claim[] }[];
  /** Why the front matter cannot be read, where it cannot. */
  readonly problem?: { readonly message: string; readonly line: number };
}

/** One number that model-index claims, as texts for a person. */
export interface Claim {
  readonly task: string;
  readonly dataset: string;
  readonly datasetId: string;
  readonly metric: string;
  readonly shots: string;
  readonly value: string;
  /** Where the value stands in the card. */
  readonly valueRange: TextRange;
  readonly source: string;
  readonly verified: boolean;
  /** 1-based line in the front matter. */
  readonly line: number;
  /** Where a table of the card says it too. */
  readonly inTable?: ClaimLine;
}

/** The claims of model-index with the table lines that were found for them. */
export function claimsOf({ metadata }: CardAnalysis, lines: ReadonlyMap<IndexedMetric, ClaimLine>): Claims {
  return {
    ...(metadata.problem && { problem: { message: metadata.problem.message, line: metadata.problem.line } }),
    entries: metadata.entries.map(({ name, metrics }) => ({
      name: name ?? '',
      claims: metrics.map((metric) => claimOf(metric, lines.get(metric))),
    })),
  };
}

function claimOf({ result, line, valueRange, verified }: IndexedMetric, inTable: ClaimLine | undefined): Claim {
  const { task, dataset, metric, shots, source } = result;
  return {
    task: task.name ?? task.type,
    dataset: dataset.name === '' ? dataset.type : dataset.name,
    datasetId: [dataset.type, dataset.config, dataset.split].filter((part) => part !== undefined).join(' · '),
    metric: metric.name ?? metric.type,
    shots: shots === undefined ? '' : String(shots),
    value: metric.value.text,
    valueRange,
    source: source?.name ?? source?.url ?? '',
    verified,
    line,
    ...(inTable && { inTable }),
  };
}
