import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = 'python';
const TARGET = 'dist/python';

const SHARED_IMPORT = /^from (common\.\w+) import (?:\([^)]*\)|[^(\n]*)\n/gm;
const TOP_LEVEL_NAME = /^(?:(?:def|class) (\w+)|(\w+)(?::[^=\n]*)? = )/gm;

/**
 * Writes each evaluation script as one file that holds what the scripts share, since a job gets a single file, and
 * returns the paths.
 */
export function writeScripts() {
  mkdirSync(TARGET, { recursive: true });
  return readdirSync(SOURCE)
    .filter((name) => name.endsWith('_uv.py'))
    .map((name) => {
      const path = join(TARGET, name);
      writeFileSync(path, inlined(readFileSync(join(SOURCE, name), 'utf8'), name));
      return path;
    });
}

/** A script with the shared modules that it needs, each once and after those that it needs itself. */
function inlined(script, name) {
  const modules = new Map();
  for (const module of sharedIn(script)) collect(module, modules);
  requireOwnNames([...modules, [name, script]]);
  const [head, body] = split(withoutShared(script));
  return [head, ...[...modules.values()].map(withoutShared), body].map((part) => part.trim()).join('\n\n\n') + '\n';
}

function collect(module, modules) {
  if (modules.has(module)) return;
  const text = readFileSync(join(SOURCE, `${module.replaceAll('.', '/')}.py`), 'utf8');
  for (const needed of sharedIn(text)) collect(needed, modules);
  modules.set(module, text);
}

function sharedIn(text) {
  return [...text.matchAll(SHARED_IMPORT)].map(([, module]) => module);
}

/** The code without its imports of shared modules; a module's docstring becomes a comment. */
function withoutShared(text) {
  const code = text.replace(SHARED_IMPORT, '').replace(/^"""(.*)"""\n/, '# $1\n');
  if (/^\s*(?:from|import) common\b/m.test(code)) throw new Error('Import shared names by `from common.x import y`.');
  return code;
}

/** The header for uv with the docstring, and the rest. */
function split(script) {
  const end = script.indexOf('"""\n', script.indexOf('"""') + 3) + 4;
  return [script.slice(0, end), script.slice(end)];
}

/** In one file two modules cannot give one name to different things. */
function requireOwnNames(modules) {
  const owners = new Map();
  for (const [module, text] of modules) {
    for (const [, definition, variable] of text.matchAll(TOP_LEVEL_NAME)) {
      const name = definition ?? variable;
      const owner = owners.get(name) ?? module;
      if (owner !== module) throw new Error(`${owner} and ${module} both define ${name}; rename one.`);
      owners.set(name, module);
    }
  }
}
