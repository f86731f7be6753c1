const WORDS =
  'the model was trained on a mixture of filtered web pages code and books and is evaluated on knowledge reasoning mathematics coding multilingual tasks with greedy decoding unless stated otherwise'.split(
    ' ',
  );
const BENCHMARKS = 'MMLU GSM8K HumanEval ARC-C HellaSwag WinoGrande TruthfulQA BoolQ PIQA OpenBookQA MATH BBH'.split(
  ' ',
);
const SETTINGS = [
  'learning rate',
  'batch size',
  'warmup steps',
  'weight decay',
  'optimizer',
  'epochs',
  'sequence length',
];
const MODELS = ['Anvil-7B', 'Hammer-8B', 'Tongs-13B', 'Bellows-70B'];

/** The cells of a table as text; the first row is its header. */
export type Rows = readonly (readonly string[])[];

/** Numbers that look random and are the same in every run. */
class Dice {
  #state = 20_250_607;

  below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * limit);
  }

  of(texts: readonly string[]): string {
    return texts[this.below(texts.length)] ?? '';
  }
}

/** Tables of `height` × `width` cells, header row included; every tenth holds settings instead of scores. */
export function generateTables(count: number, height = 20, width = 5): readonly Rows[] {
  const dice = new Dice();
  return Array.from({ length: count }, (_, index) =>
    index % 10 === 9 ? settingsTable(dice, height, width) : scoresTable(dice, height, width),
  );
}

function scoresTable(dice: Dice, height: number, width: number): Rows {
  const header = Array.from({ length: width }, (_, column) => (column === 0 ? 'Benchmark' : modelName(column)));
  const rows = Array.from({ length: height - 1 }, (_, row) =>
    Array.from({ length: width }, (_, column) => (column === 0 ? benchmarkName(dice, row) : scoreCell(dice))),
  );
  return [header, ...rows];
}

function modelName(column: number): string {
  const name = MODELS[(column - 1) % MODELS.length] ?? '';
  return column <= MODELS.length ? name : `${name}-v${String(column)}`;
}

function benchmarkName(dice: Dice, row: number): string {
  const name = BENCHMARKS[row % BENCHMARKS.length] ?? '';
  const numbered = row < BENCHMARKS.length ? name : `${name} v${String(Math.floor(row / BENCHMARKS.length))}`;
  return dice.below(4) === 0 ? `${numbered} (${String(dice.below(6))}-shot)` : numbered;
}

function scoreCell(dice: Dice): string {
  const number = (20 + dice.below(7999) / 100).toFixed(dice.below(3));
  const form = dice.below(12);
  if (form === 0) return `**${number}**`;
  if (form === 1) return `${number}%`;
  if (form === 2) return `${number} ± 0.${String(dice.below(9) + 1)}`;
  return form === 3 ? '-' : number;
}

function settingsTable(dice: Dice, height: number, width: number): Rows {
  const header = Array.from({ length: width }, (_, column) =>
    column === 0 ? 'Hyperparameter' : `Stage ${String(column)}`,
  );
  const rows = Array.from({ length: height - 1 }, () =>
    Array.from({ length: width }, (_, column) => (column === 0 ? dice.of(SETTINGS) : String(2 ** dice.below(14)))),
  );
  return [header, ...rows];
}

/** A card with front matter, and a heading and prose above each table. */
export function cardOf(tables: readonly Rows[], write: (rows: Rows) => string): string {
  const dice = new Dice();
  const sections = tables.map((rows, index) => `## Section ${String(index + 1)}\n\n${prose(dice)}\n\n${write(rows)}\n`);
  return `---\nlicense: mit\npipeline_tag: text-generation\n---\n\n# Anvil-7B\n\n${sections.join('\n')}`;
}

function prose(dice: Dice): string {
  const sentences = Array.from({ length: 4 }, () => {
    const words = Array.from({ length: 12 }, () => dice.of(WORDS)).join(' ');
    return dice.below(3) === 0
      ? `${words}, see [the report](https://example.org/report).`
      : `${words} with \`top_p\` **0.9**.`;
  });
  return sentences.join('\n');
}

/** The table in Markdown. */
export function markdownTable([header = [], ...rows]: Rows): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The same table in HTML. */
export function htmlTable([header = [], ...rows]: Rows): string {
  const line = (cells: readonly string[], tag: string): string =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  return [
    '<table>',
    '<thead>',
    line(header, 'th'),
    '</thead>',
    '<tbody>',
    ...rows.map((row) => line(row, 'td')),
    '</tbody>',
    '</table>',
  ].join('\n');
}
