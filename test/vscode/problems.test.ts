import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activate, eventually, joinLines, open, uriOf, withSetting, write } from './workspace';

const bad = joinLines(
  ...[
    '---',
    'license: mlt # ours',
    'language: no',
    'tags: tiny',
    'pipeline_tag: hammering',
    'metrics: accuracy',
    '---',
  ],
  ...['', '# Alder-1B'],
);
const codes = ['license.unknown', 'language.boolean', 'metadata.type', 'pipeline-tag.unknown', 'metadata.type'];
let folders = 0;

/** Opens a file in a folder of its own. */
async function openCard(text: string, name = 'README.md'): Promise<vscode.TextDocument> {
  await activate();
  return open(`problems/${++folders}/${name}`, text);
}

function shown(uri: vscode.Uri): readonly string[] {
  return vscode.languages.getDiagnostics(uri).map(({ code }) => {
    return typeof code === 'object' ? String(code.value) : String(code);
  });
}

/** Waits until just these problems are shown, and gives their diagnostics. */
async function problems(uri: vscode.Uri, wanted: readonly string[]): Promise<readonly vscode.Diagnostic[]> {
  const isWanted = (found: readonly string[]) => found.join() === wanted.join();
  await eventually(() => shown(uri), isWanted);
  return vscode.languages.getDiagnostics(uri);
}

async function actions(document: vscode.TextDocument, line: number): Promise<readonly vscode.CodeAction[]> {
  const range = document.lineAt(line - 1).range;
  const kind = vscode.CodeActionKind.QuickFix.value;
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, kind);
}

async function apply(found: readonly vscode.CodeAction[], title: string): Promise<void> {
  const action = found.find((one) => one.title === title);
  assert.ok(action?.edit, `${title} is not among ${found.map((one) => one.title).join(', ')}`);
  assert.ok(await vscode.workspace.applyEdit(action.edit));
}

async function change(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const start = document.getText().indexOf(from);
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + from.length));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, to);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

describe('the problems of a card', () => {
  it('are marked on the exact value, with severity, source and a link', async () => {
    const document = await openCard(bad);
    const [license, language, , tag] = await problems(document.uri, codes);
    assert.ok(license && language && tag);
    assert.equal(document.getText(license.range), 'mlt');
    assert.equal(license.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(license.source, 'Model Card');
    assert.match(license.message, /did you mean "mit"\?$/);
    const { code } = license;
    assert.ok(typeof code === 'object');
    assert.equal(code.target.authority, 'huggingface.co');
    assert.equal(document.getText(tag.range), 'hammering');
    assert.equal(tag.severity, vscode.DiagnosticSeverity.Warning);
  });

  it('follow what is typed', async () => {
    const document = await openCard(bad);
    await problems(document.uri, codes);
    await change(document, 'mlt', 'mit');
    await problems(document.uri, codes.slice(1));
    await change(document, 'hammering', 'translation');
    await problems(document.uri, ['language.boolean', 'metadata.type', 'metadata.type']);
  });

  it('come for a long card from its thread', async () => {
    const prose = `${'A line of prose that makes the card long. '.repeat(4)}\n`.repeat(600);
    const document = await openCard(`${bad}\n${prose}`);
    await problems(document.uri, codes);
    await apply(await actions(document, 2), 'Change to "mit"');
    await problems(document.uri, codes.slice(1));
  });

  it('are not told of a README without front matter outside of the Hub, but of one in its clone', async () => {
    const plain = await openCard('# A project\n');
    await write('problems/clone/.git/config', '[remote "origin"]\n\turl = https://huggingface.co/grove/alder\n');
    const clone = await open('problems/clone/README.md', '# Alder\n');
    await problems(clone.uri, ['front-matter.missing']);
    assert.deepEqual(shown(plain.uri), []);
  });

  it('are told of front matter that is never closed', async () => {
    const document = await openCard('---\nlicense: mit\n\n# Alder\n');
    await problems(document.uri, ['front-matter.unclosed']);
  });

  it('are told of a byte order mark, which the text does not show', async () => {
    const document = await openCard('\ufeff---\nlicense: mit\n---\n');
    assert.equal(document.encoding, 'utf8bom');
    await problems(document.uri, ['front-matter.bom']);
  });

  it('take severities from the settings, or are switched off by them', async () => {
    const document = await openCard(bad);
    await problems(document.uri, codes);
    await withSetting('rules', { 'license.unknown': 'hint', 'metadata.type': 'off' }, async () => {
      const [license] = await problems(document.uri, ['license.unknown', 'language.boolean', 'pipeline-tag.unknown']);
      assert.equal(license?.severity, vscode.DiagnosticSeverity.Hint);
      assert.deepEqual(await actions(document, 4), []);
    });
    await problems(document.uri, codes);
  });

  it('are told of files of results', async () => {
    const text = joinLines('- dataset: {id: grove/leaves, task_id: leaves}', '  value: 41.5', '  date: 2026-01-15');
    const document = await openCard(text, '.eval_results/leaves.yaml');
    await problems(document.uri, ['eval-results.unquoted-date']);
    await apply(await actions(document, 3), 'Put it in quotes');
    await problems(document.uri, []);
    assert.ok(document.getText().endsWith("date: '2026-01-15'\n"));
  });
});

describe('the fixes of problems', () => {
  it('are offered where the problem is, and mend just that', async () => {
    const document = await openCard(bad);
    const found = await actions(document, 2);
    assert.deepEqual(
      found.map(({ title, isPreferred }) => [title, isPreferred]),
      [
        ['Change to "mit"', true],
        ['Make it a licence of your own (license: other)', false],
      ],
    );
    await apply(found, 'Change to "mit"');
    assert.equal(document.getText(), bad.replace('mlt', 'mit'));
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), bad);
  });

  it('mend all of one kind', async () => {
    const document = await openCard(bad);
    await apply(await actions(document, 4), 'Fix all 2 of this kind (metadata.type)');
    assert.equal(document.getText(), bad.replace('tiny', '[tiny]').replace('accuracy', '[accuracy]'));
  });

  it('mend all that is safe when the card is saved', async () => {
    const document = await openCard(bad);
    const settings = vscode.workspace.getConfiguration('editor');
    const { Workspace } = vscode.ConfigurationTarget;
    await settings.update('codeActionsOnSave', { 'source.fixAll.modelCard': 'explicit' }, Workspace);
    try {
      await vscode.window.showTextDocument(document);
      await change(document, '# ours', '# mine');
      await vscode.commands.executeCommand('workbench.action.files.save');
      await eventually(
        () => document.isDirty,
        (isDirty) => !isDirty,
      );
    } finally {
      await settings.update('codeActionsOnSave', undefined, Workspace);
    }
    const saved = new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri));
    const mended = { '# ours': '# mine', ': no': ": 'no'", tiny: '[tiny]', accuracy: '[accuracy]' };
    assert.equal(
      saved,
      Object.entries(mended).reduce((text, [from, to]) => text.replace(from, to), bad),
    );
  });
});

describe('the task that checks all cards', () => {
  /** On a busy machine the editor gives up waiting for providers, and tells of no task then. */
  async function tasks(): Promise<readonly vscode.Task[]> {
    for (let tries = 0; tries < 10; tries++) {
      const found = await vscode.tasks.fetchTasks({ type: 'modelCard' });
      if (found.length > 0) return found;
    }
    return [];
  }

  it('runs, and its output is read', async () => {
    await activate();
    const card = await write('task/README.md', bad);
    const [task] = await tasks();
    assert.ok(task, 'there is a task');
    assert.deepEqual(task.problemMatchers, ['$model-card']);
    const { execution } = task;
    assert.ok(execution instanceof vscode.ProcessExecution);
    assert.ok(execution.args.includes('task/README.md'));
    const ended = new Promise<number | undefined>((resolve) => {
      const listener = vscode.tasks.onDidEndTaskProcess((event) => {
        listener.dispose();
        resolve(event.exitCode);
      });
    });
    await vscode.tasks.executeTask(task);
    assert.equal(await ended, 1);
    // VS Code 1.100 tells extensions of no marker whose owner one of them has had; the page tests look at its screen.
    if (vscode.version.startsWith('1.100.')) return;
    const found = await eventually(
      () => vscode.languages.getDiagnostics(card),
      ({ length }) => length === codes.length,
    );
    assert.equal(found[0]?.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(found[1]?.severity, vscode.DiagnosticSeverity.Warning);
  });
});

describe('Check All Cards', () => {
  it('shows the problems of files that are not open, and keeps them when one was opened and closed', async () => {
    await activate();
    const card = await write('all/a/README.md', bad);
    await write('all/b/README.md', '# A project\n');
    const results = await write('all/c/.eval_results/x.yaml', '- value: 1\n');
    void vscode.commands.executeCommand('modelCard.checkAllCards');
    await problems(results, ['metadata.required']);
    assert.deepEqual(
      await problems(card, codes).then((found) => found.map(({ range }) => range.start.line)),
      [1, 2, 3, 4, 5],
    );
    assert.deepEqual(shown(uriOf('all/b/README.md')), []);
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});
