// Builds the product into dist/, or with --tests the test bundles into out/.
// --watch rebuilds on every change, readable and with source maps.
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, context } from 'esbuild';
import { thirdPartyNotices } from './scripts/build/notices.mjs';
import { plainEditor } from './scripts/build/plainEditor.mjs';
import { writeScripts } from './scripts/build/python.mjs';
import { withoutFormatter } from './scripts/build/withoutFormatter.mjs';
import { validators } from './scripts/build/validators.mjs';

const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');

/** @typedef {Omit<import('esbuild').BuildOptions, 'entryPoints'> & { entryPoints: string[] }} Bundle */

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  logLevel: 'warning',
  legalComments: 'none',
  // Tables of entities and names in other scripts take twice the room when they are escaped.
  charset: 'utf8',
  sourcemap: watch || tests,
  minify: !watch && !tests,
  metafile: true,
};

/** @type {import('esbuild').BuildOptions} */
const node = {
  ...common,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // parse5 and its like ship smaller ES modules beside their CommonJS builds.
  mainFields: ['module', 'main'],
  // The same library as ES modules, so that what we do not use is left out.
  alias: { yaml: resolve('node_modules/yaml/browser/index.js') },
};

/**
 * Modules that bring a parser with them: another bundle takes them from the core's, which must export what it uses.
 * @type {import('esbuild').Plugin}
 */
const heavyFromCore = {
  name: 'heavy-from-core',
  setup: ({ onResolve }) =>
    onResolve(
      { filter: /^(?:yaml|parse5)$|\/(?:results\/claimLines|results\/modelIndex\/document|plainText)$/ },
      () => ({
        path: './card.js',
        external: true,
      }),
    ),
};

/**
 * Other bundles that one takes as they are: its source imports their entries.
 * @type {import('esbuild').Plugin}
 */
const bundlesBeside = {
  name: 'bundles-beside',
  setup: ({ onResolve }) => {
    const files = { core: './card.js', hub: './hub.js', metadata: './metadata.js' };
    onResolve({ filter: /^\.\.\/(?:core|hub|metadata)$/ }, ({ path }) => ({
      path: files[path.slice(3)],
      external: true,
    }));
  },
};

/** The entry points of the product, by the names of their bundles: each is loaded on its own, when it is first needed. */
const parts = {
  extension: 'src/extension.ts',
  cli: 'src/cli/main.ts',
  card: 'src/core.ts',
  'card-thread': 'src/editor/analysis/thread.ts',
  hub: 'src/hub/index.ts',
  batch: 'src/batch/index.ts',
  metadata: 'src/metadata/index.ts',
  pasted: 'src/tables/pasted/index.ts',
  'result-files': 'src/results/runs/readRun.ts',
  runs: 'src/runs/index.ts',
  scores: 'src/scores/index.ts',
  'yaml-worker': 'src/editor/frontMatter/yamlWorker.ts',
  'add-results': 'src/editor/addResults/index.ts',
  evaluations: 'src/editor/evaluations/index.ts',
  'eval-results': 'src/editor/evalResults/index.ts',
  publish: 'src/editor/publish/index.ts',
  clipboard: 'src/editor/pasted/index.ts',
  'review-many': 'src/editor/reviewMany/index.ts',
  tools: 'src/editor/tools/index.ts',
  mcp: 'src/cli/mcpServer.ts',
};

/**
 * A bundle of the product, which takes the others from beside itself.
 * @param {keyof typeof parts} name
 * @param {Partial<Bundle>} [options]
 * @returns {Bundle}
 */
const part = (name, options) => ({
  ...node,
  entryPoints: [parts[name]],
  outfile: `dist/${name}.js`,
  external: ['vscode', ...Object.keys(parts).map((other) => `./${other}.js`)],
  ...options,
});

/** @type {Bundle[]} */
const products = [
  part('extension', { plugins: [plainEditor] }),
  part('cli', { banner: { js: '#!/usr/bin/env node' } }),
  part('card'),
  part('card-thread'),
  part('hub'),
  part('batch', { plugins: [bundlesBeside] }),
  part('metadata', { alias: {}, plugins: [validators, heavyFromCore] }),
  part('pasted', { plugins: [heavyFromCore] }),
  part('result-files'),
  part('runs', { plugins: [heavyFromCore] }),
  part('scores', { plugins: [heavyFromCore] }),
  part('yaml-worker', { plugins: [withoutFormatter] }),
  part('add-results', { plugins: [plainEditor] }),
  part('evaluations', { plugins: [plainEditor] }),
  part('eval-results', { plugins: [plainEditor] }),
  part('publish', { plugins: [plainEditor] }),
  part('clipboard', { plugins: [plainEditor] }),
  part('review-many', { plugins: [plainEditor] }),
  part('tools', { plugins: [plainEditor] }),
  part('mcp'),
  {
    ...common,
    entryPoints: ['webview/main.ts'],
    outfile: 'dist/webview/main.js',
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    tsconfig: 'webview/tsconfig.json',
  },
];

/** What tests load from node_modules themselves: tools that are no part of the product and do not survive bundling. */
const testTools = [
  'vscode',
  'mocha',
  'playwright-core',
  'eslint',
  'typescript-eslint',
  'esbuild',
  'axe-core',
  'happy-dom',
];

const testEntries = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.test\.ts$|^vscode\/index\.ts$|^bench\/main\.ts$/.test(path))
  .map((path) => join('test', path));

/** @type {Bundle} */
const testBundles = {
  ...node,
  entryPoints: testEntries,
  outdir: 'out/test',
  outbase: 'test',
  external: testTools,
  plugins: [
    validators,
    withoutFormatter,
    {
      name: 'parts-from-source',
      // The product loads these bundles from beside itself; a test bundle lies elsewhere and takes the source in.
      setup: ({ onResolve }) =>
        onResolve({ filter: /^\.\/[\w-]+\.js$/ }, ({ path }) => {
          const source = parts[path.slice(2, -'.js'.length)];
          return source && { path: join(import.meta.dirname, source) };
        }),
    },
  ],
};

const wanted = tests ? [testBundles] : products;

if (watch) {
  for (const options of wanted) await (await context({ ...options, logLevel: 'info' })).watch();
} else {
  const metafiles = (await Promise.all(wanted.map((options) => build(options)))).map(({ metafile }) => metafile);
  removeStale(tests ? 'out/test' : 'dist', metafiles);
  if (!tests) writeFileSync('dist/THIRD-PARTY-NOTICES.txt', thirdPartyNotices(metafiles));
}
if (!tests) writeScripts();

/** Removes what an earlier build left and this one did not write again. */
function removeStale(folder, metafiles) {
  const built = new Set(metafiles.flatMap(({ outputs }) => Object.keys(outputs)));
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !built.has(path)) rmSync(path);
  }
}
