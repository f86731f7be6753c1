import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension', () => {
  it('is found and starts', async () => {
    const extension = vscode.extensions.getExtension('model-card-editor.model-card-editor');
    assert.ok(extension);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
