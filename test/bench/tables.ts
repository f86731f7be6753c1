import MarkdownIt from 'markdown-it';
import { parseFragment } from 'parse5';
import type * as Core from '../../src/core';
import { cardOf, generateTables, htmlTable, markdownTable, type Rows } from './generate';
import { type Figure, figure, interleaved } from './measure';

const ROUNDS = { rounds: 9, warmUp: 3 };
/** Growth is linear where a part costs at most this many times what it costs elsewhere. */
const LINEAR = 1.5;
const BATCH_MS = 200;

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

/** The cost of a part must not depend on how many parts there are. */
export function growthFigures(core: typeof Core): readonly Figure[] {
  const read = (text: string) => (): unknown => core.analyzeCard(text);
  const perTable = (write: (rows: Rows) => string): number => {
    const cost = [10, 100, 1000, 10_000].map((count) => {
      const text = cardOf(generateTables(count), write);
      return costOf(read(text), count);
    });
    return Math.max(...cost.slice(1)) / (cost[0] ?? NaN);
  };

  const ordinary = { markdown: markdownTable, html: htmlTable };
  const figures: Figure[] = [];
  for (const [kind, write] of Object.entries(ordinary)) {
    figures.push(figure(`growth from 10 to 10,000 ${kind} tables, cost of one`, perTable(write), '×', LINEAR));
    const usual = cardOf(generateTables(1000), write);
    const perByte = costOf(read(usual), usual.length);
    const single: Readonly<Record<string, Rows>> = {
      '10,000 rows': generateTables(1, 10_000)[0] ?? [],
      '2,000 columns': generateTables(1, 20, 2000)[0] ?? [],
      '1 MB in one cell': withCell('word '.repeat(200_000)),
    };
    for (const [what, rows] of Object.entries(single)) {
      const text = cardOf([rows], write);
      figures.push(
        figure(`one ${kind} table of ${what}, cost of a byte`, costOf(read(text), text.length) / perByte, '×', LINEAR),
      );
    }
    const hostile = HOSTILE.map((markup) => {
      const [small, large] = [1e5, 1e6].map((length) => {
        const text = cardOf([withCell(markup.repeat(length / markup.length))], write);
        return costOf(read(text), text.length);
      });
      return (large ?? NaN) / (small ?? NaN);
    });
    const growth = Math.max(...hostile);
    figures.push(figure(`hostile markup in one ${kind} cell, 100 kB to 1 MB, cost of a byte`, growth, '×', LINEAR));
  }
  return figures;
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

function withCell(text: string): Rows {
  const rows = (generateTables(1)[0] ?? []).map((row) => [...row]);
  const [, row] = rows;
  if (row) row[2] = text;
  return rows;
}

/**
 * The processor time of one unit of work. Runs are taken in batches, so that a short run bears its part of collecting
 * garbage too; the best batch counts, since other programs can only slow one down.
 */
function costOf(action: () => unknown, units: number): number {
  const warm = performance.now() + BATCH_MS;
  do action();
  while (performance.now() < warm);
  const runs = Math.max(1, Math.ceil(BATCH_MS / processorTime(action)));
  const batch = (): void => {
    for (let run = 0; run < runs; run++) action();
  };
  return Math.min(processorTime(batch), processorTime(batch), processorTime(batch)) / runs / units;
}

function processorTime(action: () => unknown): number {
  const before = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
