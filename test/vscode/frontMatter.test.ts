import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activate, joinLines, open } from './workspace';

let folders = 0;

/** Opens a file in a folder of its own; a `‸` in its text says where the cursor stands. */
async function openAt(path: string, text: string): Promise<readonly [vscode.TextDocument, vscode.Position]> {
  await activate();
  const document = await open(`front/${++folders}/${path}`, text.replace('‸', ''));
  return [document, document.positionAt(text.indexOf('‸'))];
}

async function complete(path: string, text: string, trigger?: string): Promise<vscode.CompletionList> {
  const [document, position] = await openAt(path, text);
  return vscode.commands.executeCommand('vscode.executeCompletionItemProvider', document.uri, position, trigger);
}

function labels({ items }: vscode.CompletionList): readonly string[] {
  return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

async function hover(path: string, text: string): Promise<string> {
  const [document, position] = await openAt(path, text);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

const scores = ['| Benchmark | Alder-1B |', '| --- | --- |', '| MMLU | 41.5 |', '| GSM8K | 12.3 |'];
const index = [
  'model-index:',
  '- name: Alder-1B',
  '  results:',
  '  - task:',
  '      type: text-generation',
  '    dataset:',
  '      type: cais/mmlu',
  '      name: MMLU',
  '    metrics:',
  '    - type: accuracy',
  '      value: 41.5',
];

describe('completion in the front matter of a card', () => {
  it('offers values after a colon and a space, with their full names and in their own order', async () => {
    const list = await complete('README.md', joinLines('---', 'license: ‸', '---', '# Alder'), ' ');
    assert.deepEqual(labels(list).slice(0, 2), ['apache-2.0', 'mit']);
    const label = list.items[0]?.label;
    assert.equal(typeof label === 'object' && label.description, 'Apache license 2.0');
  });

  it('offers items after a dash, and keys at the start of a line', async () => {
    const item = await complete('README.md', joinLines('---', 'language:', '- ‸', '---', '# Alder'), ' ');
    assert.ok(labels(item).includes('de'));
    const key = await complete('README.md', joinLines('---', 'license: mit', 'l‸', '---', '# Alder'), 'l');
    assert.ok(labels(key).includes('language'));
    assert.ok(!labels(key).includes('license'));
  });

  it('offers no words of the text among the values', async () => {
    const list = await complete('README.md', joinLines('---', 'license: ‸', '---', 'Leafwords'));
    assert.ok(!labels(list).includes('Leafwords'));
  });

  it('works in front matter that is being begun', async () => {
    assert.ok(labels(await complete('README.md', '---\nlic‸\n\n# Alder\n', 'c')).includes('license'));
  });

  it('keeps out of the body and of other Markdown', async () => {
    for (const [path, text] of [
      ['README.md', '---\nlicense: mit\n---\nl‸\n'],
      ['notes.md', '---\ntitle: x\nl‸\n---\n'],
      ['README.md', '---\ntask_ids: []\nl‸\n---\n'],
    ] as const) {
      const { items } = await complete(path, text, 'l');
      // Words and snippets for Markdown are VS Code's own.
      const ours = items.filter(({ kind }) => kind === vscode.CompletionItemKind.Property);
      assert.deepEqual(ours, []);
    }
  });

  it('inserts a snippet with the indentation of its place', async () => {
    const text = joinLines('---', ...index.slice(0, 5), '    ‸', '---');
    const [document, position] = await openAt('README.md', text);
    const editor = await vscode.window.showTextDocument(document);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
    );
    const item = list.items.find(({ label }) => (typeof label === 'string' ? label : label.label) === 'source');
    assert.ok(item?.insertText instanceof vscode.SnippetString && item.range instanceof vscode.Range);
    editor.selection = new vscode.Selection(position, position);
    assert.ok(await editor.insertSnippet(item.insertText, item.range));
    assert.match(document.getText(), /\n {4}source:\n {6}url: \n---\n$/);
    await document.save();
  });

  it('works in files of .eval_results', async () => {
    const list = await complete('.eval_results/leaves.yaml', '- dataset:\n    ‸\n', ' ');
    assert.deepEqual(labels(list), ['id', 'task_id', 'revision']);
  });
});

describe('hovers in the front matter of a card', () => {
  it('say what a key means', async () => {
    assert.match(await hover('README.md', joinLines('---', 'lic‸ense: mit', '---')), /The licence of the model/);
  });

  it('give the full name of a licence with its link', async () => {
    const text = await hover('README.md', joinLines('---', 'license: apa‸che-2.0', '---'));
    assert.match(text, /\[Apache license 2\.0\]\(https:\/\/spdx\.org\/licenses\/Apache-2\.0\.html\)/);
  });

  it('tell where in the tables a value stands', async () => {
    const card = joinLines('---', ...index, '---', '# Alder-1B', '', ...scores).replace('41.5', '41‸.5');
    assert.match(await hover('README.md', card), /table says the same at \[line 18\]\(\S+README\.md#L18\)/);
    const other = card.replace('value: 41', 'value: 40');
    assert.match(await hover('README.md', other), /table has another value at \[line 18\]/);
  });

  it('keep out of the body', async () => {
    assert.equal(await hover('README.md', joinLines('---', 'license: mit', '---', 'The lic‸ense.')), '');
  });
});

describe('links, symbols and folding of front matter', () => {
  const card = joinLines(
    ...['---', 'license: mit', 'license_link: LICENSE', 'base_model: grove/alder-1b', 'datasets:', '- grove/leaves'],
    ...[...index, '    source:', '      url: https://example.org/leaves', '---', '# Alder-1B', '', ...scores],
  );

  it('link models, datasets, licences, files and sources', async () => {
    const [{ uri }] = await openAt('README.md', card);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri, 100);
    const targets = new Set(links.map(({ target }) => String(target)));
    for (const target of [
      'https://spdx.org/licenses/MIT.html',
      'https://huggingface.co/grove/alder-1b',
      'https://huggingface.co/datasets/grove/leaves',
      'https://huggingface.co/datasets/cais/mmlu',
      'https://example.org/leaves',
      String(vscode.Uri.joinPath(uri, '..', 'LICENSE')),
    ]) {
      assert.ok(targets.has(target), `${target} is not among ${[...targets].join(' ')}`);
    }
  });

  it('list the results as symbols', async () => {
    const [{ uri }] = await openAt('README.md', card);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    const model = symbols.find(({ name }) => name === 'Alder-1B');
    assert.deepEqual(
      model?.children.map(({ name, detail, children }) => [name, detail, children.map((child) => child.detail)]),
      [['MMLU', 'text-generation', ['41.5']]],
    );
  });

  it('fold keys, models and results', async () => {
    const [{ uri }] = await openAt('README.md', card);
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      uri,
    );
    const folded = new Set(ranges.map(({ start, end }) => `${start}-${end}`));
    for (const range of ['4-5', '6-18', '7-18', '9-18']) {
      assert.ok(folded.has(range), `${range} is not among ${[...folded].join(' ')}`);
    }
  });

  it('have nothing to say of other Markdown', async () => {
    const [{ uri }] = await openAt('notes.md', joinLines('---', 'title: x', 'datasets: a/b', '---'));
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri);
    assert.deepEqual(links, []);
  });
});
