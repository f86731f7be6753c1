import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { lines, type Outcome } from '../cli/program';
import { plainCard, withResults } from './batchCards';
import { runOnHub } from './runOnHub';
import { TOKENS } from './server/samples';
import { MODEL, TestHub } from './support';

const TABLED = plainCard('Tongs-7B', '71.5', '55.25');
const NORWEGIAN = lines('---', 'language: no', '---', '# Bellows');
const JOURNAL = ['--journal', 'journal.jsonl'];
const PROPOSE = ['batch', 'propose', 'acme', '--create-pr', ...JOURNAL];

describe('model-card batch', () => {
  const test = new TestHub();
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'model-card-batch-'));
    test.state.addModel({ id: 'acme/Tongs-7B', files: { 'README.md': TABLED } });
    test.state.addModel({ id: 'acme/bellows', files: { 'README.md': NORWEGIAN } });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function write(name: string, text: string): void {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }

  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const run = (token: string | null, ...args: readonly string[]): Promise<Outcome> =>
    runOnHub(test.hub.url, { folder, token, args });
  const discussions = (model: string) => test.state.model(model).discussions;

  describe('review', () => {
    it('tells by what can be done with them which cards of an owner there are', async () => {
      const other = { title: 'Tag it', base: { branch: 'main', commit: '' }, isPullRequest: true, author: 'otto' };
      discussions(MODEL).push({ ...other, number: 1, status: 'open', createdAt: new Date(0), events: [] });
      const { status, stdout, stderr } = await run(null, 'batch', 'review', 'acme');
      assert.equal(status, 0, stderr);
      assert.match(
        stdout,
        /^Scores that are not in model-index \(1\)\n {2}acme\/Tongs-7B {2}line 3: 2 scores, surely the card's own\n/m,
      );
      assert.match(
        stdout,
        /^Problems that can be mended \(2\)\n[^]*acme\/bellows {3}1 problem, 1 without a look: language\.boolean$/m,
      );
      assert.match(stdout, /^Open pull requests \(1\)\n {2}acme\/anvil {2}#1 Tag it$/m);
      assert.equal(test.count(/POST/), 0);
    });

    it('takes a search, a list and a folder, leaves alone what is to be skipped, and stops at a limit', async () => {
      const cards = async (...args: readonly string[]): Promise<readonly string[]> => {
        const { stdout, stderr } = await run(null, 'batch', 'review', '--json', ...args);
        assert.equal(stderr, '');
        return stdout
          .trim()
          .split('\n')
          .map((line) => (JSON.parse(line) as { readonly card: string }).card)
          .sort();
      };
      write('cards/one/README.md', TABLED);
      write('cards/data/README.md', lines('---', 'task_categories: [other]', '---'));
      write('cards/node_modules/x/README.md', TABLED);
      write(
        'list.txt',
        lines('# Ours', 'acme/anvil', '', 'cards/one/README.md # here', `${test.hub.url}/acme/bellows`),
      );
      write('skip.txt', lines('Acme/Bellows'));
      assert.deepEqual(await cards('search:tongs'), ['acme/Tongs-7B']);
      assert.deepEqual(await cards('cards'), ['cards/one/README.md']);
      assert.deepEqual(await cards('list.txt'), ['acme/anvil', 'acme/bellows', 'cards/one/README.md']);
      assert.deepEqual(await cards('list.txt', '--limit', '1'), ['acme/anvil']);
      assert.deepEqual(await cards('acme', '--skip', 'skip.txt'), ['acme/Tongs-7B', 'acme/anvil']);
    });

    it('does not read again what a journal tells', async () => {
      assert.equal((await run(null, 'batch', 'review', 'acme', ...JOURNAL)).status, 0);
      const before = test.count(/README\.md/);
      const again = await run(null, 'batch', 'review', 'acme', ...JOURNAL);
      assert.equal(test.count(/README\.md/), before);
      assert.match(again.stdout, /acme\/Tongs-7B {2}line 3/);
    });

    it('names the card that cannot be read and goes on with the others', async () => {
      test.state.addModel({ id: 'acme/bare', files: {} });
      const { status, stdout } = await run(null, 'batch', 'review', 'acme');
      assert.equal(status, 3);
      assert.match(stdout, /^Failed \(1\)\n {2}acme\/bare {2}acme\/bare has no README\.md/m);
      assert.match(stdout, /acme\/Tongs-7B/);
    });
  });

  describe('propose', () => {
    it('writes nothing unless asked to, and says what it would write', async () => {
      const { status, stdout, stderr } = await run(null, 'batch', 'propose', 'acme');
      assert.equal(status, 0, stderr);
      assert.match(stdout, /^Would be proposed \(2\)$/m);
      assert.match(stdout, /acme\/Tongs-7B {2}Add 2 evaluation results to model-index$/m);
      assert.match(stdout, /acme\/bellows {3}Mend 1 problem of the metadata$/m);
      assert.match(stdout, /^Nothing to propose \(1\)\n {2}acme\/anvil/m);
      assert.match(stderr, /Nothing is written; --create-pr --journal FILE opens 2 pull requests\.\n$/);
      assert.equal(test.count(/POST/), 0);
    });

    it('opens one for a model that a list names by its former name too', async () => {
      test.state.renameModel('acme/bellows', 'acme/lungs');
      write('list.txt', lines('acme/bellows', 'acme/lungs'));
      const { status, stdout, stderr } = await run(
        TOKENS.otto,
        'batch',
        'propose',
        'list.txt',
        '--create-pr',
        ...JOURNAL,
      );
      assert.equal(status, 0, stderr);
      assert.match(stdout, /^Pull requests \(1\)$/m);
      assert.match(
        stdout,
        /acme\/(?:bellows|lungs) {2}It is the same model as acme\/(?:bellows|lungs), which is in this batch too\.$/m,
      );
      assert.equal(discussions('acme/lungs').length, 1);
    });

    it('opens one pull request for each card, with the words of a template, and none in a second run', async () => {
      write('words.md', lines('Card of {model}: {summary}', '', 'Hello!', '', '{changes}'));
      const args = [...PROPOSE, '--template', 'words.md', '--report', 'report.md'];
      const { status, stdout, stderr } = await run(TOKENS.otto, ...args);
      assert.equal(status, 0, stderr);
      assert.match(stdout, /^Pull requests \(2\)$/m);
      const [opened] = discussions('acme/Tongs-7B');
      assert.equal(opened?.title, 'Card of acme/Tongs-7B: Add 2 evaluation results to model-index');
      assert.match(
        String(opened.events[0]?.data['raw']),
        /^Hello!\n\nFrom the tables.*:\n\n- MMLU \(5-shot\), accuracy: 71\.5 \(line 5\)\n- GSM8K, accuracy: 55\.25 \(line 6\)\n\n<!-- .* -->$/,
      );
      const { state } = test;
      assert.equal(
        state.model('acme/Tongs-7B').text('README.md', 'refs/pr/1'),
        withResults('Tongs-7B', '71.5', '55.25'),
      );
      assert.equal(state.model('acme/bellows').text('README.md', 'refs/pr/1'), NORWEGIAN.replace('no', "'no'"));
      assert.equal(state.model('acme/Tongs-7B').text('README.md'), TABLED);
      assert.match(
        read('report.md'),
        /^## Pull requests \(2\)\n\n- acme\/[^]*<http.*\/acme\/bellows\/discussions\/1>/m,
      );

      const posts = test.count(/POST/);
      const again = await run(TOKENS.otto, ...args.slice(0, -1), 'report.json');
      assert.equal(again.status, 0);
      assert.equal(test.count(/POST/), posts);
      const report = JSON.parse(read('report.json')) as { readonly outcomes: readonly { readonly kind: string }[] };
      assert.deepEqual(report.outcomes.map(({ kind }) => kind).sort(), ['opened', 'opened', 'passed']);
    });

    it('proposes nothing where a pull request is open, unless that is confirmed', async () => {
      assert.equal((await run(TOKENS.mona, 'extract', 'acme/Tongs-7B', '--create-pr', '--title', 'Mine')).status, 0);
      const held = await run(TOKENS.otto, ...PROPOSE);
      assert.equal(held.status, 1);
      assert.match(held.stdout, /^A pull request is open \(1\)\n {2}acme\/Tongs-7B {2}Pull request 1 is open, "Mine"/m);
      assert.match(held.stderr, /--even-if-open/);
      assert.equal((await run(TOKENS.otto, ...PROPOSE, '--even-if-open')).status, 0);
      assert.deepEqual(
        discussions('acme/Tongs-7B').map(({ author }) => author),
        ['mona', 'otto'],
      );
    });

    it('knows its own again without a journal, and proposes what was closed only if that is confirmed', async () => {
      await run(TOKENS.otto, ...PROPOSE);
      discussions('acme/Tongs-7B')[0]!.status = 'closed';
      const args = ['batch', 'propose', 'acme', '--create-pr', '--journal', 'other.jsonl'];
      const again = await run(TOKENS.otto, ...args);
      assert.equal(again.status, 1);
      assert.match(again.stdout, /^Pull requests \(1\)\n {2}acme\/bellows {2}#1/m);
      assert.match(again.stdout, /^Proposed before \(1\)\n {2}acme\/Tongs-7B {2}.*pull request 1, which is closed\.$/m);
      assert.equal((await run(TOKENS.otto, ...args, '--again')).status, 0);
      assert.equal(discussions('acme/Tongs-7B').length, 2);
      assert.equal(discussions('acme/bellows').length, 1);
    });

    it('finds what an earlier run sent, also where it is merged meanwhile', async () => {
      await run(TOKENS.mona, ...PROPOSE);
      // The process was killed before it heard of the last one.
      const kept = read('journal.jsonl').trim().split('\n');
      const cut = kept.filter((line) => !/"opened".*Tongs/.test(line));
      const longAgo = cut.join('\n').replace(/"at":"\d{4}/g, '"at":"2020');
      write('journal.jsonl', `${longAgo}\n{"at":"2020-11-2`);
      const model = test.state.model('acme/Tongs-7B');
      model.move('main', model.resolve('refs/pr/1')!);
      discussions('acme/Tongs-7B')[0]!.status = 'merged';
      const { status, stdout, stderr } = await run(TOKENS.mona, ...PROPOSE);
      assert.equal(status, 0, stderr);
      assert.match(stdout, /acme\/Tongs-7B {2}#1/);
      assert.equal(discussions('acme/Tongs-7B').length, 1);
      assert.match(read('journal.jsonl'), /^(?:\{.*\}\n)+$/);
    });

    it('takes a model that is named twice once', async () => {
      write('list.txt', lines('acme/Tongs-7B', 'ACME/tongs-7b', 'acme/Tongs-7B', `${test.hub.url}/acme/Tongs-7B`));
      const { stdout } = await run(TOKENS.otto, 'batch', 'propose', 'list.txt', '--create-pr', ...JOURNAL);
      assert.match(stdout, /^Pull requests \(1\)\n[^\n]*\n$/);
      assert.equal(discussions('acme/Tongs-7B').length, 1);
    });

    it('sends nothing where the token may not', async () => {
      const { status, stdout } = await run(TOKENS.monaReads, ...PROPOSE);
      assert.equal(status, 3);
      assert.match(stdout, /^Failed \(2\)\n[^]*"reads" only reads/m);
      assert.equal(test.count(/POST/), 0);
    });

    it('takes a clone whose card is the same as on the Hub', async () => {
      write('tongs/README.md', TABLED);
      write('tongs/.git/config', '[remote "origin"]\n\turl = https://huggingface.co/acme/Tongs-7B\n');
      write('bellows/README.md', `${NORWEGIAN}Mine.\n`);
      write('bellows/.git/config', '[remote "origin"]\n\turl = https://huggingface.co/acme/bellows\n');
      write('loose/README.md', TABLED);
      const { status, stdout } = await run(TOKENS.otto, 'batch', 'propose', '.', '--create-pr', ...JOURNAL);
      assert.equal(status, 0);
      assert.match(stdout, /^Pull requests \(1\)\n {2}acme\/Tongs-7B/m);
      assert.match(stdout, /bellows\/README\.md {2}It differs from the card of acme\/bellows on the Hub/);
      assert.match(stdout, /loose\/README\.md {4}It lies here only/);
    });

    it('refuses what it cannot do in one sentence', async () => {
      write('words.md', lines('Hello {name}'));
      write('other.jsonl', lines('{"at":"2026-11-25T00:00:00Z","kind":"batch","hub":"https://hub.example"}'));
      write('notes.txt', lines('acme/anvil@v1'));
      for (const [args, status, message] of [
        [['propose', 'acme', '--create-pr'], 2, /--create-pr needs --journal FILE/],
        [['propose', 'acme', '--template', 'words.md'], 2, /holds \{name\}.*\{summary\}/],
        [['propose', 'acme', '--per-hour', '0'], 2, /takes a number from 1 on/],
        [['review', 'acme', '--journal', 'other.jsonl'], 3, /a batch on https:\/\/hub\.example/],
        [['review', 'acme', '--journal', 'words.md'], 3, /Line 1 of words\.md is no record/],
        [['review', 'notes.txt'], 3, /names a revision/],
        [['review', 'acme/anvil'], 3, /search:WORDS/],
        [['review', 'nobody'], 1, /There is no card in nobody/],
        [['review'], 2, /source of the cards is missing/],
        [['status'], 2, /--journal FILE is missing/],
        [['status', '--journal', 'none.jsonl'], 3, /There is no journal none\.jsonl/],
        [['mend'], 2, /review, propose, status, withdraw/],
      ] as const) {
        const outcome = await run(null, 'batch', ...args);
        assert.equal(outcome.status, status, `${args.join(' ')}: ${outcome.stderr}`);
        assert.match(outcome.stderr, message);
      }
      const unsigned = await run(null, ...PROPOSE);
      assert.deepEqual([unsigned.status, /HF_TOKEN/.test(unsigned.stderr)], [3, true]);
    });
  });

  it('tells what became of the pull requests, and withdraws those that are open', async () => {
    await run(TOKENS.otto, ...PROPOSE);
    discussions('acme/bellows')[0]!.status = 'merged';
    const said = {
      id: 'x',
      createdAt: new Date(0),
      author: 'mona',
      type: 'comment',
      data: { raw: 'Thank you!' },
    } as const;
    discussions('acme/Tongs-7B')[0]!.events.push(said);
    const became = await run(TOKENS.otto, 'batch', 'status', ...JOURNAL);
    assert.equal(became.status, 0, became.stderr);
    assert.match(became.stdout, /^Open \(1\)\n {2}acme\/Tongs-7B .* 1 comment, the last by mona: Thank you! {2}http/m);
    assert.match(became.stdout, /^Merged \(1\)\n {2}acme\/bellows/m);

    const dry = await run(TOKENS.otto, 'batch', 'withdraw', ...JOURNAL);
    assert.match(dry.stderr, /Nothing is closed; --close closes 1 pull request\./);
    assert.equal(discussions('acme/Tongs-7B')[0]?.status, 'open');
    const closing = ['batch', 'withdraw', ...JOURNAL, '--close', '--comment', 'Never mind.'];
    for (const expected of [/^1 pull request closed/, /^0 pull requests closed/]) {
      const { status, stderr } = await run(TOKENS.otto, ...closing);
      assert.equal(status, 0);
      assert.match(stderr, expected);
    }
    const [withdrawn] = discussions('acme/Tongs-7B');
    assert.equal(withdrawn?.status, 'closed');
    const comments = withdrawn.events.filter(({ data }) => data['raw'] === 'Never mind.');
    assert.equal(comments.length, 1);
    assert.equal(discussions('acme/bellows')[0]?.status, 'merged');
  });
});
