// Builds the product into dist/, or with --tests the test bundles into out/.
// --watch rebuilds on every change, readable and with source maps.
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, context } from 'esbuild';
import { thirdPartyNotices } from './scripts/build/notices.mjs';
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
    onResolve({ filter: /^yaml$|\/(?:results\/claimLines|results\/modelIndex\/document|plainText)$/ }, () => ({
      path: './card.js',
      external: true,
    })),
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

/**
 * The bundles of the product. Each is loaded on its own, when it is first needed.
 * @type {Bundle[]}
 */
const products = [
  {
    ...node,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode', './card.js', './hub.js', './metadata.js', './scores.js'],
  },
  { ...node, entryPoints: ['src/core.ts'], outfile: 'dist/card.js' },
  { ...node, entryPoints: ['src/hub/index.ts'], outfile: 'dist/hub.js' },
  { ...node, entryPoints: ['src/results/runs/readRun.ts'], outfile: 'dist/result-files.js' },
  { ...node, entryPoints: ['src/batch/index.ts'], outfile: 'dist/batch.js', plugins: [bundlesBeside] },
  { ...node, entryPoints: ['src/scores/index.ts'], outfile: 'dist/scores.js', plugins: [heavyFromCore] },
  {
    ...node,
    entryPoints: ['src/metadata/index.ts'],
    outfile: 'dist/metadata.js',
    alias: {},
    plugins: [validators, heavyFromCore],
  },
  {
    ...node,
    entryPoints: ['src/editor/analysis/thread.ts'],
    outfile: 'dist/card-thread.js',
    external: ['./card.js', './metadata.js'],
  },
  {
    ...node,
    entryPoints: ['src/editor/frontMatter/yamlWorker.ts'],
    outfile: 'dist/yaml-worker.js',
    plugins: [withoutFormatter],
  },
  {
    ...node,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    external: ['./batch.js', './card.js', './hub.js', './metadata.js', './result-files.js', './scores.js'],
    banner: { js: '#!/usr/bin/env node' },
  },
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
      setup: ({ onResolve }) => {
        onResolve({ filter: /^\.\/card\.js$/ }, () => ({ path: `${import.meta.dirname}/src/core.ts` }));
        onResolve({ filter: /^\.\/hub\.js$/ }, () => ({ path: `${import.meta.dirname}/src/hub/index.ts` }));
        onResolve({ filter: /^\.\/scores\.js$/ }, () => ({ path: `${import.meta.dirname}/src/scores/index.ts` }));
        onResolve({ filter: /^\.\/metadata\.js$/ }, () => ({ path: `${import.meta.dirname}/src/metadata/index.ts` }));
      },
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
