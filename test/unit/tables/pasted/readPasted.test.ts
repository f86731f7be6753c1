import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainText } from '../../../../src/tables/plainText';
import { readPasted } from '../../../../src/tables/pasted';
import { LineIndex } from '../../../../src/card/text';
import { findTables } from '../../../../src/tables/find';
import { summarize } from '../summary';

/** The Markdown of what was pasted, line by line. */
function markdown(text: string, html?: string): readonly string[] {
  const pasted = readPasted(text, html);
  assert.equal(pasted.kind, 'tables', pasted.kind === 'problem' ? pasted.message : '');
  return pasted.markdown.trimEnd().split('\n');
}

/** What every place of the first table says. */
function texts(source: string): readonly (readonly string[])[] {
  const [grid] = findTables(source, 0, new LineIndex(source)).tables;
  assert.ok(grid, source);
  return grid.rows.map((row) => row.map((cell) => (cell ? plainText(source.slice(cell.start, cell.end)) : '')));
}

describe('readPasted', () => {
  it('reads cells of a spreadsheet, with quotes, breaks and tabs in them', () => {
    assert.deepEqual(markdown('Model\tMMLU\t"GSM8K\n(8-shot)"\r\n"Anvil ""7B"""\t71.2\t"5|5"\r\n6" pipe\t\t1\r\n'), [
      '| Model | MMLU | GSM8K<br>(8-shot) |',
      '| --- | --- | --- |',
      '| Anvil "7B" | 71.2 | 5\\|5 |',
      '| 6" pipe |  | 1 |',
    ]);
  });

  it('reads commas, and semicolons where commas stand before decimals', () => {
    assert.deepEqual(markdown('Model,MMLU\n"Anvil, 7B",71.2\n'), [
      '| Model | MMLU |',
      '| --- | --- |',
      '| Anvil, 7B | 71.2 |',
    ]);
    const german = markdown('Modell;MMLU;GSM8K\nAnvil-7B;71,2;55,05\nHammer;60,1;44,5\n');
    assert.equal(german[2], '| Anvil-7B | 71,2 | 55,05 |');
    assert.deepEqual(summarize(german.join('\n')), [
      'models-in-rows',
      'Anvil-7B: MMLU = 71.2, GSM8K = 55.05',
      'Hammer: MMLU = 60.1, GSM8K = 44.5',
    ]);
  });

  it('puts a title over a table of text', () => {
    assert.deepEqual(markdown('Results,,\nModel,MMLU,ARC\nA,1.5,2.5\n').slice(0, 3), [
      'Results',
      '',
      '| Model | MMLU | ARC |',
    ]);
  });

  it('reads an HTML table with spans, marks and entities, and takes no text for markup', () => {
    const html = `<html><body><!--StartFragment--><style>td {}</style><table>
      <tr><td rowspan=2>Model</td><td colspan=2>MMLU &amp; more</td></tr>
      <tr><td>acc</td><td>f1</td></tr>
      <tr><td colspan=3><i>Open</i></td></tr>
      <tr><td>my_*model*</td><td><b>71.2</b><sup>†</sup></td><td style="font-weight:700">55<br>± 1</td></tr>
    </table><!--EndFragment--></body></html>`;
    assert.deepEqual(markdown('ignored', html), [
      '| Model | MMLU \\& more acc | MMLU \\& more f1 |',
      '| --- | --- | --- |',
      '| Open |  |  |',
      '| my\\_\\*model\\* | 71.2<sup>†</sup> | **55<br>± 1** |',
    ]);
  });

  it('leaves out a table that only lays out another', () => {
    const html =
      '<table><tr><td>Menu</td><td><table><tr><th>A</th><th>B</th></tr><tr><td>1<td>2</table></td></tr></table>';
    assert.deepEqual(markdown('', html), ['| A | B |', '| --- | --- |', '| 1 | 2 |']);
  });

  it('reads a booktabs table as the paper shows it', () => {
    const latex = String.raw`
      \begin{table}[t]
      \caption{Results on \emph{MMLU}~\cite{x}.}
      \begin{tabular}{@{}l c c@{}} % three columns
        \toprule
        \multirow{2}{*}{Model} & \multicolumn{2}{c}{MMLU} \\
        \cmidrule(lr){2-3}
        & 0-shot & 5-shot \\
        \midrule
        \multicolumn{3}{c}{\textit{Open models}} \\
        % \textbf{Old} & 1 & 2 \\
        Anvil-7B & \textbf{71.2} & $70.1_{\pm 0.3}$ \\[2pt]
        \rowcolor{gray!20} Caf\'e \& Co. & 5\% & \textcolor{red}{61.5 $\pm$ 0.2} \\
        \bottomrule
      \end{tabular}
      \end{table}`;
    assert.deepEqual(markdown(latex), [
      'Results on MMLU .',
      '',
      '| Model | MMLU 0-shot | MMLU 5-shot |',
      '| --- | --- | --- |',
      '| Open models |  |  |',
      '| Anvil-7B | **71.2** | 70.1<sub>± 0.3</sub> |',
      '| Café \\& Co. | 5% | 61.5 ± 0.2 |',
    ]);
    assert.deepEqual(summarize(markdown(latex).join('\n')).slice(1), [
      'Anvil-7B: MMLU 0-shot = 71.2, MMLU 5-shot = 70.1 ± 0.3',
      'Café & Co.: MMLU 0-shot = 5%, MMLU 5-shot = 61.5 ± 0.2',
    ]);
  });

  it('reads bare rows, boxes with breaks, and rows that a label spans', () => {
    const latex = String.raw`Area & Task & \makecell{Anvil\\7B} \\ \hline
      \multirow{2}{*}{Math} & GSM8K & 55.0 \\
       & MATH & \begin{tabular}[c]{@{}l@{}}20.1\\(4-shot)\end{tabular} \\ \hline`;
    assert.deepEqual(markdown(latex), [
      '| Area | Task | Anvil<br>7B |',
      '| --- | --- | --- |',
      '| Math | GSM8K | 55.0 |',
      '| Math | MATH | 20.1<br>(4-shot) |',
    ]);
  });

  it('never makes another number of a command it does not know', () => {
    const [, , row] = markdown(
      String.raw`A & B & C \\ \midrule \ours{}\constructor & \strange{1}{2} & \best{85.2} $\frac{3}{4}$ \\`,
    );
    assert.equal(row, '| \\\\ours\\\\constructor | \\\\strange{1}{2} | 85.2 3/4 |');
  });

  it('takes Markdown as it is', () => {
    const text = '| A | B |\n|---|---|\n| 1 | 2 |\n';
    assert.equal(markdown(text).join('\n'), text.trimEnd());
  });

  for (const text of [
    '',
    'A sentence, with a comma.\nAnother one, too.',
    'one\ntwo',
    '\tindented\n\tcode',
    'Dear John,\nthanks, yes',
    'a & b',
  ]) {
    it(`finds no table in ${JSON.stringify(text)}`, () => assert.equal(readPasted(text).kind, 'problem'));
  }

  it('loses nothing of any cell, whatever stands in it', () => {
    fc.assert(
      fc.property(anyTable, (rows) => {
        const tsv = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join('\t')).join('\n');
        const html = rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`);
        const expected = rows.map((row) => row.map((cell) => cell.replace(/\s+/g, ' ').trim()));
        for (const pasted of [readPasted(tsv), readPasted('', `<table>${html.join('')}</table>`)]) {
          assert.equal(pasted.kind, 'tables');
          assert.deepEqual(texts(pasted.markdown), expected);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never throws and always ends', () => {
    const piece = fc.constantFrom(
      ...[
        '\\begin{tabular}',
        '{lc}',
        '\\end{tabular}',
        '\\\\',
        ' & ',
        '\\multirow{3}{*}{',
        '\\multicolumn{2}{c}{',
        '}',
      ],
      ...['{', '$', '^', '_', '\\textbf{', '\\midrule', '\\', '%', '\n', '[', ']', '1.5', 'a', '\t', ';', ',', '"'],
      ...['<table>', '<tr>', '<td colspan=9 rowspan=0>', '</td>', '</table>', '<sup>', '&amp;', '|', '---', '\\x'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        readPasted(pieces.join(''), pieces.reverse().join(''));
      }),
      { numRuns: 2000 },
    );
  });

  it('does not hang on a megabyte of what opens and never closes', function () {
    this.timeout(20_000);
    for (const piece of [
      ...['if (a && b) c("\\n"); ', 'a\\\\&', '&\\\\['],
      '{',
      '\\x[',
      '\\multirow{9999}{*}{a}&\\\\',
      '[]',
      '\\',
      '<table><td>',
      '\\begin{tabular}{',
      '"\t',
      '$^{',
    ]) {
      readPasted(piece.repeat(Math.floor(900_000 / piece.length)), '');
    }
  });
});

const cellText = fc
  .string({ unit: fc.constantFrom(...'ab5. ,|*_~`<>[]()\\$&:!#"\'^-±é\n'), minLength: 1, maxLength: 12 })
  // What LaTeX ends its rows with, and a row of dashes, are another table.
  .filter((text) => text.trim() !== '' && !/\\\\|-\|/.test(text));
const anyTable = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }))
  .chain(([rows, width]) =>
    fc.array(fc.array(cellText, { minLength: width, maxLength: width }), { minLength: rows, maxLength: rows }),
  );

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
