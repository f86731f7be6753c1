import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Asker, TextQuestion } from '../../src/editor/asker';
import { publish } from '../../src/editor/publish/publish';
import { HurriedTimers } from '../hub/support';
import { failSome, seeded } from '../hub/trouble';
import { HubBench, MODEL, textOf } from './hubParts';
import { OpenListeners } from './openListeners';
import { ScriptedAsker } from './workspace';

/** Five hundred take minutes, so that many are asked for by hand. */
const ACTIONS = Number(process.env['MODEL_CARD_SOAK'] ?? 60);

/** Someone who publishes to one place whatever is asked on the way, and merges what has to be merged. */
class Publisher extends ScriptedAsker implements Asker {
  constructor(place: string, title: string) {
    super();
    this.pick = (_, options) => Promise.resolve(options.find(({ label }) => label === place)?.value);
    this.choose = (_question, _detail, ways) => Promise.resolve(ways.at(-1)?.value);
    this.confirm = () => Promise.resolve(true);
    this.type = ({ title: question }: TextQuestion) => Promise.resolve(question.includes('Title') ? title : '');
  }
}

describe(`${ACTIONS} publishes, pull requests and refreshes on a Hub that fails one request in five`, function () {
  this.timeout(540_000);
  const bench = new HubBench();

  const repository = () => bench.hub.state.model(MODEL);

  /** Saves a line more and publishes it, trying again as a person does who reads the message. */
  async function send(document: vscode.TextDocument, place: string, line: string): Promise<void> {
    const text = await untilItWorks(() => textOf(document.uri));
    await vscode.workspace.fs.writeFile(document.uri, new TextEncoder().encode(`${text}${line}\n`));
    for (;;) {
      const { session, cards } = bench;
      const asker = new Publisher(place, line);
      const outcome = await publish(document, { session, cards, asker, showPage: () => undefined });
      if (outcome.kind === 'published') return;
      // What arrived without an answer is met again as a change on the Hub, and merged with itself.
      if (outcome.kind === 'refused' && outcome.message.includes('as on the Hub')) return;
      assert.ok(outcome.kind === 'failed' || outcome.kind === 'merged', JSON.stringify(outcome));
      assert.match(outcome.message, /again/);
    }
  }

  it('leave each change there once, and nothing behind', async () => {
    await bench.signIn('mona');
    const random = seeded(11);
    failSome(bench.hub, 0.2, random);
    const document = await untilItWorks(() => vscode.workspace.openTextDocument(bench.uri()));
    const counts = { publish: 0, propose: 0, refresh: 0 };
    const timeouts = openTimeouts();
    const listeners = new OpenListeners();
    for (let number = 0; number < ACTIONS; number++) {
      const action = (['publish', 'propose', 'refresh'] as const)[Math.floor(random() * 3)]!;
      const line = `Line ${number} by ${action}.`;
      if (action === 'publish') await send(document, 'Commit to main', line);
      else if (action === 'propose') await send(document, 'New pull request', line);
      else await untilItWorks(() => textOf(bench.uri('refs:heads:main')));
      if (action === 'propose') await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      counts[action]++;
    }
    bench.hub.faults.clear();
    listeners.stop();

    const published = (repository().text('README.md') ?? '').split('\n').filter((line) => line.startsWith('Line '));
    assert.equal(published.length, counts.publish);
    assert.equal(new Set(published).size, counts.publish);
    assert.ok(published.every((line) => line.endsWith('by publish.')));
    assert.equal(repository().history(repository().resolve('main')!).length, counts.publish + 1);
    const titles = repository().discussions.map(({ title }) => title);
    assert.equal(titles.length, counts.propose);
    assert.equal(new Set(titles).size, counts.propose);
    assert.deepEqual(await bench.cards.drafts(), []);
    assert.ok(bench.timers instanceof HurriedTimers && bench.timers.pending === 0);
    assert.ok(openTimeouts() < timeouts + 50, `${openTimeouts()} timers after ${timeouts}`);
    assert.ok(listeners.all > 0);
    assert.equal(listeners.open, 0, `${listeners.open} of ${listeners.all} listeners after ${ACTIONS} actions`);
    const kept = readdirSync(join(bench.env['HF_HOME'] ?? '', 'cards'));
    assert.deepEqual(
      kept.filter((name) => !name.endsWith('.json')),
      [],
    );
  });
});

async function untilItWorks<T>(run: () => PromiseLike<T>): Promise<T> {
  for (;;) {
    try {
      return await run();
    } catch (error) {
      assert.match(String(error), /again/);
    }
  }
}

function openTimeouts(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
}
