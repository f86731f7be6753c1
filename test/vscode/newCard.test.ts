import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activate, open, uriOf } from './workspace';

describe('a new card', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('begins with the sections that people expect, and is no file yet', async () => {
    await activate();
    await vscode.commands.executeCommand('modelCard.newCard');
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.scheme, 'untitled');
    assert.equal(document.uri.path, uriOf('README.md').path);
    assert.equal(document.languageId, 'markdown');
    assert.match(document.getText(), /^---\nlicense: apache-2\.0\n[^]*\n## Limits and risks\n[^]*\n## Evaluation\n/);
  });

  it('shows the card of a folder that has one', async () => {
    const there = await open('with-card/README.md', '# Here\n');
    await vscode.commands.executeCommand('modelCard.newCard', uriOf('with-card'));
    assert.equal(vscode.window.activeTextEditor?.document, there);
    await vscode.workspace.fs.delete(uriOf('with-card'), { recursive: true });
  });
});
