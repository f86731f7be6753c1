import type { Grid } from './grid';
import type { Score } from './reading';
import { isTellingHeading } from './vocabulary/headings';
import { isAverage, isMetricName, isSplitName, isValueWord } from './vocabulary/metrics';
import { modelLikeness } from './vocabulary/modelNames';
import { words, wordSet } from './vocabulary/words';

const TITLE_FILLERS =
  wordSet(`model card for the and evaluation results performance benchmark benchmarks introduction usage news with language large
  base chat instruct multilingual updates update`);
const LONGEST_TITLE = 60;

/** The words by which a card calls its model: those of its title. */
export function titleWordsOf({ headings }: Grid): ReadonlySet<string> {
  const title = headings[0] ?? '';
  if (title.length > LONGEST_TITLE) return new Set();
  return new Set(words(title).filter((word) => word.length > 2 && !/^\d+$/.test(word) && !TITLE_FILLERS.has(word)));
}

/** Section numbers, and the notes of collapsed sections. */
const HEADING_NOISE = /^\d+(?:\.\d+)*\.?\s+|\s*\((?:click|tap)[^()]*\)/gi;

/** The heading above a table, where it names a benchmark or field and not just results or a model. */
export function benchmarkHeading({ headings }: Grid, titleWords: ReadonlySet<string>): string | undefined {
  const heading = headings.length > 1 ? headings.at(-1) : undefined;
  if (heading === undefined || !isTellingHeading(heading)) return undefined;
  return modelLikeness(heading, titleWords) < 0.7 ? heading.replace(HEADING_NOISE, '').trim() : undefined;
}

/** Where names alone say too little, such as `Average` or `Accuracy`, the heading above names the benchmark. */
export function underHeading(scores: readonly Score[], heading: string | undefined): readonly Score[] {
  if (heading === undefined || !scores.some(({ name }) => saysLittle(name))) return scores;
  return scores.map((score) =>
    score.group === undefined && score.name !== heading ? { ...score, group: heading, groupSource: 'heading' } : score,
  );
}

function saysLittle(name: string): boolean {
  if (isMetricName(name) || isAverage(name) || isSplitName(name) || isValueWord(name)) return true;
  return /^[\d.,]+\s?\p{L}?$/u.test(name);
}
