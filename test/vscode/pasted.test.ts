import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CardStore } from '../../src/editor/analysis/cardStore';
import { CardOpener } from '../../src/editor/analysis/cardOpener';
import { ModelCards } from '../../src/editor/cards/modelCards';
import { Repositories } from '../../src/editor/cards/repositories';
import { Previews } from '../../src/editor/extract/preview';
import { extractByQuickPicks } from '../../src/editor/extract/quickPicks';
import { scoresOfClipboard } from '../../src/editor/pasted';
import { PasteTables } from '../../src/editor/pasted/pasteTables';
import { HubBench } from './hubParts';
import { activate, type Answer, eventually, joinLines, makeStore, open, ScriptedAsker } from './workspace';

const card = joinLines('---', 'license: mit', '---', '', '# Alder-1B', '', 'Text.');
const latex = String.raw`\begin{tabular}{lcc}
\toprule Model & MMLU & GSM8K \\ \midrule
Alder-1B & 41.5 & \textbf{12.3} \\
Birch-2B & \textbf{48.0} & 11.1 \\ \bottomrule
\end{tabular}`;
const block = joinLines(
  '| Model | MMLU | GSM8K |',
  '| --- | --- | --- |',
  '| Alder-1B | 41.5 | **12.3** |',
  '| Birch-2B | **48.0** | 11.1 |',
);

describe('pasted tables', () => {
  const bench = new HubBench();
  let store: CardStore;
  let clipboard: string;

  before(async () => {
    store = await makeStore();
    clipboard = await vscode.env.clipboard.readText();
  });
  after(() => vscode.env.clipboard.writeText(clipboard));

  async function scores(...answers: readonly Answer[]) {
    const opener = new CardOpener(`${(await activate()).extensionPath}/media/data`);
    return scoresOfClipboard({ asker: new ScriptedAsker(...answers), benchmarks: () => opener.benchmarks() });
  }

  it('go from the clipboard through the quick picks into the card', async () => {
    await vscode.env.clipboard.writeText(latex);
    const document = await open('pasted/README.md', card);
    const source = await scores();
    assert.ok(source);
    const asker = new ScriptedAsker('Alder-1B', true, 'Apply');
    const evalResults = await bench.evalResults();
    const parts = { store, previews: new Previews(), evalResults: () => evalResults, asker };
    const outcome = await extractByQuickPicks(document, source, parts);
    assert.equal(outcome?.kind, 'applied', outcome?.message);
    assert.match(document.getText(), /value: 41\.5\n[^]*value: 12\.3\n/);
    assert.doesNotMatch(document.getText(), /48\.0|11\.1/);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
  });

  it('ask which of several is meant, and say where there is none', async () => {
    await vscode.env.clipboard.writeText(`${latex}\n${latex.replace('41.5', '51.5')}`);
    assert.equal((await scores('Table 2'))?.models[0]?.drafts[0]?.value, '51.5');
    await vscode.env.clipboard.writeText('No table, just words.');
    assert.equal(await scores(), undefined);
  });

  it('open in the panel', async () => {
    await vscode.env.clipboard.writeText('Model\tMMLU\nAlder-1B\t41.5\n');
    const document = await open('pasted-panel/README.md', card);
    await vscode.commands.executeCommand('modelCard.extractFromClipboard', document.uri);
    const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const isPanel = ({ label }: vscode.Tab) => label === 'Extract: pasted-panel/README.md';
    await eventually(
      () => tabs().map(({ label }) => label),
      () => tabs().some(isPanel),
    );
    await vscode.window.tabGroups.close(tabs().filter(isPanel));
  });

  it('are inserted at the cursor as a block of their own', async () => {
    await vscode.env.clipboard.writeText(latex);
    const document = await open('pasted-block/README.md', card);
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(6, 5, 6, 5);
    await vscode.commands.executeCommand('modelCard.pasteTable');
    assert.equal(document.getText(), card.replace('Text.\n', `Text.\n\n${block}\n`));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), card);
  });

  it('are offered where HTML with a table is pasted, behind the text as it is', async () => {
    await activate();
    const document = await open('pasted-html/README.md', card);
    const data = new vscode.DataTransfer();
    data.set('text/plain', new vscode.DataTransferItem('a b'));
    data.set('text/html', new vscode.DataTransferItem('<table><tr><th>A<th>B<tr><td>1.5<td>2.5</table>'));
    const offer = new PasteTables(new ModelCards(new Repositories()));
    const place = new vscode.Range(7, 0, 7, 0);
    const [edit] = await offer.provideDocumentPasteEdits(document, [place], data);
    assert.equal(edit?.insertText, joinLines('', '| A | B |', '| --- | --- |', '| 1.5 | 2.5 |'));
    assert.deepEqual(edit.yieldTo, [vscode.DocumentDropOrPasteEditKind.Text]);
    const prose = new vscode.DataTransfer();
    prose.set('text/plain', new vscode.DataTransferItem('A sentence, with a comma.\nAnother, too.'));
    assert.deepEqual(await offer.provideDocumentPasteEdits(document, [place], prose), []);
    const other = await open('pasted-html/notes.md', 'Notes.\n');
    assert.deepEqual(await offer.provideDocumentPasteEdits(other, [place], data), []);
  });
});
