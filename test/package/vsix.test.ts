import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { readVsix } from '../../scripts/vscode/vsix.mjs';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, unknown>;
const path = `${String(manifest['name'])}-${String(manifest['version'])}.vsix`;

/** What the package may hold. VSCE itself renames the licence, the readme and the change log. */
const allowed = [
  /^(?:LICENSE\.txt|package\.json|package\.nls\.json|readme\.md|changelog\.md)$/,
  /^dist\/(?:extension|add-results|batch|card|card-thread|clipboard|eval-results|evaluations|hub|mcp|metadata|pasted|publish|result-files|review-many|runs|scores|tools|yaml-worker|cli)\.js$/,
  /^dist\/webview\/main\.(?:js|css)$/,
  /^dist\/python\/(?:lighteval_(?:vllm|accelerate)|inspect_(?:vllm|hf|eval))_uv\.py$/,
  /^dist\/THIRD-PARTY-NOTICES\.txt$/,
  /^media\/[\w./-]+\.(?:json|svg|png|md)$/,
];

describe('the packaged extension', () => {
  let files: ReadonlyMap<string, Buffer>;

  before(async () => (files = await readVsix(path)));

  it('takes at most 2 MB', () => assert.ok(statSync(path).size <= 2_000_000, `${statSync(path).size} bytes`));

  it('holds nothing outside the allow-list', () => {
    const others = [...files.keys()].filter((file) => !allowed.some((pattern) => pattern.test(file)));
    assert.deepEqual(others, []);
  });

  it('holds every file that package.json names', () => {
    const named = strings([manifest['main'], manifest['bin'], manifest['icon'], manifest['contributes']]).filter(
      (text) => /^(?:\.\/)?(?:dist|media)\//.test(text),
    );
    assert.ok(named.length >= 3, 'main, bin and icon at least');
    assert.deepEqual(absent(named.map((text) => text.replace(/^\.\//, ''))), []);
  });

  it('holds every built bundle and every media file', () => {
    const built = ['dist', 'media'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
        .map((entry) => `${entry.parentPath}/${entry.name}`),
    );
    for (const needed of [
      'dist/extension.js',
      'dist/add-results.js',
      'dist/eval-results.js',
      'dist/publish.js',
      'dist/batch.js',
      'dist/card.js',
      'dist/card-thread.js',
      'dist/yaml-worker.js',
      'dist/metadata.js',
      'dist/hub.js',
      'dist/clipboard.js',
      'dist/evaluations.js',
      'dist/mcp.js',
      'dist/pasted.js',
      'dist/result-files.js',
      'dist/review-many.js',
      'dist/runs.js',
      'dist/scores.js',
      'dist/tools.js',
      'dist/webview/main.js',
      'dist/webview/main.css',
      'dist/python/inspect_vllm_uv.py',
    ]) {
      assert.ok(built.includes(needed), needed);
    }
    assert.deepEqual(absent(built), []);
  });

  it('has a text for every placeholder in package.json, and no other', () => {
    const texts = JSON.parse(String(files.get('package.nls.json'))) as Record<string, string>;
    const placeholders = strings(manifest).flatMap((text) => /^%(.+)%$/.exec(text)?.[1] ?? []);
    assert.deepEqual([...new Set(placeholders)].sort(), Object.keys(texts).sort());
  });

  it('has the licence of every package whose code is in a bundle', () => {
    const notices = String(files.get('dist/THIRD-PARTY-NOTICES.txt'));
    for (const name of [
      'markdown-it',
      'parse5',
      'yaml',
      'yaml-language-server',
      '@vscode/webview-ui-toolkit',
      '@huggingface/hub',
      'yauzl',
      'fzstd',
      'papaparse',
      '@modelcontextprotocol/sdk',
    ]) {
      assert.match(notices, new RegExp(`^${name} \\d`, 'm'));
    }
  });

  it('keeps activation light: the extension in 150 kB, the card core in 500 kB', () => {
    assert.ok(statSync('dist/extension.js').size <= 150_000);
    assert.ok(statSync('dist/card.js').size <= 500_000);
  });

  it('holds the parsers once, in the card core: the checks take 100 kB', () => {
    assert.ok(statSync('dist/metadata.js').size <= 100_000);
  });

  function absent(names: readonly string[]): readonly string[] {
    return names.filter((name) => !files.has(name));
  }
});

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(strings);
}
