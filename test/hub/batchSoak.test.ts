import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainCard, withResults } from './batchCards';
import { runOnHub } from './runOnHub';
import { addPeople, TOKENS } from './server/samples';
import { type LoopbackHub, startHub } from './server/start';
import { failSome, seeded } from './trouble';

const CARDS = 300;
/** Before which commits the process is killed, counted over all runs. */
const KILLED_AT = [100, 200];
const MOST_RUNS = 8;

describe(`a batch of ${CARDS} cards on a Hub that fails one request in ten`, function () {
  this.timeout(300_000);
  let hub: LoopbackHub;
  let folder: string;

  before(async () => {
    hub = await startHub();
    folder = mkdtempSync(join(tmpdir(), 'model-card-batch-'));
    addPeople(hub.state);
    for (const number of numbers()) hub.state.addModel({ id: idOf(number), files: { 'README.md': cardOf(number) } });
  });
  after(async () => {
    rmSync(folder, { recursive: true });
    await hub.stop();
  });

  it('opens one pull request for each, though it is killed twice between a request and its answer', async () => {
    let commits = 0;
    let kill: (() => void) | undefined;
    // Looked at before the Hub does what it is asked for, so that the commit arrives and nobody hears of it.
    const killed = ({ url }: { readonly url: URL }): boolean => {
      if (url.pathname.includes('/commit/') && KILLED_AT.includes(++commits)) kill?.();
      return false;
    };
    hub.faults.add({ fault: { kind: 'slow' }, matches: killed, times: Infinity });
    failSome(hub, 0.1, seeded(7));
    const args = ['batch', 'propose', 'acme', '--create-pr', '--journal', 'journal.jsonl', '--per-hour', '1000'];
    const statuses: (number | null)[] = [];
    while (statuses.at(-1) !== 0 && statuses.length < MOST_RUNS) {
      const started = (child: { kill(signal: NodeJS.Signals): boolean }): void => {
        kill = () => child.kill('SIGKILL');
      };
      const { status, stderr } = await runOnHub(hub.url, { folder, token: TOKENS.mona, args, started });
      assert.doesNotMatch(stderr, /program itself failed/);
      statuses.push(status);
    }

    assert.equal(
      statuses.filter((status) => status === null).length,
      KILLED_AT.length,
      `ended with ${statuses.join()}`,
    );
    assert.equal(statuses.at(-1), 0);
    for (const number of numbers()) {
      const model = hub.state.model(idOf(number));
      assert.equal(model.discussions.length, 1, model.id);
      assert.equal(model.text('README.md', 'refs/pr/1'), wantedFor(number));
      assert.equal(model.text('README.md'), cardOf(number));
    }
  });
});

function numbers(): readonly number[] {
  return Array.from({ length: CARDS }, (_, number) => number);
}

function nameOf(number: number): string {
  return `Anvil-${number}B`;
}

function idOf(number: number): string {
  return `acme/${nameOf(number)}`;
}

function scoresOf(number: number): readonly [mmlu: string, gsm8k: string] {
  return [`${40 + (number % 50)}.5`, (number / 4).toFixed(2)];
}

function cardOf(number: number): string {
  return plainCard(nameOf(number), ...scoresOf(number));
}

function wantedFor(number: number): string {
  return withResults(nameOf(number), ...scoresOf(number));
}
