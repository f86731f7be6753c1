import { isScalar } from 'yaml';
import type { Fix } from '../problem';
import { Link } from '../documentation';
import { type Path, pathText } from '../path';
import type { Rule } from '../rule';
import type { StructuredView } from '../views';
import { quote, remove, replaceValue, wrapInList } from '../yamlEdits';

interface WrongType {
  readonly path: Path;
  readonly wanted: readonly string[];
}

const ARTICLES: Readonly<Record<string, string>> = {
  array: 'an array',
  string: 'a string',
  object: 'of type object',
  number: 'a number',
  boolean: 'a boolean',
};

/** A value of a type that the schema does not allow in its place. */
export const wrongType: Rule<StructuredView, WrongType> = {
  code: 'metadata.type',
  severity: 'error',
  link: Link.specification,

  *find(view) {
    for (const { path, keyword, params } of view.structure) {
      if (keyword !== 'type') continue;
      const wanted = typesOf(params['type']);
      const must = wanted.map((type) => ARTICLES[type] ?? type).join(' or ');
      const message = `"${pathText(path)}" must be ${must}: ${advice(view, path, wanted)}`;
      yield { range: view.valueRange(path), message, data: { path, wanted } };
    }
  },

  fixes({ data: { path, wanted } }, view) {
    const scalar = plainValueAt(view, path);
    if (scalar === null) return fix('Remove the empty key', remove(view, path));
    if (wanted.includes('string') && isNoText(scalar)) return fix('Put it in quotes', quote(view, path), true);
    if (wanted.includes('array')) {
      const takesIt = scalar === undefined || !isListOfMaps(path);
      return takesIt ? fix('Wrap it in a list', wrapInList(view, path), true) : [];
    }
    if (wanted.includes('number') && typeof scalar === 'string' && /^-?\d+(?:\.\d+)?$/.test(scalar)) {
      return fix('Write it as a number', replaceValue(view, path, scalar), true);
    }
    const isTruthValue = typeof scalar === 'string' && /^(?:true|false)$/i.test(scalar);
    if (!wanted.includes('boolean') || !isTruthValue) return [];
    return fix(`Write it as ${scalar.toLowerCase()}`, replaceValue(view, path, scalar.toLowerCase()), true);
  },
};

function fix(title: string, edits: Fix['edits'], safe = false): readonly Fix[] {
  return edits.length === 0 ? [] : [{ title, edits, safe }];
}

function typesOf(type: unknown): readonly string[] {
  return [type]
    .flat()
    .map(String)
    .filter((name) => name !== 'null');
}

function advice(view: StructuredView, path: Path, wanted: readonly string[]): string {
  const value = plainValueAt(view, path);
  if (value === null) return 'it is empty, so give it a value or remove the key.';
  if (wanted.includes('string') && isNoText(value)) return `put ${view.sourceOf(path)} in quotes.`;
  if (wanted.includes('array')) return 'write it as a list, each item behind a dash.';
  if (wanted.includes('string')) return 'write it as one text.';
  return wanted.includes('object') ? 'write keys and values below it.' : 'change the value.';
}

/** A scalar's value; undefined for a map or a list, null where nothing stands. */
function plainValueAt(view: StructuredView, path: Path): unknown {
  const node = view.nodeAt(path);
  if (node === null) return null;
  return isScalar(node) ? node.value : undefined;
}

/** A text in a list is no help where maps belong. */
function isListOfMaps(path: Path): boolean {
  return path.length !== 1 || path[0] === 'model-index' || path[0] === 'widget';
}

function isNoText(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}
