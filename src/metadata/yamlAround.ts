import { locateFrontMatter } from '../card/frontMatter';
import type { TextRange } from '../card/text';

/**
 * The YAML of the front matter that a position stands in, null where it stands outside. Front matter that is still being
 * written, and so not closed, goes up to the first empty line.
 */
export function yamlAround(card: string, offset: number): TextRange | null {
  const frontMatter = locateFrontMatter(card);
  const isClosed = frontMatter.kind === 'present' || frontMatter.kind === 'hidden';
  const yaml = isClosed ? frontMatter.yaml : begunYaml(card);
  return yaml !== null && yaml.start <= offset && offset <= yaml.end ? yaml : null;
}

function begunYaml(card: string): TextRange | null {
  const opening = /^\s*---(?:\r\n|\r|\n)/.exec(card)?.[0];
  if (opening === undefined) return null;
  const length = card.slice(opening.length).search(/(?:^|\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)/);
  return { start: opening.length, end: length < 0 ? card.length : opening.length + length };
}
