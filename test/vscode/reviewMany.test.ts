import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { Command } from '../../src/contributions';
import { CardOpener } from '../../src/editor/analysis/cardOpener';
import type { Asker } from '../../src/editor/asker';
import type { LongTask } from '../../src/editor/progress';
import { ManyCards } from '../../src/editor/reviewMany';
import type { ManyNode } from '../../src/editor/reviewMany/nodes';
import { plainCard } from '../hub/batchCards';
import { HubBench } from './hubParts';
import { activate, type Answer, joinLines, ScriptedAsker, uriOf, write } from './workspace';

const REVIEW_SMITHY: readonly Answer[] = ['A User or an Organisation…', 'smithy'];
const PROPOSE: readonly Answer[] = [true, true, true];

describe('many cards at once', () => {
  const bench = new HubBench();
  let storage: string;
  let many: ManyCards | null = null;
  let previewed: string[] = [];
  /** Stops a task when it tells this. */
  let stopAt: string | null = null;

  beforeEach(async () => {
    storage = mkdtempSync(join(tmpdir(), 'many-cards-'));
    previewed = [];
    stopAt = null;
    for (let number = 1; number <= 11; number++) {
      const name = `Tongs-${number}B`;
      bench.hub.state.addModel({ id: `smithy/${name}`, files: { 'README.md': plainCard(name, '71.5', '55.25') } });
    }
    await bench.signIn('mona');
  });

  afterEach(() => {
    many?.dispose();
    many = null;
    rmSync(storage, { recursive: true });
  });

  const progress = <T>(_title: string, task: LongTask<T>): Promise<T> => {
    const stop = new AbortController();
    return task(stop.signal, (message) => {
      if (message === stopAt) stop.abort();
    });
  };

  /** Runs a command of parts of its own, which are made anew as a reload makes them. */
  async function run(command: string, answers: readonly Answer[], node?: ManyNode): Promise<readonly string[]> {
    const asker = new ScriptedAsker(...answers);
    const { extensionPath } = await activate();
    const opener = new CardOpener(join(extensionPath, 'media', 'data'));
    const cards = many?.tree;
    if (command === Command.reviewMany || cards === undefined) {
      many?.dispose();
      many = new ManyCards({
        ...{ session: bench.session, storage, state: bench.state, progress },
        previews: {
          show: (_document, edits) => Promise.resolve(void previewed.push(...edits.map(({ text }) => text))),
        },
        // Which person is asked changes with each command.
        asker: new Proxy<Asker>(asker, { get: (_, key: keyof Asker) => bench.asker[key].bind(bench.asker) }),
        knowledge: () => ({ benchmarks: opener.benchmarks(), terms: opener.terms() }),
      });
    }
    bench.asker = asker;
    await many?.handlers[command]?.(node as ManyNode);
    return asker.asked;
  }

  const rows = (node?: ManyNode): readonly ManyNode[] => many?.tree.getChildren(node) ?? [];
  const groups = () => rows().map(({ row }) => `${row.label}: ${row.description ?? ''}`);

  function row(label: string): ManyNode {
    const found = rows()
      .flatMap((group) => rows(group))
      .find((one) => one.row.label === label);
    assert.ok(found, label);
    return found;
  }

  function tick(...models: readonly string[]): void {
    for (const model of models) many?.tree.tick(row(model), true);
  }

  const reportText = () => vscode.window.activeTextEditor?.document.getText() ?? '';
  const opened = () =>
    [...Array(11).keys()].map((at) => bench.hub.state.model(`smithy/Tongs-${at + 1}B`).discussions.length);
  const commits = () => bench.hub.requests.filter(({ path }) => path.includes('/commit/')).length;

  it('are reviewed, shown by what can be done, and proposed once', async () => {
    await run(Command.reviewMany, REVIEW_SMITHY);
    assert.ok(groups().includes('Scores that are not in model-index: 11'), groups().join());
    assert.ok(row('smithy/Tongs-2B').row.description?.startsWith('2 results'), row('smithy/Tongs-2B').row.description);

    assert.deepEqual(await run(Command.proposeTicked, []), []);
    tick('smithy/Tongs-2B', 'smithy/Tongs-3B');
    const asked = await run(Command.proposeTicked, PROPOSE);
    assert.match(asked[2] ?? '', /^Open 2 pull requests on 2 models as mona\?[^]*smithy\/Tongs-2B\nsmithy\/Tongs-3B$/);
    assert.deepEqual(opened(), [0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    assert.match(reportText(), /^# Proposals for the model cards of smithy\n\n## Pull requests \(2\)\n/);
    assert.match(row('smithy/Tongs-2B').row.description ?? '', /^pull request #1/);

    await run(Command.reviewMany, REVIEW_SMITHY);
    tick('smithy/Tongs-2B', 'smithy/Tongs-3B', 'smithy/Tongs-4B');
    await run(Command.proposeTicked, PROPOSE);
    assert.deepEqual(opened(), [0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0]);
    assert.equal(commits(), 3);
  });

  it('open in an editor, in the panel and as a diff', async () => {
    const metadata = joinLines('---', 'license: mit', 'tags: forging', '---', '');
    await write('many/Tongs-1B/README.md', metadata + plainCard('Tongs-1B', '71.5', '55.25'));
    await run(Command.reviewMany, ['A Folder of the Workspace…', 'many']);
    const [node] = rows().flatMap((group) => rows(group));
    assert.ok(node);
    await run(Command.openManyCard, [], node);
    assert.equal(vscode.window.activeTextEditor?.document.uri.fsPath, uriOf('many/Tongs-1B/README.md').fsPath);
    await run(Command.diffManyCard, [], node);
    assert.match(previewed.join(), /^tags: \[forging\]$/m);
    await run(Command.openManyTable, [], node);
    assert.equal(node.kind === 'card' && node.isTicked, undefined);
  });

  it('go on although one request in ten fails', async () => {
    let number = 0;
    const reply = { status: 503, headers: {}, body: 'busy' };
    bench.hub.faults.add({ fault: { kind: 'answer', reply }, matches: () => ++number % 10 === 0, times: Infinity });
    await run(Command.reviewMany, REVIEW_SMITHY);
    const models = [...Array(11).keys()].map((at) => `smithy/Tongs-${at + 1}B`);
    tick(...models);
    await run(Command.proposeTicked, PROPOSE);
    assert.deepEqual(opened(), Array(11).fill(1));
  });

  it('are taken up where they were stopped', async () => {
    stopAt = '3 cards';
    await run(Command.reviewMany, REVIEW_SMITHY);
    const read = () => bench.hub.requests.filter(({ path }) => path.endsWith('README.md')).length;
    const before = read();
    assert.ok(before < 11, String(before));
    stopAt = null;
    const asked = await run(Command.reviewMany, [...REVIEW_SMITHY, 'Go On']);
    assert.match(asked[2] ?? '', /^Go on with the review of smithy\? It was stopped after \d+ cards\.$/);
    assert.equal(read() <= 11 + 8, true);
    assert.equal(rows().flatMap((group) => rows(group)).length, 11);

    tick('smithy/Tongs-1B', 'smithy/Tongs-2B', 'smithy/Tongs-3B');
    stopAt = '1 of 3 cards';
    await run(Command.proposeTicked, PROPOSE);
    stopAt = null;
    await run(Command.reviewMany, REVIEW_SMITHY);
    tick('smithy/Tongs-1B', 'smithy/Tongs-2B', 'smithy/Tongs-3B');
    await run(Command.proposeTicked, PROPOSE);
    assert.deepEqual(opened().slice(0, 4), [1, 1, 1, 0]);
  });

  it('are proposed where a pull request is open only if that is confirmed, looked after and withdrawn', async () => {
    const other = { title: 'Tag it', base: { branch: 'main', commit: '' }, isPullRequest: true, author: 'otto' };
    const model = bench.hub.state.model('smithy/Tongs-1B');
    model.discussions.push({ ...other, number: 1, status: 'open', createdAt: new Date(0), events: [] });
    await run(Command.reviewMany, REVIEW_SMITHY);
    tick('smithy/Tongs-1B', 'smithy/Tongs-2B');
    const asked = await run(Command.proposeTicked, [...PROPOSE, undefined]);
    assert.match(asked[3] ?? '', /^Held Back/);
    assert.deepEqual(opened().slice(0, 2), [1, 1]);
    tick('smithy/Tongs-1B');
    await run(Command.proposeTicked, [...PROPOSE, ['smithy/Tongs-1B']]);
    assert.deepEqual(opened().slice(0, 2), [2, 1]);

    await run(Command.fatesOfMany, []);
    assert.match(reportText(), /^# What became of the pull requests of smithy\n\n## Open \(2\)\n/);
    await run(Command.withdrawMany, [true, true]);
    assert.match(reportText(), /## Closed \(2\)/);
    assert.equal(model.discussions[0]?.status, 'open');
    assert.equal(model.discussions[1]?.status, 'closed');
  });
});
