import { type Document, isPair, isScalar, type Node, type Pair, parseDocument, type Scalar, visit } from 'yaml';

type Ancestors = readonly (Document | Node | Pair)[];

/** A text in YAML with the keys that lead to it, such as `model-index.results.task.type`; positions in lists are left out. */
export interface PathScalar {
  readonly keys: string;
  readonly value: string;
}

/** The keys that lead to a node, joined by dots. */
function keysTo(ancestors: Ancestors): string {
  return ancestors
    .filter(isPair)
    .map(({ key }) => scalarText(key))
    .join('.');
}

/** What a scalar says, numbers as they are written; empty for null and for what is no scalar. */
export function scalarText(node: unknown): string {
  if (!isScalar(node) || node.value === null) return '';
  return typeof node.value === 'string' ? node.value : (node.source ?? '');
}

/** The text whose key or value stands at an offset of some YAML, which may be broken elsewhere. */
export function scalarAt(yaml: string, offset: number): PathScalar | null {
  const isHere = (node: Scalar) => node.range && node.range[0] <= offset && offset <= node.range[1];
  let found: PathScalar | null = null;
  visit(parseDocument(yaml, { logLevel: 'silent', prettyErrors: false }), {
    Scalar(key, node, ancestors) {
      if (!isHere(node)) return undefined;
      const pair = ancestors.at(-1);
      const value = key === 'key' && isPair(pair) ? pair.value : node;
      found = { keys: keysTo(ancestors), value: scalarText(value) };
      return visit.BREAK;
    },
  });
  return found;
}
