import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineIndex } from '../../../src/card/text';
import { bodyStart, locateFrontMatter } from '../../../src/card/frontMatter';
import { findTables } from '../../../src/tables/find';
import { matchModel } from '../../../src/tables/modelName';
import { readTable } from '../../../src/tables/read';
import type { ModelReading } from '../../../src/tables/reading';

interface Fragment {
  readonly id: string;
  readonly md: string;
  /** The repository that the fragment is the card of. */
  readonly model: string;
  /** The values a reader takes, under free names. */
  readonly truth: Readonly<Record<string, number>>;
}

const fragments = JSON.parse(readFileSync(join(process.cwd(), 'test/fixtures/fragments.json'), 'utf8')) as Fragment[];

/** Fragments whose model no exact name gives: the person chooses, and here does so by the name or place in the table. */
const CHOSEN: Readonly<Record<string, string | readonly number[]>> = {
  'comparison-bold-best-no-match': 'Ours',
  'comparison-no-match-first-col-other': 'Ours',
  'na-cells-no-match': 'Ours',
  'transposed-col-index': 'Ours',
  // The repository says "7B", the header does not: near, but a guess.
  'shots-column': 'My Model',
  'model-name-instruct-missing': 'My-Model',
  // Two columns of one name: neither is preselected, and each is a model of its own.
  'dup-header': [0, 1],
};

/** Where a reader would take other values than the fragment says, with the reason. */
const OTHERWISE: Readonly<Record<string, { readonly values: readonly number[]; readonly because: string }>> = {
  'slash-pair': { values: [85.2, 83.1, 91.3], because: 'both numbers of the pair stand for the model' },
  'dup-bench': {
    values: [85.2, 85.2, 50, 60],
    because: 'the reading shows every row; which one counts is decided when results are made',
  },
  'lighteval-output': { values: [0.6514, 0.6514], because: 'the row "all" is an average, and averages are scores' },
  'col-index-out-of-range': { values: [85.2], because: 'no column is asked for here, and the table has one score' },
  'col-index-neg': { values: [85.2], because: 'no column is asked for here, and the model is named exactly' },
};

describe('the fragments', () => {
  for (const { id, md, model, truth } of fragments) {
    it(id, () => {
      const values = readValues(md, model, CHOSEN[id]);
      assert.deepEqual(sorted(values), sorted(OTHERWISE[id]?.values ?? Object.values(truth)), OTHERWISE[id]?.because);
    });
  }
});

function readValues(
  markdown: string,
  model: string,
  choice: string | readonly number[] | undefined,
): readonly number[] {
  const start = bodyStart(locateFrontMatter(markdown));
  const lines = new LineIndex(markdown);
  return findTables(markdown, start, lines).tables.flatMap((grid) => {
    const { evaluation, models } = readTable(markdown, grid, lines);
    if (!evaluation) return [];
    return chosen(models, model, choice).flatMap(({ scores }) =>
      scores.flatMap(({ numbers }) => numbers.map(({ value }) => value)),
    );
  });
}

function chosen(
  models: readonly ModelReading[],
  name: string,
  choice: string | readonly number[] | undefined,
): readonly ModelReading[] {
  if (models.length === 1 && models[0]?.name === '') return models;
  const match = matchModel(
    models.map((model) => model.name),
    [{ name, from: 'repository' }],
  );
  if (choice === undefined) return match.kind === 'exact' ? [models[match.index]!] : [];
  assert.equal(match.kind, 'none');
  return typeof choice === 'string'
    ? models.filter((model) => model.name === choice)
    : choice.map((index) => models[index]!);
}

function sorted(values: readonly number[]): readonly number[] {
  return [...values].sort((a, b) => a - b);
}
