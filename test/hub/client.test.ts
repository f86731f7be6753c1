import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { whoAmI } from '../../src/hub/account';
import { mayAccess } from '../../src/hub/access';
import { listFiles, listReferences, readFile, readFileIfChanged } from '../../src/hub/files';
import { leaderboard } from '../../src/hub/leaderboard';
import { evalResults, modelInfo, searchModels } from '../../src/hub/models';
import { validateYaml } from '../../src/hub/validateYaml';
import { blobOid } from './server/git';
import { CARD, failure, MODEL, TestHub, value } from './support';

const README = { model: MODEL, revision: 'main', path: 'README.md' };

describe('the client', () => {
  const test = new TestHub();

  describe('whoAmI', () => {
    it('tells name, organisations, role and permissions', async () => {
      const mona = await value(whoAmI(test.connect('mona')));
      assert.deepEqual(
        [mona.name, mona.fullName, mona.role, mona.tokenName, mona.organizations],
        ['mona', 'Mona Lisa', 'write', 'all', [{ name: 'acme', role: 'admin' }]],
      );
      const otto = await value(whoAmI(test.connect('ottoDiscusses')));
      assert.deepEqual([otto.role, otto.globalScopes, otto.organizations], ['fineGrained', ['discussion.write'], []]);
    });

    it('tells no token from a bad one', async () => {
      assert.equal((await failure(whoAmI(test.connect(null)))).kind, 'not-signed-in');
      assert.equal((await failure(whoAmI(test.connect('ottoExpired')))).kind, 'bad-token');
    });
  });

  describe('readFile', () => {
    it('gives bytes, commit and a name for the content', async () => {
      const file = await value(readFile(test.connect(null), README));
      assert.equal(Buffer.from(file.content).toString('utf8'), CARD);
      assert.equal(file.commit, test.model.resolve('main')?.oid);
      assert.equal(file.etag, `"${blobOid(Buffer.from(CARD))}"`);
    });

    it('does not read the same again', async () => {
      const connection = test.connect();
      const file = await value(readFile(connection, README));
      assert.equal(await value(readFileIfChanged(connection, README, file.etag)), null);
      const other = await value(readFileIfChanged(connection, { ...README, path: 'config.json' }, file.etag));
      assert.equal(Buffer.from(other!.content).toString(), '{}');
    });

    it('keeps bytes that are no text', async () => {
      const content = Buffer.from([0xff, 0xfe, 0x00, 0x80]);
      test.state.addModel({ id: 'acme/bytes', files: { 'docs/My #1 card?.md': content } });
      const path = 'docs/My #1 card?.md';
      const file = await value(readFile(test.connect(), { model: 'acme/bytes', revision: 'main', path }));
      assert.ok(content.equals(file.content));
    });

    it('follows a renamed model', async () => {
      test.state.renameModel(MODEL, 'acme/anvil-2');
      assert.equal(Buffer.from((await value(readFile(test.connect(), README))).content).toString(), CARD);
      assert.equal((await value(modelInfo(test.connect(), { model: MODEL }))).model, 'acme/anvil-2');
    });

    it('tells what is missing: repository, revision, file, access', async () => {
      const { state } = test;
      state.addModel({ id: 'acme/hidden', private: true, files: { 'README.md': CARD } });
      state.addModel({ id: 'acme/gated', gatedFor: ['otto'], files: { 'README.md': CARD } });
      state.addModel({ id: 'acme/off', files: { 'README.md': CARD } }).disabled = true;
      const kind = async (who: 'mona' | 'otto' | 'monaReads' | null, some: Partial<typeof README>): Promise<string> => {
        const done = await readFile(test.connect(who), { ...README, ...some });
        return done.ok ? 'file' : done.failure.kind;
      };
      assert.equal(await kind(null, { model: 'acme/none' }), 'missing-repository');
      assert.equal(await kind('mona', { model: 'acme/none' }), 'missing-repository');
      assert.equal(await kind(null, { model: 'acme/hidden' }), 'missing-repository');
      assert.equal(await kind('otto', { model: 'acme/hidden' }), 'missing-repository');
      assert.equal(await kind('monaReads', { model: 'acme/hidden' }), 'file');
      assert.equal(await kind(null, { model: 'acme/gated' }), 'gated');
      assert.equal(await kind('otto', { model: 'acme/gated' }), 'file');
      assert.equal(await kind('mona', { model: 'acme/off' }), 'disabled');
      assert.equal(await kind('mona', { revision: 'feature/x' }), 'missing-revision');
      assert.equal(await kind('mona', { path: 'docs/README.md' }), 'missing-file');
    });
  });

  it('lists files and folders of any revision', async () => {
    const files = { 'README.md': CARD, 'docs/a b.md': 'a', 'docs/deep/c.md': 'c' };
    const repository = test.state.addModel({ id: 'acme/docs', files });
    repository.branches.set('feature/x', repository.resolve('main')!.oid);
    const place = { model: 'acme/docs', revision: 'feature/x' };
    const paths = async (path: string): Promise<readonly string[]> =>
      (await value(listFiles(test.connect(), { ...place, path }))).map((entry) => `${entry.type} ${entry.path}`);
    assert.deepEqual(await paths(''), ['file README.md', 'directory docs']);
    assert.deepEqual(await paths('docs'), ['file docs/a b.md', 'directory docs/deep']);
    assert.equal((await failure(listFiles(test.connect(), { ...place, path: 'nowhere' }))).kind, 'missing-file');
  });

  it('lists branches, tags and pull requests', async () => {
    const { oid } = test.model.resolve('main')!;
    test.model.tags.set('v1.0', oid);
    test.model.pullRequests.set(3, oid);
    assert.deepEqual(await value(listReferences(test.connect(null), MODEL)), {
      branches: [{ revision: 'main', commit: oid }],
      tags: [{ revision: 'v1.0', commit: oid }],
      pullRequests: [{ revision: 'refs/pr/3', commit: oid }],
    });
  });

  it('knows a model', async () => {
    const info = await value(modelInfo(test.connect(null), { model: MODEL }));
    assert.equal(info.commit, test.model.resolve('main')?.oid);
    assert.deepEqual(info.cardData, { license: 'mit' });
    assert.equal((info.modelIndex as { name: string }[])[0]?.name, 'Anvil');
    assert.deepEqual(info.files, ['README.md', 'config.json']);
    assert.equal(info.gated, false);
  });

  it('finds models by name', async () => {
    for (let number = 0; number < 30; number++) test.state.addModel({ id: `acme/hammer-${number}` });
    const found = await value(searchModels(test.connect(null), 'hammer', 20));
    assert.equal(found.length, 20);
    assert.deepEqual(
      (await value(searchModels(test.connect(null), 'ANV', 20))).map(({ model }) => model),
      [MODEL],
    );
    assert.deepEqual(await value(searchModels(test.connect(null), 'nothing', 20)), []);
  });

  it("reads a model's .eval_results and a leaderboard", async () => {
    const result = '- dataset: { id: cais/hle, task_id: hle }\n  value: 20.9\n';
    const files = { '.eval_results/hle.yaml': result, '.eval_results/bad.yaml': '{' };
    test.state.addModel({ id: 'acme/measured', files });
    const found = await value(evalResults(test.connect(null), 'acme/measured'));
    assert.deepEqual(found, [
      {
        filename: '.eval_results/hle.yaml',
        verified: false,
        data: { dataset: { id: 'cais/hle', task_id: 'hle' }, value: 20.9 },
      },
      { filename: '.eval_results/bad.yaml', verified: false, error: 'Invalid YAML in .eval_results/bad.yaml' },
    ]);
    const rows = ['b', 'a'].map((name, index) => ({ model: `acme/${name}`, value: 10 + index, filename: 'x.yaml' }));
    test.state.leaderboards.set('cais/hle', rows);
    const board = await value(leaderboard(test.connect(null), 'cais/hle'));
    assert.deepEqual(
      board.map(({ rank, model, value }) => [rank, model, value]),
      [
        [1, 'acme/a', 11],
        [2, 'acme/b', 10],
      ],
    );
    assert.match((await failure(leaderboard(test.connect(null), 'cais/none'))).message, /dataset cais\/none/);
  });

  it('knows beforehand who may read and write', async () => {
    test.state.addModel({ id: 'acme/gated', gatedFor: [] });
    const may = (who: Parameters<TestHub['connect']>[0], access: 'read' | 'write', model = MODEL) =>
      value(mayAccess(test.connect(who), model, access));
    assert.equal(await may('mona', 'write'), true);
    for (const who of ['monaReads', 'otto', 'ottoDiscusses', null] as const)
      assert.equal(await may(who, 'write'), false);
    assert.equal(await may(null, 'read'), true);
    assert.equal(await may('otto', 'read', 'acme/gated'), false);
    assert.equal((await failure(mayAccess(test.connect('mona'), 'acme/none', 'write'))).kind, 'missing-repository');
  });

  it('lets the Hub check a card', async () => {
    const connection = test.connect(null);
    assert.deepEqual(await value(validateYaml(connection, CARD)), { errors: [], warnings: [] });
    const bad = await value(validateYaml(connection, CARD.replace('type: openai/gsm8k', 'type: G S M')));
    assert.match(bad.errors[0]?.message ?? '', /dataset\.type" with value "G S M"/);
    const empty = await value(validateYaml(connection, '# Nothing\n'));
    assert.match(empty.warnings[0]?.message ?? '', /missing yaml metadata/);
  });
});

describe('a large file', () => {
  let cdnSaw: string | undefined;
  const cdn = createServer((request, response) => {
    cdnSaw = request.headers.authorization ?? 'nothing';
    response.end('from elsewhere');
  });
  let options = {};
  before(async () => {
    cdn.listen(0, '127.0.0.1');
    await once(cdn, 'listening');
    options = { cdnUrl: `http://127.0.0.1:${(cdn.address() as AddressInfo).port}` };
  });
  after(() => cdn.close());
  const test = new TestHub(() => options);

  it('comes from another host, which never sees the token; the Hub names its commit', async () => {
    const repository = test.state.addModel({ id: 'acme/large', files: { 'README.md': 'x'.repeat(200_000) } });
    const file = await value(readFile(test.connect(), { ...README, model: 'acme/large' }));
    assert.equal(Buffer.from(file.content).toString(), 'from elsewhere');
    assert.equal(file.commit, repository.resolve('main')?.oid);
    assert.equal(cdnSaw, 'nothing');
  });
});
