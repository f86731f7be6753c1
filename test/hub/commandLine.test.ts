import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { lines, type Outcome, TWO_MODELS } from '../cli/program';
import { runOnHub } from './runOnHub';
import { TOKENS } from './server/samples';
import { MODEL, TestHub } from './support';

const EXTRACT = ['extract', MODEL, '--model', 'Anvil-7B'];

describe('model-card with cards on the Hub', () => {
  const test = new TestHub();
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'model-card-hub-'));
    test.state.addModel({ id: MODEL, files: { 'README.md': TWO_MODELS } });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function write(name: string, text: string): void {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }

  const run = (token: string | null, ...args: readonly string[]): Promise<Outcome> =>
    runOnHub(test.hub.url, { folder, token, args });

  it('inspects, shows and extracts as from a file, at any revision', async () => {
    const { model } = test;
    model.tags.set('v1.0', model.resolve('main')!.oid);
    const inspected = await run(null, 'inspect', MODEL, `${MODEL}@v1.0`);
    assert.equal(inspected.status, 0, inspected.stderr);
    assert.match(inspected.stdout, /^acme\/anvil: 1 table\n[^]*\nacme\/anvil@v1\.0: 1 table\n/);
    const json = await run(null, 'inspect', '--json', `${test.hub.url}/${MODEL}/blob/main/README.md`);
    assert.match(json.stdout, /"name":"Anvil-7B"/);
    assert.match((await run(null, 'show', MODEL)).stdout, /^acme\/anvil: no model-index/);
    const { status, stdout, stderr } = await run(null, ...EXTRACT);
    assert.equal(status, 0);
    assert.match(stdout, /value: 71\.2/);
    assert.match(stderr, /Nothing is written yet; to propose this: model-card extract acme\/anvil .*--create-pr\n$/);
    assert.equal(test.count(/POST/), 0);
  });

  it('brings results to the scale of their leaderboard, and says what that has', async () => {
    const rows = [96.5, 50.25].map((value) => ({ model: 'acme/other', filename: 'gsm8k.yaml', value }));
    test.state.leaderboards.set('openai/gsm8k', rows);
    const dataset = 'dataset: {name: GSM8K, type: openai/gsm8k}';
    const claim = `  - task: {type: text-generation}\n    ${dataset}\n    metrics: [{type: accuracy, value: 0.4215}]`;
    write('README.md', lines('---', 'model-index:', '- name: anvil', '  results:', claim, '---'));
    const { status, stdout, stderr } = await run(null, 'convert', 'README.md');
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^# \.eval_results\/gsm8k\.yaml\n[^]* {2}value: 42\.15\n/);
    assert.match(stderr, /^GSM8K 0\.4215 .* has 96\.5 at the top and 50\.25 in the middle, so it becomes 42\.15\.$/m);
    test.state.leaderboards.delete('openai/gsm8k');
    const unread = await run(null, 'convert', 'README.md');
    assert.match(unread.stdout, /value: 0\.4215\n/);
    assert.match(unread.stderr, /^The leaderboard of openai\/gsm8k could not be read: /m);
  });

  it('converts for benchmarks that the Hub has registered since, with the task that each says it has', async () => {
    test.state.benchmarks.set('acme/sums', 'name: Sums\ntasks:\n  - id: easy_sums\n');
    const claim =
      '  - task: {type: text-generation}\n    dataset: {name: Sums, type: acme/sums}\n    metrics: [{type: accuracy, value: 42.5}]';
    write('README.md', lines('---', 'model-index:', '- name: anvil', '  results:', claim, '---'));
    const { status, stdout, stderr } = await run(null, 'convert', 'README.md');
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^# \.eval_results\/sums\.yaml\n- dataset:\n {4}id: acme\/sums\n {4}task_id: easy_sums\n/);
    const offline = await run(null, 'convert', 'README.md', '--offline');
    assert.match(offline.stderr, /no leaderboard of the Hub is known for acme\/sums \(list of 2026-/);
  });

  it('prefers a path that exists, and takes the name of a Markdown file for a file', async () => {
    write(MODEL, lines('# Local', '', '| Benchmark | Here |', '| --- | --- |', '| MMLU | 1.5 |'));
    assert.match((await run(null, 'inspect', MODEL)).stdout, /Here/);
    const { status, stderr } = await run(null, 'inspect', 'docs/README.md');
    assert.equal(status, 3);
    assert.match(stderr, /docs\/README\.md cannot be read: there is no such file/);
    assert.equal(test.hub.requests.length, 0);
  });

  it('says in a sentence what is missing', async () => {
    const { status, stdout, stderr } = await run(null, 'inspect', 'acme/none');
    assert.deepEqual([status, stdout], [3, '']);
    assert.match(
      stderr,
      /^model-card: There is no public model acme\/none; .*\n {2}acme\/none is no file here either\.\n$/,
    );
    assert.match((await run(null, 'show', `${MODEL}@none`)).stderr, /has no revision none; /);
    assert.match((await run(null, 'show', 'https://example.org/a/b')).stderr, /example\.org is not the Hub/);
    assert.match((await run('hf_wrong', 'show', MODEL)).stderr, /does not take the token from HF_TOKEN/);
  });

  it('opens a pull request once, with what it adds', async () => {
    const args = [...EXTRACT, '--create-pr'];
    const { status, stderr } = await run(TOKENS.ottoDiscusses, ...args);
    assert.equal(status, 0, stderr);
    assert.match(stderr, /2 results added, 0 values replaced; pull request 1 is open at http.*\/discussions\/1\n$/);
    const [opened] = test.model.discussions;
    assert.equal(opened?.title, 'Add 2 evaluation results to model-index');
    assert.match(String(opened.events[0]?.data['raw']), /line 5 of the card:\n\n- MMLU.*: 71\.2\n- GSM8K.*: 55\.0/);
    assert.match(test.model.text('README.md', 'refs/pr/1') ?? '', /^---\nmodel-index:\n[^]*---\n# Anvil/);
    assert.equal(test.model.text('README.md'), TWO_MODELS);

    const again = await run(TOKENS.mona, ...args, '--title', 'Mine');
    assert.deepEqual([again.status, again.stdout], [1, '']);
    assert.match(
      again.stderr,
      /acme\/anvil has open pull requests.*--even-if-open\.\n {2}#1 {2}Add 2 evaluation results/,
    );
    assert.equal(test.model.discussions.length, 1);
    const words = ['--title', 'Mine', '--description', 'Because.', '--even-if-open', '--json'];
    const forced = await run(TOKENS.mona, ...args, ...words);
    const report = JSON.parse(forced.stdout) as Record<string, unknown>;
    assert.deepEqual([report['written'], report['pullRequest']], [true, 2]);
    assert.equal(test.model.discussion(2)?.title, 'Mine');
  });

  it('commits where one may, and adds to a pull request', async () => {
    assert.equal((await run(TOKENS.mona, 'extract', MODEL, '--model', 'Hammer 8B', '--create-pr')).status, 0);
    const target = ['--on-conflict', 'replace', '--apply'];
    const added = await run(TOKENS.mona, 'extract', `${MODEL}@refs/pr/1`, '--model', 'Anvil-7B', ...target);
    assert.equal(added.status, 0, added.stderr);
    const events = test.model.discussion(1)!.events.filter(({ type }) => type === 'commit');
    assert.equal(events.length, 2);
    assert.equal(test.model.text('README.md'), TWO_MODELS);

    const { status, stderr } = await run(TOKENS.mona, ...EXTRACT, '--apply');
    assert.equal(status, 0, stderr);
    assert.match(stderr, /committed as http/);
    assert.match(test.model.text('README.md') ?? '', /model-index/);
  });

  it('names what a token lacks before anything is sent', async () => {
    for (const [token, target, message] of [
      [null, '--create-pr', /who you are.*\n.*HF_TOKEN.*hf auth login/],
      [TOKENS.monaReads, '--create-pr', /"reads" only reads.*discussion\.write at http/],
      [TOKENS.otto, '--apply', /otto may not write to acme\/anvil; open a pull request instead/],
    ] as const) {
      const { status, stdout, stderr } = await run(token, ...EXTRACT, target);
      assert.deepEqual([status, stdout], [3, ''], stderr);
      assert.match(stderr, message);
    }
    assert.equal(test.count(/POST/), 0);
  });

  it('refuses what contradicts itself', async () => {
    write('README.md', TWO_MODELS);
    write('.git/config', '[remote "origin"]\n\turl = https://huggingface.co/acme/anvil\n');
    for (const [args, message] of [
      [['README.md', '--create-pr'], /README\.md lies here, .*model-card extract acme\/anvil .*--create-pr/],
      [['README.md', '--title', 'x'], /need --create-pr or --apply/],
      [[MODEL, '--write'], /lies on the Hub; --apply commits/],
      [[MODEL, '--apply', '--create-pr'], /exclude each other/],
      [[MODEL, '--even-if-open'], /needs --create-pr/],
      [[MODEL, '--create-pr', '--title', ' '], /must not be empty/],
    ] as const) {
      const { status, stderr } = await run(TOKENS.mona, 'extract', ...args, '--model', 'Anvil-7B');
      assert.equal(status, 2, stderr);
      assert.match(stderr, message);
    }
    assert.equal((await run(null, 'extract', 'README.md', '--model', 'Anvil-7B', '--apply')).status, 0);
  });

  it('finds the token in a .env file here or where the Hub keeps it, and takes nothing else from there', async () => {
    write('.env', `HF_ENDPOINT=https://evil.example\nHF_TOKEN=${TOKENS.mona}\n`);
    assert.equal((await run(null, ...EXTRACT, '--apply')).status, 0);
    assert.equal(test.model.resolve('main')?.author, 'mona');
    rmSync(join(folder, '.env'));
    write('.cache/huggingface/token', `${TOKENS.otto}\n`);
    assert.equal((await run(null, 'extract', MODEL, '--model', 'Hammer 8B', '--create-pr')).status, 0);
    assert.equal(test.model.discussion(1)?.author, 'otto');
  });

  it('validates a card there like a file here, at any revision', async () => {
    const { model } = test;
    const head = model.resolve('main')!;
    const files = new Map(head.files).set('README.md', Buffer.from('---\nlicense: aparche-2.0\n---\n# Anvil\n'));
    const wrong = { parents: [head.oid], files, title: 'Wrong', message: '', author: 'mona', date: new Date() };
    model.move('wrong', model.add(wrong));
    assert.equal((await run(null, 'validate', MODEL)).status, 0);
    const { status, stdout, stderr } = await run(null, 'validate', MODEL, `${MODEL}@wrong`);
    assert.equal(status, 1, stderr);
    assert.match(stdout, /^acme\/anvil@wrong:2:10: error: .*apache-2\.0.* \[license\.unknown\]$/m);
    const missing = await run(null, 'validate', 'acme/none', `${MODEL}@wrong`);
    assert.equal(missing.status, 3);
    assert.match(missing.stderr, /There is no public model acme\/none/);
    assert.match(missing.stdout, /^acme\/anvil@wrong:/m);
    assert.match((await run(null, 'validate', 'some/results.yaml')).stderr, /there is no such file/);
  });

  it('lists the open pull requests', async () => {
    assert.deepEqual(await run(null, 'prs', MODEL), {
      status: 0,
      stdout: 'acme/anvil has no open pull request.\n',
      stderr: '',
    });
    await run(TOKENS.otto, ...EXTRACT, '--create-pr', '--title', 'First');
    await run(TOKENS.mona, ...EXTRACT, '--create-pr', '--title', 'Second one', '--even-if-open');
    test.model.discussion(1)!.status = 'draft';
    const page = `${test.hub.url}/${MODEL}/discussions`;
    const { stdout } = await run(null, 'prs', MODEL);
    assert.equal(
      stdout,
      lines(`#2  Second one     mona  2026-10-01  ${page}/2`, `#1  First (draft)  otto  2026-10-01  ${page}/1`),
    );
    const json = JSON.parse((await run(null, 'prs', MODEL, '--json')).stdout) as Record<string, unknown>[];
    assert.deepEqual(
      json.map(({ date, ...rest }) => ({ ...rest, dated: typeof date === 'string' })),
      [
        { number: 2, title: 'Second one', author: 'mona', status: 'open', url: `${page}/2`, dated: true },
        { number: 1, title: 'First', author: 'otto', status: 'draft', url: `${page}/1`, dated: true },
      ],
    );
    assert.match((await run(null, 'prs')).stderr, /The model is missing/);
  });
});
