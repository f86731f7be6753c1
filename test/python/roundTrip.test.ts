import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { EvaluationResult } from '../../src/results/evaluationResult';
import { withoutShots } from '../../src/results/shots';
import { results } from '../unit/results/arbitraries';
import { merge, result } from '../unit/results/support';

/** What the script prints of one metric. */
interface Claim {
  readonly name: string;
  readonly dataset: string;
  readonly split: string | null;
  readonly shots: number | null;
  readonly metric: string;
  readonly value: unknown;
  readonly source: readonly (string | null)[];
}

interface Card {
  readonly text: string;
  readonly wanted: readonly EvaluationResult[];
}

const HUB = 'https://huggingface.co/org/model';
const BOARD = 'https://huggingface.co/spaces/org/board';
const WITH_BOARD = `---
license: mit
model-index:
- name: my-model
  results:
  - task:
      type: text-generation
    dataset:
      name: MMLU (5-Shot)
      type: cais/mmlu
      config: all
      split: test
      args:
        num_few_shot: 5
    metrics:
    - type: accuracy
      value: 61.2
      name: accuracy
    source:
      url: ${BOARD}
      name: Board
---
# My Model
`;

const mmlu = { name: 'MMLU', config: 'all', split: 'test' };

/** Cards whose results share what those tools tell results by, and others that are just hard to write. */
const CARDS: Readonly<Record<string, Card>> = {
  'shots in one dataset': {
    text: '# My Model\n',
    wanted: [
      result({ ...mmlu, value: '85.20', shots: 5 }),
      result({ ...mmlu, value: '80', shots: 0 }),
      result({ ...mmlu, value: '79.5' }),
    ],
  },
  'several metrics': {
    text: '---\r\nlicense: mit\r\n---\r\n# My Model\r\n',
    wanted: [
      result({ name: 'SQuAD', value: '88.1', metric: 'f1' }),
      result({ name: 'SQuAD', value: '80.0', metric: 'exact_match', metricName: 'EM' }),
    ],
  },
  'sources in one dataset': {
    text: WITH_BOARD,
    wanted: [
      result({ ...mmlu, value: '60.0', shots: 0, url: HUB, source: 'Model card' }),
      result({ ...mmlu, value: '62.5', shots: 25, url: HUB, source: 'Model card' }),
      result({ ...mmlu, value: '0.5', metric: 'f1', url: 'https://example.org/paper' }),
    ],
  },
  'names in one dataset': {
    text: '',
    wanted: [
      result({ name: 'MMLU STEM', type: 'cais/mmlu', value: '1.5' }),
      result({ name: 'MMLU Humanities', type: 'cais/mmlu', value: '2.5' }),
      result({ name: 'MMLU', type: 'cais/mmlu', value: '3.5', shots: 5 }),
    ],
  },
  'texts and numbers that YAML readers disagree on': {
    text: '---\nlanguage: "no"\n---\n',
    wanted: [
      ...['no', '2025-01-15', '1:30', '1_000', '1e-7', '=', '<<', '~', '0o7', "it's: #1", '中文推理', '🤗 Bench'].map(
        (name, index) => result({ name, type: `b-${String(index)}`, value: `${String(index)}.50`, config: name }),
      ),
      result({ name: 'Perplexity', type: 'x', value: '1e-7', split: '012', metric: 'perplexity' }),
      result({ name: 'Elo', type: 'y', value: '1287', metric: 'elo' }),
    ],
  },
};

describe('cards that were merged into', function () {
  this.timeout(300_000);

  it('lose nothing when huggingface_hub loads and saves them', () => {
    const cards = { ...CARDS };
    fc.sample(results, { numRuns: 200, seed: 1 }).forEach((wanted, index) => {
      cards[`any results ${String(index)}`] = { text: index % 2 === 0 ? WITH_BOARD : '# My Model\n', wanted };
    });
    const merged = Object.entries(cards).map(([name, card]) => ({ name, ...merge(card.text, card.wanted) }));
    const kept = roundTrip(merged.map(({ text }) => text));
    merged.forEach(({ name, added }, index) => {
      const { loaded = [], saved = [] } = kept[index] ?? {};
      const expected = added.map(claimOf);
      assert.deepEqual(missing(expected, loaded), [], `${name}, loaded`);
      assert.deepEqual(missing(expected, saved), [], `${name}, saved`);
    });
  });
});

function roundTrip(texts: readonly string[]): readonly { readonly loaded: Claim[]; readonly saved: Claim[] }[] {
  const folder = mkdtempSync(join(tmpdir(), 'model-card-round-trip-'));
  try {
    texts.forEach((text, index) => {
      writeFileSync(join(folder, `${String(index).padStart(4, '0')}.md`), text);
    });
    const script = join('test', 'python', 'round_trip.py');
    const uv = process.env['MODEL_CARD_UV'] ?? 'uv';
    const output = execFileSync(uv, ['run', '--no-project', script, folder], {
      encoding: 'utf8',
      maxBuffer: 1e8,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const kept = new Map(
      output
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { readonly card: string; readonly loaded: Claim[]; readonly saved: Claim[] })
        .map((line) => [Number.parseInt(line.card, 10), line]),
    );
    return texts.map((_, index) => kept.get(index) ?? { loaded: [], saved: [] });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function claimOf({ dataset, metric, shots, source }: EvaluationResult): Claim {
  return {
    name: withoutShots(dataset.name),
    dataset: dataset.type,
    split: dataset.split ?? null,
    shots: shots ?? null,
    metric: metric.type,
    value: metric.value.number,
    source: [source?.url ?? null, source?.name ?? null],
  };
}

/** The claims that are not found again, each counted as often as it was made. */
function missing(expected: readonly Claim[], found: readonly Claim[]): readonly string[] {
  const left = found.map(keyOf);
  return expected.map(keyOf).filter((key) => {
    const at = left.indexOf(key);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function keyOf({ name, dataset, split, shots, metric, value, source }: Claim): string {
  return JSON.stringify([name, dataset, split, shots, metric, value, source]);
}
