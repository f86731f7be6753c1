import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import type { FrontMatter } from '../../card/frontMatter';
import { LineIndex } from '../../card/text';
import type { CardMetadata } from '../types';

/** Expanding more aliases than this is taken for an attack, not for a card. */
const MAX_ALIASES = 10_000;

/** Why a front matter cannot be worked with, and where. */
export type MetadataProblem = NonNullable<CardMetadata['problem']>;

/** A front matter as a YAML document. Node ranges count from `offset` in the card. */
export interface MetadataDocument {
  readonly kind: 'document';
  readonly document: Document.Parsed;
  /** null where the front matter holds no key. */
  readonly root: YAMLMap | null;
  readonly offset: number;
  /** The text that was parsed: the front matter's YAML with a line break at its end. */
  readonly source: string;
  readonly lines: LineIndex;
  /** What each alias stands for. */
  readonly targets: ReadonlyMap<Node, Node>;
}

/** The text of the front matter's YAML, or null where the Hub sees none. */
export function yamlTextOf(text: string, frontMatter: FrontMatter): string | null {
  return frontMatter.kind === 'present' ? text.slice(frontMatter.yaml.start, frontMatter.yaml.end) : null;
}

/** Parses the front matter's YAML once; the text must hold one. */
export function parseMetadata(
  text: string,
  frontMatter: FrontMatter & { readonly kind: 'present' },
): MetadataDocument | { readonly kind: 'problem'; readonly problem: MetadataProblem } {
  const { start, end } = frontMatter.yaml;
  const lines = new LineIndex(text.slice(0, end));
  const problem = (message: string, at: number) => ({
    kind: 'problem' as const,
    problem: { message, offset: start + at, line: lines.lineAt(start + at), column: lines.columnAt(start + at) },
  });

  // A lone `\r` ends a line for the Hub but not for this library. The line break keeps an open block scalar as it is.
  const source = text.slice(start, end).replace(/\r(?!\n)/g, '\n') + '\n';
  const document = parseDocument(source, { merge: true, logLevel: 'silent', prettyErrors: false });
  const error = document.errors[0];
  if (error)
    return problem(
      `The front matter is not valid YAML: ${error.message.replace(/[.:]$/, '')}.`,
      Math.min(error.pos[0], end - start),
    );

  const { targets, missing } = resolveAliases(document);
  if (missing)
    return problem('The front matter uses an alias that no anchor before it defines.', missing.range?.[0] ?? 0);
  if (targets.size > 0 && !expands(document))
    return problem('The front matter repeats itself too often by aliases.', 0);

  const root = document.contents;
  if (root === null || (isScalar(root) && root.value === null)) {
    return { kind: 'document', document, root: null, offset: start, source, lines, targets };
  }
  if (!isMap(root)) return problem('The front matter is no list of keys and values.', root.range[0]);
  return { kind: 'document', document, root, offset: start, source, lines, targets };
}

function resolveAliases(document: Document.Parsed): {
  readonly targets: ReadonlyMap<Node, Node>;
  readonly missing?: Node;
} {
  const anchors = new Map<string, Node>();
  const targets = new Map<Node, Node>();
  let missing: Node | undefined;
  visit(document, {
    Node: (_key, node) => {
      if (isAlias(node)) {
        const target = anchors.get(node.source);
        if (target) targets.set(node, target);
        else missing ??= node;
      } else if (node.anchor !== undefined) {
        anchors.set(node.anchor, node);
      }
    },
  });
  return missing ? { targets, missing } : { targets };
}

function expands(document: Document.Parsed): boolean {
  try {
    document.toJS({ maxAliasCount: MAX_ALIASES });
    return true;
  } catch {
    return false;
  }
}

/** The node itself, or what it is an alias of. */
export function resolved(metadata: MetadataDocument, node: unknown): Node | null {
  const target = isAlias(node) ? metadata.targets.get(node) : node;
  return (target ?? null) as Node | null;
}

/** The pair of a map with this key. */
export function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

/** What a map holds under a key, aliases and merge keys (`<<`) resolved. */
export function valueOf(metadata: MetadataDocument, map: unknown, key: string): Node | null {
  if (!isMap(map)) return null;
  const own = pairOf(map, key);
  if (own) return resolved(metadata, own.value);
  for (const pair of map.items) {
    if (!isMergeKey(pair.key)) continue;
    const merged = resolved(metadata, pair.value);
    for (const source of isSeq(merged) ? merged.items : [merged]) {
      const value = valueOf(metadata, resolved(metadata, source), key);
      if (value) return value;
    }
  }
  return null;
}

function isMergeKey(key: unknown): boolean {
  return isScalar(key) && (key.value === '<<' || typeof key.value === 'symbol');
}
