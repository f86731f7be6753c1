import assert from 'node:assert/strict';
import { LineIndex } from '../../../src/card/text';
import { findTables } from '../../../src/tables/find';
import { readTable } from '../../../src/tables/read';
import type { Score, TableReading } from '../../../src/tables/reading';

/** Reads the first table of a Markdown text. */
export function readFirst(markdown: string): TableReading {
  const lines = new LineIndex(markdown);
  const [grid] = findTables(markdown, 0, lines).tables;
  if (grid === undefined) throw new Error('There is no table in the text.');
  return readTable(markdown, grid, lines);
}

/** The whole reading in lines: the orientation or reason, then a line for each model with its scores. */
export function summarize(markdown: string): readonly string[] {
  const reading = readFirst(markdown);
  if (!reading.evaluation) return [`no scores: ${reading.noScores ?? ''}`];
  return [
    reading.orientation ?? '',
    ...reading.models.map(({ name, scores }) => `${name}: ${scores.map(scoreText).join(', ')}`),
  ];
}

/** One score in short: `General > MMLU [acc] 5-shot = 85.2% ± 0.3`. */
export function scoreText(score: Score): string {
  const { group, name, metric, shots, numbers, unit, uncertainty, config, split, higherIsBetter } = score;
  return [
    ...(group === undefined ? [] : [group, score.groupSource === 'heading' ? '>>' : '>']),
    name,
    ...(metric === undefined ? [] : [`[${metric}]`]),
    ...(config === undefined ? [] : [`{${config}}`]),
    ...(split === undefined ? [] : [`<${split}>`]),
    ...(shots === undefined ? [] : [`${shots}-shot`]),
    '=',
    numbers.map(({ text, part }) => (part === undefined ? text : `${part} ${text}`)).join(' & ') + (unit ?? ''),
    ...(uncertainty === undefined ? [] : [`± ${uncertainty}`]),
    ...(higherIsBetter === undefined ? [] : [higherIsBetter ? '↑' : '↓']),
  ].join(' ');
}

/** A table and what a careful reader takes from it. */
export type ReadingCase = readonly [what: string, markdown: string, summary: readonly string[]];

/** Tests each table against its summary. */
export function checkReadings(cases: readonly ReadingCase[]): void {
  for (const [what, markdown, expected] of cases) {
    it(what, () => assert.deepEqual(summarize(markdown), expected));
  }
}
