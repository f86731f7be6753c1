import MarkdownIt from 'markdown-it';
import { parseFragment } from 'parse5';
import type * as Core from '../../src/core';
import { cardOf, generateTables, htmlTable, markdownTable, type Rows } from './generate';
import { type Figure, figure, interleaved } from './measure';

const ROUNDS = { rounds: 9, warmUp: 3 };
/** Growth is linear where a part costs at most this many times what it costs elsewhere. */
const LINEAR = 1.5;
const BATCH_MS = 100;

/** Finding, reading and telling the tables of a card, against the parsers it stands on. */
export function tableFigures(core: typeof Core): readonly Figure[] {
  const tables = generateTables(1000);
  const markdown = cardOf(tables, markdownTable);
  const html = cardOf(tables, htmlTable);
  const htmlTables = tables.map(htmlTable);
  check(core, markdown, html);

  const markdownIt = new MarkdownIt({ html: true });
  const time = interleaved(
    {
      markdown: () => core.analyzeCard(markdown),
      markdownIt: () => markdownIt.parse(markdown, {}),
      html: () => core.analyzeCard(html),
      parse5: () => htmlTables.map((source) => parseFragment(source)),
      parse5Placed: () => htmlTables.map((source) => parseFragment(source, { sourceCodeLocationInfo: true })),
    },
    ROUNDS,
  );
  return [
    figure('generated card', Buffer.byteLength(markdown) / 1e6, 'MB'),
    figure('Markdown tables: time of all', time.markdown, 'ms'),
    figure('Markdown tables per second', 1e6 / time.markdown, 'tables/s'),
    figure("Markdown tables: time against markdown-it's parse", time.markdown / time.markdownIt, '×', 0.5),
    figure('HTML tables: time of all', time.html, 'ms'),
    figure('HTML tables per second', 1e6 / time.html, 'tables/s'),
    figure("HTML tables: time against parse5's parse", time.html / time.parse5, '×', 1.5),
    figure("HTML tables: time against parse5's parse with source positions", time.html / time.parse5Placed, '×'),
  ];
}

/** Both forms of the card must give the same scores: what reads too little is no faster. */
function check(core: typeof Core, ...cards: readonly string[]): void {
  for (const card of cards) {
    const { tables } = core.analyzeCard(card);
    const withScores = tables.filter(({ reading }) => reading.evaluation);
    const models = withScores.flatMap(({ reading }) => reading.models);
    if (tables.length !== 1000 || withScores.length !== 900 || models.length !== 3600) {
      const seen = `${String(tables.length)} tables, ${String(withScores.length)} with scores of ${String(models.length)} models`;
      throw new Error(`The generated card was not understood: ${seen}.`);
    }
  }
}

/** A part must cost the same however many there are, and in one large table as in many small ones. */
export function growthFigures(core: typeof Core): readonly Figure[] {
  return Object.entries({ Markdown: markdownTable, HTML: htmlTable }).flatMap(([kind, write]) => {
    const cost = (tables: readonly Rows[]): number => {
      const text = cardOf(tables, write);
      return costOf(() => core.analyzeCard(text));
    };
    const ratio = (what: string, value: number): Figure => figure(`${kind}: ${what}`, value, '×', LINEAR);

    cost(generateTables(1000)); // So that the first figure is not one of code that still warms up.
    const [first = NaN, last = NaN] = [10, 10_000].map((count) => cost(generateTables(count)) / count);
    const long = generateTables(1, 10_000);
    const wide = generateTables(1, 20, 2000);
    const megabyte = cost(generateTables(Math.round(1e6 / cardOf(generateTables(1), write).length)));
    const hostile = HOSTILE.map((markup) => cost([cellOf(markup, 1e6)]));
    return [
      ratio('a table among 10,000 against one among 10', last / first),
      ratio('a table of 10,000 rows against the same rows in tables of 20', cost(long) / cost(long.flatMap(cutRows))),
      ratio('a table of 2,000 columns against the same in tables of 5', cost(wide) / cost(wide.flatMap(cutColumns))),
      ratio('a cell of 1 MB against 1 MB of small tables', cost([cellOf('word ', 1e6)]) / megabyte),
      ratio('a cell of 1 MB of hostile markup against 1 MB of small tables', Math.max(...hostile) / megabyte),
    ];
  });
}

/**
 * The rows of a table in small ones of 20 rows under the same header. It is the same labels and numbers on both sides, since
 * a label that was met before costs less than a new one.
 */
function cutRows([header = [], ...rows]: Rows): readonly Rows[] {
  return pieces(rows, 19).map((some) => [header, ...some]);
}

/** The columns of a table in small ones of 5 columns, each beside the same labels. */
function cutColumns(rows: Rows): readonly Rows[] {
  const cut = rows.map(([label = '', ...cells]) => pieces(cells, 4).map((some) => [label, ...some]));
  return (cut[0] ?? []).map((_, piece) => cut.map((row) => row[piece] ?? []));
}

function pieces<T>(list: readonly T[], length: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / length) }, (_, piece) =>
    list.slice(piece * length, (piece + 1) * length),
  );
}

/** What makes backtracking expressions and nested scans slow when there is much of it. */
const HOSTILE = [
  '[',
  '](',
  '*',
  '_',
  '`',
  '`a',
  '<',
  '<a',
  '<!--',
  '$',
  '\\',
  '\\(',
  '&',
  '1',
  '1,',
  '1.',
  ' ',
  '(',
  '±',
  '^{',
  '~',
];

/** A table with one cell of `length` characters. */
function cellOf(filling: string, length: number): Rows {
  const rows = (generateTables(1)[0] ?? []).map((row) => [...row]);
  const [, row] = rows;
  if (row) row[2] = filling.repeat(length / filling.length);
  return rows;
}

/**
 * The processor time of one run. Runs are taken in batches, so that a short one bears its part of collecting garbage too;
 * the best batch counts, since other programs can only slow one down.
 */
function costOf(action: () => unknown): number {
  const warm = performance.now() + BATCH_MS;
  do action();
  while (performance.now() < warm);
  const runs = Math.max(1, Math.ceil(BATCH_MS / processorTime(action)));
  const batch = (): void => {
    for (let run = 0; run < runs; run++) action();
  };
  return Math.min(processorTime(batch), processorTime(batch), processorTime(batch)) / runs;
}

function processorTime(action: () => unknown): number {
  const before = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
