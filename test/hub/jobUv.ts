import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoopbackHub } from './server/start';

/** Results of a run of inspect on vLLM in the product's own form, as the scripts leave them. */
export function ownResults(model: string, result: object): object {
  return {
    ...{ format: 'model-card-results/1', model, model_source: 'hub' },
    ...{ framework: 'inspect', framework_version: '0.3.260', backend: 'vllm' },
    ...{ finished: '2026-11-25T05:00:00+00:00', settings: {} },
    results: [{ metric: 'accuracy', value: 0.625, stderr: 0.02, higher_is_better: true, partial: false, ...result }],
  };
}

/**
 * Has the jobs of a hub find a stand-in for uv in a folder: what runs a model would take hours, and the Python suite runs it
 * for real. It prints the results, unless the folder has a file `stay`: then it goes on until it is ended.
 */
export function placeJobUv(folder: string, { state }: LoopbackHub, results: object): void {
  const program = [
    `#!${process.execPath}`,
    "console.log('Evaluating in a job');",
    "if (require('node:fs').existsSync(require('node:path').join(__dirname, 'stay'))) setInterval(() => {}, 1000);",
    "else console.log(['-----BEGIN MODEL CARD RESULTS-----', " +
      `${JSON.stringify(JSON.stringify(results, null, 2))}, '-----END MODEL CARD RESULTS-----'].join('\\n'));`,
    '',
  ];
  const path = join(folder, 'uv');
  writeFileSync(path, program.join('\n'));
  chmodSync(path, 0o755);
  const { environment } = state.jobs;
  environment['PATH'] = `${folder}:${process.env['PATH'] ?? ''}`;
  environment['TMPDIR'] = folder;
}
