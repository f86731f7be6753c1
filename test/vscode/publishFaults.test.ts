import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PublishOutcome } from '../../src/editor/publish/outcome';
import { publish } from '../../src/editor/publish/publish';
import { systemTimers } from '../../src/http/timers';
import { FAULT_TABLE } from '../hub/faultTable';
import { CARD, HubBench, MODEL } from './hubParts';
import { ScriptedAsker } from './workspace';

const DRAFT = `${CARD}One line more.\n`;

describe('publishing on a Hub that fails', () => {
  const bench = new HubBench();
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const repository = () => bench.hub.state.model(MODEL);

  async function draft(): Promise<vscode.TextDocument> {
    await vscode.workspace.fs.readFile(bench.uri());
    await vscode.workspace.fs.writeFile(bench.uri(), new TextEncoder().encode(DRAFT));
    return vscode.workspace.openTextDocument(bench.uri());
  }

  function run(document: vscode.TextDocument): Promise<PublishOutcome> {
    const { session, cards } = bench;
    const asker = new ScriptedAsker('Commit to main', 'Say more', '');
    return publish(document, { session, cards, asker, showPage: () => undefined });
  }

  /** Ended in one sentence, and the draft is as it was. */
  async function endedWell(outcome: PublishOutcome, nextStep: RegExp): Promise<void> {
    assert.ok('message' in outcome && outcome.kind !== 'published', JSON.stringify(outcome));
    assert.match(outcome.message, nextStep);
    assert.match(outcome.message, /^[^\n<]+\.\)?$/);
    const record = await bench.cards.record(bench.uri());
    assert.equal(new TextDecoder().decode(record?.draft?.content), DRAFT);
  }

  for (const [name, { fault, publishing, nextStep }] of Object.entries(FAULT_TABLE)) {
    it(`${name}: ends in its sentence, loses nothing, and works again after it`, async () => {
      if (fault.kind === 'slow') {
        bench.timers = { now: () => systemTimers.now(), after: (ms, run) => systemTimers.after(ms / 10, run) };
        bench.start();
      }
      await bench.signIn('mona');
      const document = await draft();
      bench.hub.faults.add({ fault, times: Infinity });
      if (fault.kind !== 'slow') await endedWell(await run(document), /; .+\.\)?$/);
      bench.hub.faults.clear();

      const matches = ({ url }: { readonly url: URL }): boolean => url.pathname.includes('/commit/');
      bench.hub.faults.add({ fault, matches, times: Infinity });
      const outcome = await run(document);
      bench.hub.faults.clear();
      if (publishing === 'done') assert.equal(outcome.kind, 'published', JSON.stringify(outcome));
      else {
        await endedWell(outcome, publishing === 'branch-moved' ? /nothing was written; publish again/ : nextStep);
        assert.equal((await run(document)).kind, 'published');
      }
      assert.equal(repository().text('README.md'), DRAFT);
      assert.equal(repository().history(repository().resolve('main')!).length, 2);
      assert.deepEqual(await bench.cards.drafts(), []);
    });
  }
});
