import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { HubIds } from '../../src/editor/frontMatter/hubIds';
import { HubVerdicts } from '../../src/editor/problems/hubVerdicts';
import { HubBench } from './hubParts';
import { eventually, joinLines, makeStore, open } from './workspace';

const UNCANCELLED = new vscode.CancellationTokenSource().token;

describe("the Hub's own verdict", () => {
  const bench = new HubBench();
  const card = joinLines('---', 'license: [1]', 'base_model: Anvil 7B', '---', '', '# Anvil');

  const found = (uri: vscode.Uri) =>
    vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Hugging Face');

  async function verdicts(): Promise<HubVerdicts> {
    return new HubVerdicts(bench.session, await makeStore());
  }

  it('stands at its place, as of a source of its own, until the front matter changes', async () => {
    const document = await open('verdict.md', card);
    const outcome = await (await verdicts()).validate(document);
    assert.ok(outcome.kind === 'found');
    assert.match(outcome.message, /names 1 error and 0 warnings/);
    const [problem] = found(document.uri);
    assert.equal(document.getText(problem?.range), 'Anvil 7B');
    assert.match(problem?.message ?? '', /^"base_model" with value "Anvil 7B" is not valid\./);
    assert.deepEqual(
      bench.hub.requests.map(({ method, path }) => `${method} ${path}`),
      ['POST /api/validate-yaml'],
    );

    const change = new vscode.WorkspaceEdit();
    change.insert(document.uri, new vscode.Position(6, 0), 'More.\n');
    assert.ok(await vscode.workspace.applyEdit(change));
    assert.equal(found(document.uri).length, 1);
    const other = new vscode.WorkspaceEdit();
    other.insert(document.uri, new vscode.Position(1, 0), 'tags: [x]\n');
    assert.ok(await vscode.workspace.applyEdit(other));
    await eventually(
      () => found(document.uri).length,
      (left) => left === 0,
    );
  });

  it('says so where all is well, and where the Hub cannot be asked', async () => {
    const document = await open('verdict-fine.md', joinLines('---', 'license: mit', '---', '', '# Anvil'));
    const one = await verdicts();
    const fine = await one.validate(document);
    assert.ok(fine.kind === 'fine');
    assert.match(fine.message, /takes this card as it is\.$/);
    bench.hub.faults.add({ fault: { kind: 'answer', reply: { status: 403, body: { error: 'No' } } } });
    const failed = await one.validate(document);
    assert.ok(failed.kind === 'failed');
    assert.match(failed.message, /^The Hub does not allow this \(No\)/);
  });
});

describe('ids completed from the Hub', () => {
  const bench = new HubBench();

  /** What is offered where `|` stands. */
  async function offered(ids: HubIds, marked: string, token = UNCANCELLED): Promise<readonly string[] | null> {
    const place = { schema: 'model-card', yaml: marked.replace('|', ''), offset: marked.indexOf('|') } as const;
    const answer = await ids.suggest(place, token);
    return answer && answer.items.map(({ label }) => label);
  }

  async function allowed(run: () => Promise<void>): Promise<void> {
    const settings = vscode.workspace.getConfiguration('modelCard');
    await settings.update('hub.suggest', true, vscode.ConfigurationTarget.Global);
    try {
      await run();
    } finally {
      await settings.update('hub.suggest', undefined, vscode.ConfigurationTarget.Global);
    }
  }

  beforeEach(() => bench.hub.state.datasets.push('acme/riddles', 'openai/gsm8k'));

  it('are not asked for unless the setting allows it', async () => {
    assert.equal(await offered(new HubIds(bench.session), 'base_model: anv|'), null);
    assert.equal(bench.hub.requests.length, 0);
  });

  it('are found for models and datasets, each question once', () =>
    allowed(async () => {
      const ids = new HubIds(bench.session);
      assert.deepEqual(await offered(ids, 'base_model: anv|'), ['acme/anvil']);
      assert.deepEqual(await offered(ids, 'datasets:\n- rid|'), ['acme/riddles']);
      assert.equal(bench.hub.requests.length, 2);
      assert.deepEqual(await offered(ids, 'new_version: Anv|'), ['acme/anvil']);
      assert.equal(await offered(ids, 'license: anv|'), null);
      assert.equal(await offered(ids, 'base_model: |'), null);
      assert.equal(bench.hub.requests.length, 2);
    }));

  it('are not asked for by what was overtaken while it waited', () =>
    allowed(async () => {
      const source = new vscode.CancellationTokenSource();
      const asked = offered(new HubIds(bench.session), 'base_model: anv|', source.token);
      source.cancel();
      assert.equal(await asked, null);
      assert.equal(bench.hub.requests.length, 0);
    }));

  it('stay away without a word where the Hub cannot be reached, which is not tried again at once', () =>
    allowed(async () => {
      const ids = new HubIds(bench.session);
      bench.hub.faults.add({ fault: { kind: 'answer', reply: { status: 403, body: {} } } });
      assert.equal(await offered(ids, 'base_model: anv|'), null);
      assert.equal(await offered(ids, 'base_model: anvi|'), null);
      assert.equal(bench.hub.requests.length, 1);
    }));
});
