import { isScalar, isSeq, type Node } from 'yaml';
import type { TextRange } from '../card/text';
import { type MetadataDocument, resolved, valueOf } from '../results/modelIndex/document';

/** A value of front matter that names something with a page of its own. */
export interface MetadataLink extends TextRange {
  /** A model or dataset of the Hub, a licence by its id, or an address or file of the repository. */
  readonly kind: 'model' | 'dataset' | 'license' | 'address';
  readonly value: string;
}

const TOP_LEVEL: Readonly<Record<string, MetadataLink['kind']>> = {
  license: 'license',
  license_link: 'address',
  base_model: 'model',
  new_version: 'model',
  datasets: 'dataset',
};

/** The values of front matter that can be followed, in order. */
export function metadataLinks(metadata: MetadataDocument): readonly MetadataLink[] {
  const results = itemsOf(metadata, valueOf(metadata, metadata.root, 'model-index')).flatMap((entry) =>
    itemsOf(metadata, valueOf(metadata, entry, 'results')),
  );
  const links = [
    ...Object.entries(TOP_LEVEL).flatMap(([key, kind]) =>
      itemsOf(metadata, valueOf(metadata, metadata.root, key)).flatMap((node) => linkOf(metadata, kind, node)),
    ),
    ...results.flatMap((result) => [
      ...linkOf(metadata, 'dataset', valueOf(metadata, valueOf(metadata, result, 'dataset'), 'type')),
      ...linkOf(metadata, 'address', valueOf(metadata, valueOf(metadata, result, 'source'), 'url')),
    ]),
  ];
  return links.sort((a, b) => a.start - b.start);
}

/** What a list holds, or the one value that stands for a list. */
function itemsOf(metadata: MetadataDocument, node: Node | null): readonly (Node | null)[] {
  return isSeq(node) ? node.items.map((item) => resolved(metadata, item)) : [node];
}

function linkOf({ offset }: MetadataDocument, kind: MetadataLink['kind'], node: Node | null): readonly MetadataLink[] {
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range || !isNamed(kind, node.value)) return [];
  return [{ kind, value: node.value, start: offset + node.range[0], end: offset + node.range[1] }];
}

/** Local paths and other texts name nothing on the Hub. */
function isNamed(kind: MetadataLink['kind'], value: string): boolean {
  return kind === 'address' ? value.trim() !== '' : /^\w[\w.+-]*(?:\/[\w.-]+)?$/.test(value);
}
