import type { TextRange } from '../card/text';

/** The key at the start of a line that begins a block; brackets at its start close what the block before has opened. */
const TOP_LEVEL = /^(?:"([^"]*)"|'([^']*)'|([^\s#"'\-:\]}][^:]*))/;

/** A block of front matter: a top-level key with all that stands below it. */
export interface TopLevelBlock extends TextRange {
  /** Its key, also while the colon is still missing; empty where no key has begun. */
  readonly key: string;
}

/** The blocks of some YAML from its lines alone, so that broken YAML has them too. */
export function topLevelBlocks(yaml: string): readonly TopLevelBlock[] {
  const blocks: { key: string; start: number; end: number }[] = [];
  for (const line of yaml.matchAll(/.*(?:\r\n|\r|\n|$)/g)) {
    if (line[0] === '') continue;
    const match = TOP_LEVEL.exec(line[0]);
    const last = blocks.at(-1);
    if (match || last === undefined) {
      const key = match?.[1] ?? match?.[2] ?? match?.[3] ?? '';
      blocks.push({ key: key.trimEnd(), start: line.index, end: line.index + line[0].length });
    } else {
      last.end = line.index + line[0].length;
    }
  }
  return blocks;
}

/**
 * The YAML with everything blank but the lines of the block that `offset` stands in, so that what is broken elsewhere does no
 * harm; all positions stay. At the start of an empty line a new block would begin.
 */
export function onlyBlockAt(yaml: string, offset: number): string {
  const line = lineAt(yaml, offset);
  const isNew = offset === line.start && yaml.slice(line.start, line.end).trim() === '';
  const block = isNew ? undefined : topLevelBlocks(yaml).findLast(({ start }) => start <= line.start);
  const { start, end } = block ?? line;
  return blank(yaml.slice(0, start)) + yaml.slice(start, end) + blank(yaml.slice(end));
}

/** The line that an offset stands in, without its line break. */
export function lineAt(text: string, offset: number): TextRange {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const length = text.slice(offset).search(/[\r\n]/);
  return { start: offset === 0 ? 0 : start, end: length < 0 ? text.length : offset + length };
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
