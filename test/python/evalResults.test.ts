import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import fc from 'fast-check';
import { entryOf } from '../../src/results/evalResults/entryOf';
import { planEvalMerge, type WantedEntry } from '../../src/results/evalResults/merge';
import type { EvaluationResult } from '../../src/results/evaluationResult';
import { results } from '../unit/results/arbitraries';
import { knowing } from '../unit/results/evalResults/support';
import { result } from '../unit/results/support';

/** An entry as the Hub's tools understand it. */
type PythonEntry = Readonly<Record<string, unknown>>;

const MEASURED: EvaluationResult = {
  ...result({ name: 'GSM8K', value: '0.42150', shots: 5, metric: 'exact_match', metricName: 'em (lighteval)' }),
  dataset: { type: 'openai/gsm8k', name: 'GSM8K', revision: '0123456' },
  standardError: '0.0136',
  date: '2026-11-20',
  source: { url: 'https://huggingface.co/acme/anvil', name: "lighteval: 'new' #1" },
  run: { framework: 'lighteval', version: '0.13.0', notes: 'bfloat16' },
};

/** A file that the Hub signed, as another tool wrote it. */
const SIGNED = `- dataset: {id: cais/hle, task_id: hle}
  value: 20.90
  verifyToken: "eyJ.x.y"
  date: "2025-01-15"
  notes: "no-tools"
`;

describe('files of .eval_results', function () {
  this.timeout(300_000);

  it('are accepted by huggingface_hub, which reads what was written', () => {
    const written: { readonly text: string; readonly entries: readonly WantedEntry[]; readonly before: number }[] = [];
    const add = (wanted: readonly WantedEntry[], before: string | null): void => {
      const paths = new Set(wanted.map(({ path }) => path));
      for (const path of paths) {
        const present = before === null ? [] : [{ path, text: before }];
        const planned = planEvalMerge(
          present,
          wanted.filter((one) => one.path === path),
          'keep',
        );
        if (planned.kind !== 'merge') throw new Error(planned.message);
        for (const { text } of planned.files) {
          written.push({ text, entries: planned.added, before: before === null ? 0 : 1 });
        }
      }
    };
    add(entriesOf([MEASURED]), null);
    add(entriesOf([MEASURED]), SIGNED);
    for (const notes of ['8-shot, no tools', 'it: "said" #1 \\', ' - ', 'null', '0x1F', 'd’après 日本']) {
      add(entriesOf([MEASURED], notes), null);
    }
    for (const any of fc.sample(results, { numRuns: 100, seed: 1 })) add(entriesOf(any.map(onLeaderboard)), null);
    assert.ok(written.length > 50, String(written.length));

    const read = readByPython(written.map(({ text }) => text));
    written.forEach(({ entries, before }, index) => {
      assert.deepEqual(read[index]?.slice(before), entries.map(asPython));
      const [signed] = before > 0 ? (read[index] ?? []) : [];
      assert.equal(signed?.['verify_token'], before > 0 ? 'eyJ.x.y' : undefined);
    });
  });
});

/** Any result as one of a benchmark that has a leaderboard. */
function onLeaderboard(one: EvaluationResult): EvaluationResult {
  const { config: _config, ...dataset } = one.dataset;
  return { ...one, dataset: { ...dataset, type: 'openai/gsm8k' } };
}

function entriesOf(all: readonly EvaluationResult[], notes?: string): readonly WantedEntry[] {
  return all.map((one) => entryOf(one, knowing(), notes)).filter((one) => one.kind === 'entry');
}

function asPython({ entry }: WantedEntry): PythonEntry {
  const { dataset, value, date, source, notes } = entry;
  return {
    dataset_id: dataset.id,
    task_id: dataset.taskId,
    value: value.number,
    dataset_revision: dataset.revision ?? null,
    verify_token: null,
    date: date ?? null,
    source_url: source?.url ?? null,
    source_name: source?.name ?? null,
    source_user: null,
    source_org: null,
    notes: notes ?? null,
  };
}

function readByPython(texts: readonly string[]): readonly (readonly PythonEntry[])[] {
  const folder = join(mkdtempSync(join(tmpdir(), 'model-card-eval-results-')), '.eval_results');
  try {
    mkdirSync(folder);
    texts.forEach((text, index) => writeFileSync(join(folder, `${String(index).padStart(4, '0')}.yaml`), text));
    const uv = process.env['MODEL_CARD_UV'] ?? 'uv';
    const script = join('test', 'python', 'eval_results.py');
    const output = execFileSync(uv, ['run', '--no-project', script, folder], { encoding: 'utf8', maxBuffer: 1e8 });
    const read = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { file: string; entries: PythonEntry[] });
    assert.deepEqual(
      read.map(({ file }) => Number.parseInt(basename(file), 10)),
      [...texts.keys()],
    );
    return read.map(({ entries }) => entries);
  } finally {
    rmSync(dirname(folder), { recursive: true });
  }
}
