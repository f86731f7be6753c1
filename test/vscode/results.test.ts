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
    const targets = links.map(({ range, target }) => [document.getText(range), target?.fragment]);
    assert.deepEqual(targets.slice(0, 2), [
      ['line 16', 'L16'],
      ['table line 39', 'L39'],
    ]);
    assert.equal(links[0]?.target?.path, card.path);
  });

  it('says so where nothing is claimed', async () => {
    await vscode.commands.executeCommand('modelCard.showResults', uriOf('qwill-7b/README.md'));
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /holds no results/);
  });
});
