import { bodyStart, type FrontMatter, locateFrontMatter } from '../card/frontMatter';
import { LineIndex, positionOf } from '../card/text';
import { findTables } from '../tables/find';
import { readTable } from '../tables/read';
import { parseMetadata, yamlTextOf } from './modelIndex/document';
import { readMetadata } from './modelIndex/read';
import type { CardAnalysis, CardMetadata, CardName } from './types';

const NO_METADATA: CardMetadata = { keys: [], entries: [] };

/** Reads one version of a card. The YAML is parsed only where it differs from the `previous` version's. */
export function analyzeCard(text: string, previous?: CardAnalysis): CardAnalysis {
  const frontMatter = locateFrontMatter(text);
  const yamlText = yamlTextOf(text, frontMatter);
  const lines = new LineIndex(text);
  const { title, tables, nearTables } = findTables(text, bodyStart(frontMatter), lines);
  return {
    frontMatter,
    yamlText,
    metadata:
      previous && isSameYaml(previous, frontMatter, yamlText) ? previous.metadata : metadataOf(text, frontMatter),
    ...(title !== undefined && { title }),
    tables: tables.map((grid, index) => ({ number: index + 1, grid, reading: readTable(text, grid, lines) })),
    nearTables,
  };
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

function metadataOf(text: string, frontMatter: FrontMatter): CardMetadata {
  if (frontMatter.kind === 'unclosed') {
    const { start } = frontMatter;
    const message = 'The front matter is never closed.';
    return { ...NO_METADATA, problem: { message, offset: start, ...positionOf(text, start) } };
  }
  if (frontMatter.kind !== 'present') return NO_METADATA;
  const metadata = parseMetadata(text, frontMatter);
  return metadata.kind === 'problem' ? { ...NO_METADATA, problem: metadata.problem } : readMetadata(metadata);
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

/** The task type of new results: the card's `pipeline_tag`, else what its results have, else text generation. */
export function defaultTaskType(analysis: CardAnalysis): string {
  const { pipelineTag, entries } = analysis.metadata;
  if (pipelineTag !== undefined) return pipelineTag;
  const used = entries.flatMap(({ metrics }) => metrics).find(({ result }) => result.task.type !== '');
  return used?.result.task.type ?? 'text-generation';
}
