import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseRegistered } from '../../src/core';
import type { HubSession } from '../../src/editor/account/hubSession';
import { HubKnowledge } from '../../src/editor/evalResults/hubKnowledge';
import type { HubConnection } from '../../src/hub/index';
import { TestHub } from './support';

const SHIPPED = parseRegistered({ date: '2026-08-22', benchmarks: [{ dataset: 'openai/gsm8k', tasks: ['main'] }] });
const EVAL_YAML = 'evaluation_framework: inspect-ai\ntasks:\n  - id: easy\n';

describe('what the panel knows of the Hub’s benchmarks', () => {
  const test = new TestHub();
  let folder = '';
  const list = () => join(folder, 'benchmarks.json');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'model-card-benchmarks-'));
    test.state.benchmarks.set('acme/sums', EVAL_YAML);
    test.state.leaderboards.set('acme/sums', [{ model: 'acme/anvil', value: 12, filename: 'x.yaml' }]);
    test.state.addModel({ id: 'acme/measured', files: { '.eval_results/a.yaml': '- value: 12\n' } });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function knowledge(connection: HubConnection = test.connect(null)): HubKnowledge {
    const session = { open: () => Promise.resolve({ kind: 'session', connection }) } as unknown as HubSession;
    return new HubKnowledge(session, list(), () => SHIPPED);
  }

  const asked = (part: string) => test.hub.requests.filter(({ path }) => path.includes(part)).length;

  it('is the shipped list until the Hub was asked, then the Hub’s own, kept for a day', async () => {
    const hub = knowledge();
    assert.equal((await hub.known(undefined)).registered.of('openai/gsm8k')?.tasks[0], 'main');
    assert.equal(await hub.learn([], undefined), true);
    assert.equal((await hub.known(undefined)).registered.of('openai/gsm8k'), undefined);
    assert.deepEqual((await hub.known(undefined)).registered.of('acme/sums')?.tasks, []);

    assert.equal(await hub.learn(['acme/sums'], 'acme/measured'), true);
    const known = await hub.known('acme/measured');
    assert.deepEqual(known.registered.of('acme/sums')?.tasks, ['easy']);
    assert.equal(known.benchmarks.get('acme/sums')?.framework, 'inspect-ai');
    assert.deepEqual(known.leaderboards.get('acme/sums'), [12]);
    assert.deepEqual(
      known.results.map(({ data }) => data?.['value']),
      [12],
    );
    assert.equal(await hub.learn(['acme/sums'], 'acme/measured'), false, 'nothing is asked twice');

    const again = knowledge();
    assert.deepEqual((await again.known(undefined)).registered.of('acme/sums')?.tasks, ['easy']);
    await again.learn(['acme/sums'], undefined);
    assert.deepEqual([asked('benchmark'), asked('eval.yaml')], [1, 1]);
    assert.doesNotMatch(readFileSync(list(), 'utf8'), /hf_/);
  });

  it('stays the shipped list where the Hub cannot be asked, and asks not again at once', async () => {
    const url = test.hub.url;
    const hub = knowledge(test.connect(null));
    test.state.benchmarks.clear();
    assert.equal(await hub.learn(['acme/none'], 'acme/none'), false, url);
    const before = test.hub.requests.length;
    assert.equal(await hub.learn(['acme/none'], 'acme/none'), false);
    assert.equal(test.hub.requests.length, before);
    assert.equal((await hub.known('acme/none')).registered.date, '2026-08-22');
  });
});
