import type { Claim, Claims } from '../analysis/claims';
import { count } from '../../plural';

/** A place in the text that leads to a line of the card. */
export interface LineLink {
  /** 0-based line of this text, and the characters that are the link. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** 1-based line of the card. */
  readonly target: number;
}

/** What a card claims, as a text to read, with its links. */
export interface ResultsText {
  readonly text: string;
  readonly links: readonly LineLink[];
}

/** Writes down what model-index claims: by entry and task, one claim a line, each with where it stands. */
export function resultsText(card: string, { entries, problem }: Claims): ResultsText {
  const lines: string[] = [`# What ${card} claims now`, ''];
  const links: LineLink[] = [];
  if (problem) {
    const at = `line ${problem.line}`;
    lines.push(`The front matter cannot be read (${at}): ${problem.message}`);
    links.push({ line: lines.length - 1, ...rangeOf(lines.at(-1) ?? '', at), target: problem.line });
    return { text: finish(lines), links };
  }
  if (entries.every(({ claims }) => claims.length === 0)) {
    lines.push('Nothing: model-index holds no results. Extract a table to begin.');
  }
  for (const { name, claims } of entries) {
    if (claims.length === 0) continue;
    lines.push(`## ${name === '' ? 'A model without a name' : name}: ${count(claims.length, 'result')}`, '');
    const width = (text: (claim: Claim) => string) => Math.max(...claims.map((claim) => text(claim).length));
    const nameWidth = width(nameOf);
    const metricWidth = width(({ metric }) => metric);
    const valueWidth = width(({ value }) => value);
    for (const [task, ofTask] of byTask(claims)) {
      lines.push(`### ${task}`, '');
      for (const claim of ofTask) {
        const parts = [
          nameOf(claim).padEnd(nameWidth),
          claim.metric.padEnd(metricWidth),
          claim.value.padStart(valueWidth),
        ];
        addClaim(`    ${parts.join('   ')}`, claim);
      }
      lines.push('');
    }
  }
  return { text: finish(lines), links };

  function addClaim(beginning: string, claim: Claim): void {
    let line = beginning;
    const link = (text: string, target: number) => {
      const start = line.length + 3;
      line += `   ${text}`;
      links.push({ line: lines.length, start, end: line.length, target });
    };
    link(`line ${claim.line}`, claim.line);
    if (!claim.inTable) line += '   in no table';
    else link(`table line ${claim.inTable.line}`, claim.inTable.line);
    if (claim.inTable?.same === false) line += ' has another value';
    if (claim.verified) line += '   verified';
    if (claim.source !== '') line += `   from ${claim.source}`;
    lines.push(line);
  }
}

function nameOf({ dataset, shots }: Claim): string {
  return shots === '' || dataset.includes(`${shots}-shot`) ? dataset : `${dataset} (${shots}-shot)`;
}

function byTask(claims: readonly Claim[]): ReadonlyMap<string, readonly Claim[]> {
  const tasks = new Map<string, Claim[]>();
  for (const claim of claims) tasks.set(claim.task, [...(tasks.get(claim.task) ?? []), claim]);
  return tasks;
}

function rangeOf(line: string, part: string): { readonly start: number; readonly end: number } {
  const start = line.indexOf(part);
  return { start, end: start + part.length };
}

function finish(lines: readonly string[]): string {
  return `${lines.join('\n').trimEnd()}\n`;
}
