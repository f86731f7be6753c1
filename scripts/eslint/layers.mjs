import { builtinModules } from 'node:module';

/** The folders of src/ and what each may import from the others. */
const layers = {
  http: [],
  card: [],
  tables: ['card'],
  results: ['tables', 'card'],
  metadata: ['results', 'tables', 'card'],
  hub: ['http', 'metadata', 'results', 'tables', 'card'],
  runs: ['http', 'hub', 'metadata', 'results', 'tables', 'card'],
  scores: ['http', 'hub', 'metadata', 'results', 'tables', 'card'],
  batch: ['http', 'hub', 'metadata', 'results', 'tables', 'card'],
  tools: ['http', 'hub', 'runs', 'scores', 'metadata', 'results', 'tables', 'card'],
  cli: ['tools', 'batch', 'http', 'hub', 'runs', 'scores', 'metadata', 'results', 'tables', 'card'],
  editor: ['tools', 'batch', 'http', 'hub', 'runs', 'scores', 'metadata', 'results', 'tables', 'card'],
};

/** The folders that compute on text alone: no files, no network, no environment. */
const pure = ['card', 'tables', 'results', 'metadata'];

const noEditor = { regex: '^vscode$', message: 'Only src/editor and src/extension.ts import vscode.' };

const noInputOutput = {
  regex: `^node:(?!(?:crypto|zlib)$)|^(?:${builtinModules.filter((name) => !name.startsWith('_')).join('|')})(?:/|$)`,
  message: `${pure.join(', ')} and the page do no input or output.`,
};

const coreByType = {
  regex: String.raw`^\.\./(?:\.\./)*core$`,
  allowTypeImports: true,
  message: "The core is a bundle of its own: import its types, load it by require('./card.js') when first needed.",
};

const hubByType = {
  regex: String.raw`^\.\./(?:\.\./)*hub(?:/|$)`,
  allowTypeImports: true,
  message: "The Hub is a bundle of its own: import its types, load it by require('./hub.js') when first needed.",
};

const scoresByType = {
  regex: String.raw`^\.\./(?:\.\./)*scores(?:/|$)`,
  allowTypeImports: true,
  message: "Artificial Analysis is a bundle of its own: import its types, load it by require('./scores.js').",
};

const runsByType = {
  regex: String.raw`^\.\./(?:\.\./)*runs(?:/|$)`,
  allowTypeImports: true,
  message: "Running evaluations is a bundle of its own: import its types, load it by require('./runs.js').",
};

const batchByType = {
  regex: String.raw`^\.\./(?:\.\./)*batch(?:/|$)`,
  allowTypeImports: true,
  message: "Many cards at once are a bundle of their own: import its types, load it by require('./batch.js').",
};

/** What is a bundle of its own is taken by its entry; esbuild leaves it outside. */
const entriesOnly = {
  regex: String.raw`^\.\./(?:\.\./)*(?:hub|metadata)/`,
  allowTypeImports: true,
  message: 'Import from ../core, ../hub or ../metadata: they are bundles of their own and stay outside of this one.',
};

const typesOnly = {
  regex: String.raw`^(?!\./)`,
  allowTypeImports: true,
  message: 'The page bundles this folder: import only types from elsewhere.',
};

const protocolOnly = {
  regex: String.raw`^\.\./(?:\.\./)*(?:src|test|scripts)/(?!editor/panel/protocol$)`,
  message: 'The page shares only the message protocol with src.',
};

/** ESLint configurations that keep imports between the folders of the project going one way. */
export const layerConfigs = [
  ...Object.entries(layers).map(([layer, allowed]) => imports(`src/${layer}/**/*.ts`, patternsOf(layer, allowed))),
  imports('src/contributions.ts', [noEditor]),
  imports('src/core.ts', [
    noEditor,
    noInputOutput,
    notFrom(['http', 'hub', 'runs', 'scores', 'batch', 'cli', 'editor']),
  ]),
  imports('src/editor/panel/protocol/*.ts', [typesOnly]),
  imports('webview/**/*.ts', [noEditor, noInputOutput, protocolOnly]),
  /** @type {import('eslint').Linter.Config} */ ({
    files: pure.map((layer) => `src/${layer}/**/*.ts`),
    rules: { 'no-restricted-globals': ['error', 'process', 'fetch', 'console', 'setTimeout', 'setInterval'] },
  }),
];

function patternsOf(layer, allowed) {
  const forbidden = Object.keys(layers).filter((other) => other !== layer && !allowed.includes(other));
  return [
    notFrom([...forbidden, 'extension']),
    ...(layer === 'editor' ? [] : [noEditor]),
    ...(pure.includes(layer) ? [noInputOutput, notFrom(['core'])] : layer === 'batch' ? [entriesOnly] : [coreByType]),
    ...(['tools', 'cli', 'editor'].includes(layer) ? [hubByType, runsByType, scoresByType, batchByType] : []),
  ];
}

function notFrom(names) {
  return {
    regex: String.raw`^\.\.?/(?:\.\./)*(?:${names.join('|')})(?:[/.]|$)`,
    message: `Imports go one way: nothing from ${names.join(', ')} here.`,
  };
}

/** @returns {import('eslint').Linter.Config} */
function imports(files, patterns) {
  return { files: [files], rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] } };
}
