import { bodyStart, type FrontMatter, locateFrontMatter, whyUnclosed } from '../card/frontMatter';
import { LineIndex, positionOf } from '../card/text';
import { EarlierReadings } from '../tables/earlierReadings';
import { findTables } from '../tables/find';
import { readTable } from '../tables/read';
import { type MetadataDocument, parseMetadata, yamlTextOf } from './modelIndex/document';
import { readMetadata } from './modelIndex/read';
import type { CardAnalysis, CardMetadata, CardName } from './types';

const NO_METADATA: CardMetadata = { keys: [], entries: [] };

/** One version of a card as it was read: all that is known of it as plain data, and the YAML document behind that. */
export interface ParsedCard {
  readonly text: string;
  readonly analysis: CardAnalysis;
  /** null where the Hub sees no front matter, or one that cannot be read. */
  readonly document: MetadataDocument | null;
}

/** Reads one version of a card. The YAML and the tables are read only where they differ from the `previous` version's. */
export function parseCard(text: string, previous?: ParsedCard): ParsedCard {
  const frontMatter = locateFrontMatter(text);
  const yamlText = yamlTextOf(text, frontMatter);
  const lines = new LineIndex(text);
  const hidden = frontMatter.kind === 'hidden' ? frontMatter.block : undefined;
  const { title, tables, nearTables } = findTables(text, bodyStart(frontMatter), lines, hidden);
  const { metadata, document } =
    previous && isSameYaml(previous.analysis, frontMatter, yamlText)
      ? { metadata: previous.analysis.metadata, document: previous.document }
      : readFrontMatter(text, frontMatter);
  const earlier = new EarlierReadings(previous?.text ?? '', previous?.analysis.tables ?? []);
  const analysis = {
    frontMatter,
    yamlText,
    metadata,
    ...(title !== undefined && { title }),
    tables: tables.map((grid, index) => ({
      number: index + 1,
      grid,
      reading: earlier.of(text, grid) ?? readTable(text, grid, lines),
    })),
    nearTables,
  };
  return { text, analysis, document };
}

/** All that is known of one version of a card. */
export function analyzeCard(text: string): CardAnalysis {
  return parseCard(text).analysis;
}

/** The same text in the same place: positions in it stay right. */
function isSameYaml(previous: CardAnalysis, frontMatter: FrontMatter, yamlText: string | null): boolean {
  return (
    yamlText !== null &&
    yamlText === previous.yamlText &&
    frontMatter.kind === 'present' &&
    previous.frontMatter.kind === 'present' &&
    frontMatter.yaml.start === previous.frontMatter.yaml.start
  );
}

function readFrontMatter(
  text: string,
  frontMatter: FrontMatter,
): { readonly metadata: CardMetadata; readonly document: MetadataDocument | null } {
  if (frontMatter.kind === 'unclosed') {
    const { start } = frontMatter;
    const message = whyUnclosed(text, frontMatter);
    const problem = { reason: 'unclosed', message, offset: start, ...positionOf(text, start) } as const;
    return { metadata: { ...NO_METADATA, problem }, document: null };
  }
  if (frontMatter.kind !== 'present') return { metadata: NO_METADATA, document: null };
  const parsed = parseMetadata(text, frontMatter);
  return parsed.kind === 'problem'
    ? { metadata: { ...NO_METADATA, problem: parsed.problem }, document: null }
    : { metadata: readMetadata(parsed), document: parsed };
}

/**
 * The names that the card's model goes by, the most certain first: the Hub repository, the sole entry of model-index,
 * the first heading, the folder.
 */
export function cardNames(
  analysis: CardAnalysis,
  known: { readonly repositoryId?: string; readonly folder?: string },
): readonly CardName[] {
  const { entries } = analysis.metadata;
  const names: readonly CardName[] = [
    { name: known.repositoryId ?? '', from: 'repository' },
    { name: (entries.length === 1 ? entries[0]?.name : null) ?? '', from: 'model-index' },
    { name: analysis.title ?? '', from: 'heading' },
    { name: known.folder ?? '', from: 'folder' },
  ];
  return names.filter(({ name }) => name.trim() !== '');
}
