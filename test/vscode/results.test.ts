import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activate, uriOf } from './workspace';

describe('showing results', () => {
  it('lists what the card claims, with links to its lines', async () => {
    await activate();
    const card = uriOf('tamsin-1b/README.md');
    await vscode.commands.executeCommand('modelCard.showResults', card);
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.scheme, 'model-card-results');
    assert.match(document.getText(), /HellaSwag +accuracy +61\.4 +line 16 +table line 39\n/);
    assert.match(document.getText(), /GSM8K \(5-shot\) +accuracy +18\.7 +line 28 +table line 39 has another value\n/);

    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    const [inFrontMatter, inTable] = links;
    assert.ok(inFrontMatter && inTable?.target);
    assert.equal(document.getText(inFrontMatter.range), 'line 16');
    assert.equal(document.getText(inTable.range), 'table line 39');
    const { path: command, query } = inTable.target;
    await vscode.commands.executeCommand(command, ...(JSON.parse(query) as unknown[]));
    const shown = vscode.window.activeTextEditor;
    assert.equal(shown?.document.uri.toString(), card.toString());
    assert.equal(shown.selection.active.line, 38);
  });

  it('says so where nothing is claimed', async () => {
    await vscode.commands.executeCommand('modelCard.showResults', uriOf('qwill-7b/README.md'));
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /holds no results/);
  });
});
