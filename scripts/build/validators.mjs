import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { structureOf } from './structure.mjs';

const SCHEMAS = {
  modelCard: 'media/schemas/model-card.schema.json',
  evalResults: 'media/schemas/eval-results.schema.json',
};

const COLLECTED_ERROR =
  /const (err\d+) = (\{[^;]*\});\s*if\(vErrors === null\)\{\s*vErrors = \[\1\];\s*\}\s*else \{\s*vErrors\.push\(\1\);\s*\}\s*errors\+\+;/g;

/**
 * Resolves `./validators` to functions that ajv writes from the schemas, so that no bundle carries ajv itself.
 * @type {import('esbuild').Plugin}
 */
export const validators = {
  name: 'validators',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/validators$/ }, ({ path }) => ({ path, namespace: 'validators' }));
    onLoad({ filter: /.*/, namespace: 'validators' }, () => ({
      contents: validatorCode(),
      resolveDir: '.',
      watchFiles: Object.values(SCHEMAS),
    }));
  },
};

function validatorCode() {
  const ajv = new Ajv({
    allErrors: true,
    messages: false,
    strictTypes: false,
    code: { source: true, esm: true, optimize: 2 },
  });
  for (const [name, path] of Object.entries(SCHEMAS)) {
    ajv.addSchema(structureOf(JSON.parse(readFileSync(path, 'utf8'))), name);
  }
  const exported = Object.fromEntries(Object.keys(SCHEMAS).map((name) => [name, name]));
  return shorten(standalone.default(ajv, exported));
}

/** Leaves out of the code what nobody reads: the place in the schema, and the two ways to collect an error. */
function shorten(code) {
  return code
    .replace(/schemaPath:"[^"]*",/g, '')
    .replace(COLLECTED_ERROR, (_, _name, error) => `errors = (vErrors ??= []).push(${error});`);
}
