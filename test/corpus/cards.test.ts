import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Real cards with what a careful reader takes from them; they lie beside the checkout where there are any. */
const CORPUS = resolve('../shared/corpus');

/** What must be reached at least; raise a floor when the measure has risen. */
const FLOORS = { precision: 0.995, f1: 0.995, told: 0.99, shots: 0.99 } as const;

/** What the scorer prints with --json. */
interface Figures {
  readonly tables: number;
  readonly found: number;
  readonly classed: number;
  readonly models: number;
  readonly modelsAsked: number;
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
  readonly shotsRight: number;
  readonly shotsAsked: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly perfect: number;
  readonly scored: number;
}

describe('labelled cards', function () {
  let figures: Figures;

  before(function () {
    this.timeout(120_000);
    if (!existsSync(join(CORPUS, 'labels.jsonl'))) this.skip();
    const cards = readdirSync(join(CORPUS, 'cards')).map((name) => join(CORPUS, 'cards', name));
    const inspected = run(['dist/cli.js', 'inspect', '--json', ...cards], '');
    const scorer = [join(CORPUS, 'score.mjs'), join(CORPUS, 'labels.jsonl')];
    figures = JSON.parse(run([...scorer, '--json'], inspected)) as Figures;
    console.log(run([...scorer, '--worst', process.env['MODEL_CARD_WORST'] ?? '0'], inspected));
  });

  it('finds every table', () => assert.equal(figures.found, figures.tables));

  it('tells evaluation tables from others', () => atLeast(figures.classed / figures.tables, FLOORS.told));

  it('reads scores with few wrong ones', () => atLeast(figures.precision, FLOORS.precision));

  it('reads scores with few missed ones', () => atLeast(figures.f1, FLOORS.f1));

  it('reads the number of shots', () => atLeast(figures.shotsRight / figures.shotsAsked, FLOORS.shots));
});

function atLeast(value: number, floor: number): void {
  assert.ok(value >= floor, `${value.toFixed(4)} is below the floor of ${String(floor)}`);
}

/** Runs Node and gives its output. */
function run(args: readonly string[], input: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { input, encoding: 'utf8', maxBuffer: 1e9 });
  assert.equal(status, 0, stderr);
  return stdout;
}
