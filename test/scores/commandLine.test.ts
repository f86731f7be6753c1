import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lines, type Outcome, PROGRAM } from '../cli/program';
import { addPeople, TOKENS } from '../hub/server/samples';
import { type LoopbackHub, startHub } from '../hub/server/start';
import { KEYS } from './server/samples';
import { type LoopbackScores, startScores } from './server/start';

const CARD = lines(
  ...['---', 'license: mit', 'model-index:', '- name: Anvil-7B', '  results:', '  - task: { type: text-generation }'],
  ...['    dataset: { name: GPQA Diamond, type: Idavidrein/gpqa, config: gpqa_diamond, split: train }'],
  ...['    metrics: [{ type: accuracy, value: 0.5 }]', '---', '# Anvil'],
);

describe('model-card import-aa', () => {
  let service: LoopbackScores;
  let folder: string;
  let hub: LoopbackHub | null;

  beforeEach(async () => {
    service = await startScores();
    hub = null;
    folder = mkdtempSync(join(tmpdir(), 'model-card-scores-'));
    writeFileSync(join(folder, 'README.md'), CARD);
  });
  afterEach(async () => {
    await service.stop();
    await hub?.stop();
    rmSync(folder, { recursive: true });
  });

  /** Runs the program with a key, or none, and looks that no key is printed or kept anywhere. */
  async function run(key: string | null, ...args: readonly string[]): Promise<Outcome> {
    const env = {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      AA_BASE_URL: service.url,
      ...(key !== null && { AA_API_KEY: key }),
      ...(hub && { HF_ENDPOINT: hub.url, HF_TOKEN: TOKENS.otto }),
    };
    const outcome = await new Promise<Outcome>((done) => {
      execFile(process.execPath, [PROGRAM, 'import-aa', ...args], { cwd: folder, env }, (error, stdout, stderr) => {
        done({ status: error === null ? 0 : Number(error.code), stdout, stderr });
      });
    });
    const kept = existsSync(cache()) ? readFileSync(cache(), 'utf8') : '';
    for (const secret of Object.values(KEYS)) assert.ok(!(outcome.stdout + outcome.stderr + kept).includes(secret));
    return outcome;
  }

  function cache(): string {
    return join(folder, '.cache/model-card/artificial-analysis.json');
  }

  const read = () => readFileSync(join(folder, 'README.md'), 'utf8');

  it('shows what it would add, with source and scale, and asks the service once a day', async () => {
    const first = await run(KEYS.pro, 'README.md');
    assert.equal(first.status, 0, first.stderr);
    assert.equal(
      first.stdout,
      lines(
        'model-index:',
        '- name: Anvil-7B',
        '  results:',
        ...result(
          'Artificial Analysis Intelligence Index v4.1',
          'artificial-analysis-intelligence-index',
          'index',
          31.4,
        ),
        ...result('Artificial Analysis Coding Index', 'artificial-analysis-coding-index', 'index', 22.75),
        ...result('Artificial Analysis Agentic Index', 'artificial-analysis-agentic-index', 'index', 18),
        ...result("Humanity's Last Exam", 'cais/hle', 'accuracy', 0.071, 'test'),
      ),
    );
    assert.match(first.stderr, /^Artificial Analysis measures API endpoints, not the uploaded weights/);
    assert.match(
      first.stderr,
      /conflict: GPQA Diamond: model-index says 0\.5 in line 8, Artificial Analysis 0\.612; the card keeps its value/,
    );
    assert.match(
      first.stderr,
      /to add this: model-card import-aa README\.md --creator acme --model anvil-7b --write\n/,
    );
    assert.match(first.stderr, /The list of models is just read; --refresh reads it anew\.\n$/);
    assert.equal(read(), CARD);

    const asked = service.requests.length;
    assert.deepEqual(
      service.requests,
      [1, 2, 3].map((page) => `/api/v2/language/models?page=${page}`),
    );
    const second = await run(KEYS.pro, 'README.md', '--write', '--on-conflict', 'replace');
    assert.equal(second.status, 0, second.stderr);
    assert.equal(service.requests.length, asked);
    assert.match(second.stderr, /README\.md: 4 results added, 1 value replaced\./);
    assert.match(read(), /metrics: \[\{ type: accuracy, value: 0\.612 \}\]/);
    assert.equal((await run(KEYS.pro, 'README.md', '--write')).stdout, '');
    await run(KEYS.pro, 'README.md', '--refresh');
    assert.equal(service.requests.length, 2 * asked);
  });

  it('reads the indices with a key of the free tier', async () => {
    writeFileSync(join(folder, '.env'), `AA_API_KEY=${KEYS.free}\nAA_BASE_URL=https://evil.example\n`);
    const { status, stdout, stderr } = await run(null, 'README.md', '--json');
    assert.equal(status, 0, stderr);
    const report = JSON.parse(stdout) as { results: { metric: { type: string }; run: object }[]; model: string };
    assert.deepEqual(
      report.results.map(({ metric }) => metric.type),
      ['index', 'index', 'index'],
    );
    assert.equal(report.model, 'Anvil 7B');
    assert.deepEqual(report.results[0]?.run, {
      notes: 'measured by Artificial Analysis at an API endpoint of Anvil 7B, not on the uploaded weights',
    });
    assert.ok(service.requests.includes('/api/v2/language/models/free?page=3'));
  });

  it('tells efforts apart and offers the nearest names, each with its command', async () => {
    const efforts = await run(KEYS.pro, 'README.md', '--creator', 'Acme', '--model', 'qwill-7b');
    assert.deepEqual([efforts.status, efforts.stdout], [1, '']);
    assert.match(efforts.stderr, /has 2 rows that go by "qwill-7b", as it measures each reasoning effort by itself/);
    assert.match(efforts.stderr, /Qwill 7B \(low\) by Acme, 4 scores\n.*--creator acme --model qwill-7b-low\n$/);
    const near = await run(KEYS.pro, 'README.md', '--creator', 'forge-sons', '--model', 'hammer 7b');
    assert.match(near.stderr, /has no model named "hammer 7b" of forge-sons; these come nearest\.\n {2}Hammer/);
    const nobody = await run(KEYS.pro, 'README.md', '--creator', 'acne', '--model', 'anvil 7b');
    assert.match(nobody.stderr, /has no creator named "acne"; .*\n {2}Anvil 7B by Acme/);
    writeFileSync(join(folder, 'README.md'), '# Something\n');
    assert.match((await run(KEYS.pro, 'README.md')).stderr, /no model that is surely this card's; choose one/);
  });

  it('finds the row of a repository, and proposes its scores there', async () => {
    hub = await startHub();
    addPeople(hub.state);
    hub.state.addModel({ id: 'forge/hammer-70b', files: { 'README.md': '# The big one\n' } });
    const { status, stderr } = await run(KEYS.pro, 'forge/hammer-70b', '--create-pr');
    assert.equal(status, 0, stderr);
    const model = hub.state.model('forge/hammer-70b');
    assert.match(model.text('README.md', 'refs/pr/1') ?? '', /value: 0\.733\n/);
    assert.match(
      String(model.discussion(1)?.events[0]?.data['raw']),
      /^From Artificial Analysis \(https:\/\/artificialanalysis\.ai\/\), which measured an API endpoint of Hammer 70B:\n\n- /,
    );
  });

  it('says in a sentence what keeps it from reading', async () => {
    assert.match((await run(null, 'README.md')).stderr, /wants an API key; make a free one at https.*AA_API_KEY\.\n$/);
    assert.match((await run('wrong', 'README.md')).stderr, /does not take the key from AA_API_KEY/);
    service.faults.add({ fault: { kind: 'answer', reply: { status: 429, headers: { 'Retry-After': '7300' } } } });
    const limited = await run(KEYS.pro, 'README.md');
    assert.deepEqual([limited.status, limited.stdout], [3, '']);
    assert.match(limited.stderr, /too many requests with this key; try again in 3 hours\.\n$/);
    service.faults.add({ fault: { kind: 'cut', when: 'within' } });
    assert.equal((await run(KEYS.pro, 'README.md')).status, 0);
  });

  function result(name: string, type: string, metric: string, value: number, split?: string): readonly string[] {
    return [
      '  - task:',
      '      type: text-generation',
      '    dataset:',
      `      name: ${name}`,
      `      type: ${type}`,
      ...(split === undefined ? [] : [`      split: ${split}`]),
      '    metrics:',
      `    - type: ${metric}`,
      `      value: ${value}`,
      '    source:',
      '      url: https://artificialanalysis.ai/',
      '      name: Artificial Analysis, API endpoint of Anvil 7B',
    ];
  }
});
