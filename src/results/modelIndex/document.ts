import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, visit, type YAMLMap } from 'yaml';
import type { FrontMatter } from '../../card/frontMatter';
import { LineIndex, type TextRange } from '../../card/text';
import type { CardMetadata } from '../types';
import { parseBounded } from './boundedParse';

/** Expanding more aliases than this is taken for an attack, not for a card. */
const MAX_ALIASES = 10_000;

/** Why a front matter cannot be worked with, and where. */
export type MetadataProblem = NonNullable<CardMetadata['problem']>;

/** A YAML text as a document. Node ranges count from `offset` in the file that holds it. */
export interface YamlDocument {
  readonly kind: 'document';
  readonly document: Document.Parsed;
  readonly offset: number;
  /** The text that was parsed, with a line break at its end. */
  readonly source: string;
  readonly lines: LineIndex;
  /** What each alias stands for. */
  readonly targets: ReadonlyMap<Node, Node>;
}

/** A front matter as a YAML document. */
export interface MetadataDocument extends YamlDocument {
  /** null where the front matter holds no key. */
  readonly root: YAMLMap | null;
}

/** A YAML text that cannot be worked with. */
export interface BrokenYaml {
  readonly kind: 'problem';
  readonly problem: MetadataProblem;
}

/** The text of the front matter's YAML, or null where the Hub sees none. */
export function yamlTextOf(text: string, frontMatter: FrontMatter): string | null {
  return frontMatter.kind === 'present' ? text.slice(frontMatter.yaml.start, frontMatter.yaml.end) : null;
}

/** Parses the front matter's YAML once; the text must hold one. */
export function parseMetadata(
  text: string,
  frontMatter: FrontMatter & { readonly kind: 'present' },
): MetadataDocument | BrokenYaml {
  const parsed = parseYaml(text, frontMatter.yaml, 'The front matter');
  if (parsed.kind === 'problem') return parsed;
  const root = parsed.document.contents;
  if (root === null || (isScalar(root) && root.value === null)) return { ...parsed, root: null };
  if (isMap(root)) return { ...parsed, root };
  const message = 'The front matter is no list of keys and values.';
  return { kind: 'problem', problem: problemAt(parsed, 'no-map', message, root.range[0]) };
}

/** Parses the YAML in a range of a text; `name` begins the messages about it. */
export function parseYaml(text: string, { start, end }: TextRange, name: string): YamlDocument | BrokenYaml {
  const lines = new LineIndex(text.slice(0, end));
  // A lone `\r` ends a line for the Hub but not for this library. The line break keeps an open block scalar as it is.
  const source = text.slice(start, end).replace(/\r(?!\n)/g, '\n') + '\n';
  const document = parseBounded(source);
  if ('tooDeepAt' in document) {
    const message = `${name} is nested too deeply to be read.`;
    return { kind: 'problem', problem: problemAt({ offset: start, lines }, 'too-deep', message, document.tooDeepAt) };
  }
  const { targets, missing } = resolveAliases(document);
  const parsed: YamlDocument = { kind: 'document', document, offset: start, source, lines, targets };
  const broken = (reason: MetadataProblem['reason'], message: string, at: number): BrokenYaml => ({
    kind: 'problem',
    problem: problemAt(parsed, reason, `${name} ${message}`, Math.min(at, end - start)),
  });

  const error = document.errors[0];
  if (error) return broken(error.code, `is not valid YAML: ${error.message.replace(/[.:]$/, '')}.`, error.pos[0]);
  if (missing) return broken('alias', 'uses an alias that no anchor before it defines.', missing.range?.[0] ?? 0);
  if (targets.size > 0 && !expands(document)) return broken('aliases', 'repeats itself too often by aliases.', 0);
  return parsed;
}

function problemAt(
  { offset, lines }: Pick<YamlDocument, 'offset' | 'lines'>,
  reason: MetadataProblem['reason'],
  message: string,
  at: number,
): MetadataProblem {
  const position = offset + at;
  return { reason, message, offset: position, line: lines.lineAt(position), column: lines.columnAt(position) };
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
export function resolved({ targets }: YamlDocument, node: unknown): Node | null {
  const target = isAlias(node) ? targets.get(node) : node;
  return (target ?? null) as Node | null;
}

/** The pair of a map with this key. */
export function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

/** What a map holds under a key, aliases and merge keys (`<<`) resolved. */
export function valueOf(metadata: YamlDocument, map: unknown, key: string): Node | null {
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
