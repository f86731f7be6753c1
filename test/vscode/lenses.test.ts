import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { joinLines, lenses, open, uriOf, withSetting, write } from './workspace';

const scores = [
  '| Benchmark | Alder-1B | Birch-2B |',
  '| --- | --- | --- |',
  '| MMLU | 41.5 | 48.0 |',
  '| GSM8K | 12.3 | 20.1 |',
];
const settings = ['| Hyper-parameter | Value |', '| --- | --- |', '| Learning rate | 3e-4 |', '| Batch size | 32 |'];
const card = joinLines('---', 'license: mit', '---', '', '# Alder-1B', '', ...scores, '', ...settings);

describe('the lenses', () => {
  it('say what each table holds', async () => {
    assert.deepEqual(await lenses(await open('lenses/README.md', card)), [
      '7: Extract to model-index: 2 models × 2 benchmarks',
      '12: No scores seen: hyper-parameters',
    ]);
  });

  it('say how a table stands against model-index', async () => {
    const document = await vscode.workspace.openTextDocument(uriOf('tamsin-1b/README.md'));
    assert.deepEqual(await lenses(document), [
      '37: Extract to model-index: 3 models × 4 benchmarks',
      '37: 1 of 4 in model-index, 1 value differs',
    ]);
  });

  it('stand above scores only, or nowhere, as the setting says', async () => {
    const document = await open('lenses/README.md', card);
    await withSetting('codeLens', 'scores', async () => assert.equal((await lenses(document)).length, 1));
    await withSetting('codeLens', 'off', async () => assert.deepEqual(await lenses(document), []));
    assert.equal((await lenses(document)).length, 2);
  });

  it('leave data-set and Space cards alone', async () => {
    const body = ['', ...scores];
    const dataset = joinLines('---', 'task_categories:', '- translation', '---', ...body);
    assert.deepEqual(await lenses(await open('data/README.md', dataset)), []);
    assert.deepEqual(await lenses(await open('space/README.md', joinLines('---', 'sdk: gradio', '---', ...body))), []);
  });

  it('tell a card by the git remote of its folder', async () => {
    const remote = (url: string) => joinLines('[core]', '\tbare = false', '[remote "origin"]', `\turl = ${url}`);
    await write('remote-data/.git/config', remote('https://user:secret@huggingface.co/datasets/grove/leaves'));
    assert.deepEqual(await lenses(await open('remote-data/README.md', joinLines('# Leaves', '', ...scores))), []);
    await write('remote-model/.git/config', remote('git@hf.co:grove/alder-1b'));
    assert.equal((await lenses(await open('remote-model/README.md', joinLines('# Alder', '', ...scores)))).length, 1);
  });

  it('find the remote of a worktree', async () => {
    await write('main/.git/config', joinLines('[remote "origin"]', '\turl = https://hf.co/spaces/grove/show'));
    await write('main/.git/worktrees/side/commondir', '../..\n');
    await write('side/.git', `gitdir: ${uriOf('main/.git/worktrees/side').path}\n`);
    assert.deepEqual(await lenses(await open('side/README.md', joinLines('# Show', '', ...scores))), []);
  });

  it('stand in other Markdown only where it is a model card', async () => {
    assert.deepEqual(await lenses(await open('lenses/notes.md', joinLines('# Notes', '', ...scores))), []);
    const named = joinLines('---', 'pipeline_tag: text-generation', '---', '', ...scores);
    assert.equal((await lenses(await open('lenses/alder.md', named))).length, 1);
  });

  it('follow the setting that names the files', async () => {
    const notes = await open('lenses/more.md', joinLines('# More', '', ...scores));
    const readme = await open('lenses/README.md', card);
    await withSetting('files', ['lenses/*.md', '!**/README.md'], async () => {
      assert.equal((await lenses(notes)).length, 1);
      assert.deepEqual(await lenses(readme), []);
    });
  });

  it('come for a long card from its thread, and for its newest text', async () => {
    const prose = `${'A line of prose that makes the card long. '.repeat(4)}\n`.repeat(600);
    const document = await open('lenses/long/README.md', `${card}\n${prose}\n${scores.join('\n')}\n`);
    assert.ok(document.getText().length > 100_000);
    assert.equal((await lenses(document)).length, 3);
    const change = new vscode.WorkspaceEdit();
    change.insert(document.uri, new vscode.Position(5, 0), 'One line more.\n');
    assert.ok(await vscode.workspace.applyEdit(change));
    assert.equal((await lenses(document))[0], '8: Extract to model-index: 2 models × 2 benchmarks');
  });
});
