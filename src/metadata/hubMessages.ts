import type { TextRange } from '../card/text';
import type { ParsedCard } from '../results/analysis';
import { Link } from './documentation';
import type { Path } from './path';
import type { Problem, Severity } from './problem';
import { valueAt } from './valueAt';
import { YamlView } from './yamlView';

/** What the Hub answers when it is asked to validate a card. */
export interface HubVerdict {
  readonly errors: readonly HubMessage[];
  readonly warnings: readonly HubMessage[];
}

/** One thing that the Hub says of a card; `help` is its advice. */
export interface HubMessage {
  readonly message: string;
  readonly help?: string;
}

/** Puts what the Hub says of a card to where it belongs in it, as well as its words tell. */
export function placeHubVerdict(text: string, parsed: ParsedCard, verdict: HubVerdict): readonly Problem[] {
  const view = parsed.document && new YamlView(parsed.document);
  const place = (severity: Severity, { message, help }: HubMessage): Problem => ({
    code: `hub.${severity}`,
    severity,
    range: rangeOf(message, text, parsed, view),
    message: help === undefined ? message : `${message} ${help}`,
    link: Link.metadata,
    data: null,
  });
  return [
    ...verdict.errors.map((message) => place('error', message)),
    ...verdict.warnings.map((message) => place('warning', message)),
  ];
}

function rangeOf(message: string, text: string, { analysis }: ParsedCard, view: YamlView | null): TextRange {
  const { frontMatter } = analysis;
  const top = frontMatter.kind === 'present' ? frontMatter.block.start : 0;
  const beginning = firstLine(text, top);
  const position = /\((\d+):(\d+)\)/.exec(message);
  if (/^Invalid YAML/.test(message) && position && frontMatter.kind === 'present') {
    return lineOf(text, frontMatter.yaml, Number(position[1]), Number(position[2])) ?? beginning;
  }
  const path = pathIn(message);
  return path === null || view === null ? beginning : nearestRange(view, path);
}

/** The path that a message begins with, or the key that it speaks of. */
function pathIn(message: string): Path | null {
  const quoted = /^"([^"]+)"/.exec(message)?.[1];
  if (quoted === 'value') return null;
  if (quoted !== undefined) {
    return [...quoted.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([step, index]) =>
      index === undefined ? step : Number(index),
    );
  }
  const key = /^The (pipeline tag|[a-z_]+) "/.exec(message)?.[1];
  return key === undefined ? null : [key.replaceAll(' ', '_')];
}

/** Where the value of a path stands, or the nearest thing above it that is there. */
function nearestRange(view: YamlView, path: Path): TextRange {
  if (path.length === 0 || valueAt(view.data, path) !== undefined) return view.valueRange(path);
  const above = path.slice(0, -1);
  return valueAt(view.data, above) === undefined ? nearestRange(view, above) : view.keyRange(above);
}

/** From a 1-based line and column of the YAML to the end of that line. */
function lineOf(text: string, yaml: TextRange, line: number, column: number): TextRange | null {
  let start = yaml.start;
  for (let passed = 1; passed < line; passed++) {
    const at = text.slice(start, yaml.end).search(/\r\n|\r|\n/);
    if (at < 0) return null;
    start += at + (text.startsWith('\r\n', start + at) ? 2 : 1);
  }
  const { end } = firstLine(text, start);
  const from = Math.min(start + column - 1, end);
  return from === end ? { start, end } : { start: from, end };
}

function firstLine(text: string, start: number): TextRange {
  const length = text.slice(start).search(/[\r\n]/);
  return { start, end: length < 0 ? text.length : start + length };
}
