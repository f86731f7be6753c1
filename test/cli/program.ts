import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** The built program. */
export const PROGRAM = resolve('dist/cli.js');

/** What one call of the program left behind. */
export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A scratch folder, fresh for each test of the surrounding `describe`, in which the program runs. */
export class Scratch {
  path = '';

  constructor() {
    beforeEach(() => {
      this.path = join(mkdtempSync(join(tmpdir(), 'model-card-')), 'Anvil-7B');
      mkdirSync(this.path);
    });
    afterEach(() => rmSync(dirname(this.path), { recursive: true }));
  }

  /** Writes a file and gives its name back. */
  write(name: string, content: string | Buffer): string {
    mkdirSync(dirname(this.at(name)), { recursive: true });
    writeFileSync(this.at(name), content);
    return name;
  }

  /** The path of a file in the folder. */
  at(name: string): string {
    return join(this.path, name);
  }

  /** Runs `model-card` with `args` here. */
  run(...args: readonly string[]): Outcome {
    return this.#spawn(process.execPath, [PROGRAM, ...args]);
  }

  /** Runs a command line that the program printed, through a shell. */
  runPrinted(command: string): Outcome {
    const quoted = command.replace(/^model-card/, `"${process.execPath}" "${PROGRAM}"`);
    return this.#spawn('/bin/sh', ['-c', quoted]);
  }

  #spawn(file: string, args: readonly string[]): Outcome {
    const { status, stdout, stderr, error } = spawnSync(file, args, { cwd: this.path, encoding: 'utf8' });
    if (error) throw error;
    return { status, stdout, stderr };
  }
}

/** Joins the lines of a fixture. */
export function lines(...texts: readonly string[]): string {
  return `${texts.join('\n')}\n`;
}

/** A card without front matter that compares two models. */
export const TWO_MODELS = lines(
  '# Anvil',
  '',
  '## Evaluation',
  '',
  '| Benchmark | Anvil-7B | Hammer 8B |',
  '| --- | --- | --- |',
  '| MMLU (5-shot) | **71.2** | 70.9 |',
  '| GSM8K | 55.0 | 61.25 |',
  '| HumanEval | - | 40.2 |',
);

/** The same with the settings of a training run below. */
export const WITH_SETTINGS = lines(
  TWO_MODELS,
  '## Training',
  '',
  '| Hyperparameter | Value |',
  '| --- | --- |',
  '| learning rate | 3e-4 |',
  '| batch size | 512 |',
);

/** What makes the folder a clone of a model on the Hub. */
export const GIT_CONFIG = '[remote "origin"]\n\turl = https://huggingface.co/acme/Anvil-7B\n';
