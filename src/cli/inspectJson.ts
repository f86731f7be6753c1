import type { CardAnalysis } from '../results/types';
import type { ModelReading, Score } from '../tables/reading';

/** The line of JSON that `inspect --json` prints for a card. */
export function inspectJson(file: string, analysis: CardAnalysis): string {
  const tables = analysis.tables.map(({ number, grid, reading }) => ({
    number,
    line: grid.line,
    endLine: grid.endLine,
    kind: grid.kind,
    heading: grid.headings.at(-1),
    evaluation: reading.evaluation,
    noScores: reading.noScores,
    orientation: reading.orientation,
    models: reading.evaluation ? reading.models.map(modelJson) : [],
  }));
  const nearTables = analysis.nearTables.map(({ line, endLine, reason, message }) => ({
    line,
    endLine,
    reason,
    message,
  }));
  return `${JSON.stringify({ file, tables, nearTables })}\n`;
}

function modelJson({ name, scores }: ModelReading): object {
  return { name, scores: scores.map(scoreJson) };
}

function scoreJson(score: Score): object {
  const { name, numbers, shots, group, metric, unit, uncertainty, config, split, higherIsBetter, line } = score;
  const [only] = numbers;
  const value = numbers.length === 1 ? { value: only?.value } : { values: numbers.map((number) => number.value) };
  return { name, ...value, shots, group, metric, unit, uncertainty, config, split, higherIsBetter, line };
}
