import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { CardStore } from '../../src/editor/analysis/cardStore';
import { CardOpener } from '../../src/editor/analysis/cardOpener';
import { applyExtraction } from '../../src/editor/extract/apply';
import { type ExtractionChoice, NO_CHOICE } from '../../src/editor/extract/choice';
import type { ExtractFrom } from '../../src/editor/extract/extractFrom';
import { extractNow } from '../../src/editor/extract/extractNow';
import { ScoresImport } from '../../src/editor/scores/scoresImport';
import { ScoresKeys } from '../../src/editor/scores/scoresKeys';
import { KEYS } from '../scores/server/samples';
import { type LoopbackScores, startScores } from '../scores/server/start';
import { OpenSecrets } from './hubParts';
import { activate, type Answer, joinLines, makeStore, open, ScriptedAsker, uriOf, write } from './workspace';

const card = joinLines(
  '---',
  'license: mit',
  'model-index:',
  '- name: Anvil 7B',
  '  results: []',
  '---',
  '',
  '# Anvil',
);

describe('importing from Artificial Analysis', () => {
  let service: LoopbackScores;
  let store: CardStore;
  let secrets: OpenSecrets;
  let folder: string;
  let opened: { from: ExtractFrom; choice: ExtractionChoice }[];

  before(async () => (store = await makeStore()));
  beforeEach(async () => {
    service = await startScores();
    secrets = new OpenSecrets();
    folder = mkdtempSync(join(tmpdir(), 'model-card-scores-'));
    opened = [];
  });
  afterEach(async () => {
    await service.stop();
    rmSync(folder, { recursive: true });
  });

  const listPath = () => join(folder, 'deep', 'list.json');

  async function run(document: vscode.TextDocument, env: NodeJS.ProcessEnv, ...answers: readonly Answer[]) {
    const { extensionPath } = await activate();
    const asker = new ScriptedAsker(...answers);
    const variables = { AA_BASE_URL: service.url, ...env };
    const opener = new CardOpener(join(extensionPath, 'media', 'data'));
    const scores = new ScoresImport({
      ...{ store, asker, env: variables, listPath: listPath(), benchmarks: () => opener.benchmarks() },
      keys: new ScoresKeys(secrets, asker, variables),
      panels: { open: (_, from, choice = NO_CHOICE) => void opened.push({ from, choice }) },
    });
    await scores.run(document);
    return { asker, scores };
  }

  const pro = { AA_API_KEY: KEYS.pro };

  it('offers the card’s own row first, and applies what was chosen in one undo step', async () => {
    const document = await open('scores/README.md', card);
    const { asker } = await run(document, pro, 'Anvil 7B');
    assert.deepEqual(asker.asked, ['Import from Artificial Analysis: which creator?']);
    const [panel] = opened;
    assert.ok(panel);
    const current = await extractNow(store, document, panel.from, panel.choice);
    assert.ok(current);
    assert.equal(current.extraction.needsConfirmation, false);
    const request = { document, ...panel, seen: current.extraction.fingerprint };
    const outcome = await applyExtraction(request, store, new ScriptedAsker());
    assert.deepEqual([outcome.kind, outcome.message.slice(0, 34)], ['applied', 'Added 5 results to model-index; sa']);
    assert.match(document.getText(), /value: 0\.612\n[^]*url: https:\/\/artificialanalysis\.ai\/\n/);
    await vscode.commands.executeCommand('undo');
  });

  it('goes by creator and model, shows efforts apart and asks before it takes another model', async () => {
    const document = await open('scores-other/README.md', card);
    await run(document, pro, 'Acme', 'Qwill 7B (low)');
    const [panel] = opened;
    assert.ok(panel?.from.kind === 'scores');
    assert.deepEqual(
      panel.from.models.map(({ name }) => name),
      ['Qwill 7B (high)', 'Qwill 7B (low)'],
    );
    assert.deepEqual(panel.choice.model, { index: 1, name: 'Qwill 7B (low)' });
    const current = await extractNow(store, document, panel.from, panel.choice);
    assert.equal(current?.extraction.needsConfirmation, true);
    const outcome = await applyExtraction({ document, ...panel, seen: '' }, store, new ScriptedAsker());
    assert.match(outcome.message, /^Confirm first/);
  });

  it('keeps the list for the next time, without the key, and reads it anew when asked', async () => {
    const document = await open('scores-again/README.md', card);
    await run(document, pro, undefined);
    const { length } = service.requests;
    assert.ok(existsSync(listPath()) && !readFileSync(listPath(), 'utf8').includes(KEYS.pro));
    await run(document, pro, undefined);
    assert.equal(service.requests.length, length);
    await run(document, pro, 'Read the list anew', 'Forge & Sons', 'Hammer 8B');
    assert.equal(service.requests.length, 2 * length);
    assert.equal(opened.length, 1);
  });

  it('asks for a key where there is none, keeps it secret, and forgets it', async () => {
    const document = await open('scores-key/README.md', card);
    const { asker, scores } = await run(document, {}, true, KEYS.free, undefined);
    assert.match(asker.asked[0] ?? '', /wants an API key/);
    assert.deepEqual([...secrets.held.values()], [KEYS.free]);
    assert.ok(service.requests.some((path) => path.includes('/free')));
    assert.ok(scores);
    const forgetting = new ScriptedAsker('Forget');
    await new ScoresKeys(secrets, forgetting, {}).change();
    assert.equal(secrets.held.size, 0);
  });

  it('takes the key of a .env file in the folder', async () => {
    await write('.env', `AA_API_KEY=${KEYS.pro}\n`);
    try {
      await run(await open('scores-env/README.md', card), {}, 'Anvil 7B');
      assert.equal(opened.length, 1);
    } finally {
      await vscode.workspace.fs.delete(uriOf('.env'));
    }
  });

  it('tells a wrong key, and takes another one', async () => {
    const document = await open('scores-wrong/README.md', card);
    const { asker } = await run(document, { AA_API_KEY: 'wrong' }, true, KEYS.pro, 'Anvil 7B');
    assert.match(asker.asked[0] ?? '', /does not take the key from AA_API_KEY/);
    assert.equal(opened.length, 1);
  });

  it('is registered', async () => {
    await activate();
    const commands = await vscode.commands.getCommands(true);
    for (const id of ['modelCard.importScores', 'modelCard.changeScoresKey']) assert.ok(commands.includes(id), id);
  });
});
