import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { withResultFile } from '../../src/openResultFile';
import { Benchmarks } from '../../src/results/benchmarks';
import type * as Runs from '../../src/results/runs/readRun';
import { Method, zip } from '../unit/results/runs/support';
import { inChild } from './child';
import { type Figure, figure, median } from './measure';

const SAMPLES = 2000;
const SAMPLE = { id: 1, messages: ['A question and an answer to it. '.repeat(3200)], score: 'C' };
const HEADER = {
  version: 2,
  status: 'success',
  eval: { task: 'gsm8k', dataset: { samples: SAMPLES }, model: 'vllm/acme/anvil', config: {}, packages: {} },
  results: {
    total_samples: SAMPLES,
    scores: [{ name: 'match', metrics: { accuracy: { name: 'accuracy', value: 0.5 } } }],
  },
};

/** What is measured of result files, in a process of its own. */
export const resultFileChildren = { 'result-file': readResultFile };

/** How long it takes to read what a log of 200 MB says of its results, and how much memory. */
export function resultFileFigures(): readonly Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'model-card-'));
  try {
    const files = { json: writeJsonLog(join(folder, 'log.json')), eval: writeEvalLog(join(folder, 'log.eval')) };
    return Object.entries(files).flatMap(([kind, path]) => {
      const reads = Array.from({ length: 5 }, () => inChild('result-file', { MODEL_CARD_BENCH_FILE: path }));
      const of = (name: string) => median(reads.map((read) => read[name] ?? NaN));
      return [
        figure(`reading the results of an inspect log of 200 MB, .${kind}`, of('time'), 'ms', 300),
        figure(`memory of the process that does`, of('memory'), 'MB', 100),
      ];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeJsonLog(path: string): string {
  const file = openSync(path, 'w');
  writeSync(file, `${JSON.stringify(HEADER).slice(0, -1)},"samples":[`);
  for (let sample = 0; sample < SAMPLES; sample++)
    writeSync(file, `${sample === 0 ? '' : ','}${JSON.stringify(SAMPLE)}`);
  writeSync(file, ']}');
  closeSync(file);
  return path;
}

function writeEvalLog(path: string): string {
  const content = JSON.stringify(SAMPLE);
  const samples = Array.from({ length: SAMPLES }, (_, index) => {
    return { name: `samples/${String(index)}_epoch_1.json`, content, method: Method.zstandard };
  });
  const file = openSync(path, 'w');
  const archive = zip([...samples, { name: 'header.json', content: JSON.stringify(HEADER), method: Method.zstandard }]);
  writeSync(file, archive);
  closeSync(file);
  return path;
}

async function readResultFile(): Promise<Readonly<Record<string, number>>> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { readRun } = require(resolve('dist/result-files.js')) as typeof Runs;
  const began = performance.now();
  let memory = 0;
  const run = await withResultFile(process.env['MODEL_CARD_BENCH_FILE'] ?? '', (file) => {
    const read = (offset: number, length: number) => {
      memory = Math.max(memory, process.memoryUsage.rss());
      return file.read(offset, length);
    };
    return readRun({ ...file, read }, new Benchmarks([]));
  });
  const time = performance.now() - began;
  if (run.kind === 'problem' || run.results.length !== 1) throw new Error('The log was not read.');
  return { time, memory: Math.max(memory, process.memoryUsage.rss()) / 1e6 };
}
