import assert from 'node:assert/strict';
import type { CardOverview, TableSummary } from '../../../../src/editor/analysis/cardOverview';
import type { Claim, Claims } from '../../../../src/editor/analysis/claims';
import { type CardNode, cardNodes, type ProblemFacts } from '../../../../src/editor/views/thisCard/cardNodes';

const table: TableSummary = {
  ...{ number: 1, line: 20, endLine: 25, title: 'Evaluation', header: 'Benchmark | Anvil', checksum: 'x' },
  ...{ evaluation: true, reason: '', models: 1, benchmarks: 4, standing: null },
};
const claim: Claim = {
  ...{
    task: 'text-generation',
    dataset: 'MMLU',
    datasetId: 'cais/mmlu',
    metric: 'accuracy',
    shots: '5',
    value: '41.5',
  },
  ...{ valueRange: { start: 90, end: 94 }, source: '', verified: false, line: 9 },
  inTable: { line: 22, value: { number: 41.5, text: '41.5' }, same: true },
};
const overview = (...tables: readonly TableSummary[]): CardOverview => ({ names: [], tables, nearTables: [] });
const claims = (...all: readonly Claim[]): Claims => ({ entries: [{ name: 'Anvil', claims: all }] });

/** The rows as a person sees them, those below indented. */
function shown(nodes: readonly CardNode[], indent = ''): readonly string[] {
  return nodes.flatMap(({ row, children }) => [
    `${indent}${row.icon ? `(${row.icon.id}) ` : ''}${row.label} – ${row.description ?? ''}`,
    ...shown(children, `${indent}  `),
  ]);
}

describe('the rows of a card', () => {
  it('show its tables with their state, its results and its problems', () => {
    const standing = { scores: 4, present: 3, different: 1 };
    const quiet = { ...table, number: 2, evaluation: false, title: '', reason: 'hyper-parameters' };
    const problem: ProblemFacts = { severity: 'error', message: 'Bad licence.', code: 'x.y', line: 2, column: 10 };
    const nodes = cardNodes(overview({ ...table, standing }, quiet), claims(claim), [problem]);
    assert.deepEqual(shown(nodes), [
      'Tables – 2',
      '  (warning) Evaluation – 4 benchmarks, 3 of 4 in model-index, 1 value differs',
      '  (table) Benchmark | Anvil – no scores seen: hyper-parameters',
      'Results – 1',
      '  (symbol-number) MMLU (5-shot) – accuracy 41.5',
      'Problems – 1',
      '  (error) Bad licence. – line 2',
    ]);
  });

  it('say where there is nothing', () => {
    assert.deepEqual(shown(cardNodes(overview(), claims(), [])), [
      'Tables – none',
      'Results – none',
      'Problems – none',
    ]);
  });

  it('lead to their places and offer their actions', () => {
    const [tables, results, problems] = cardNodes(
      overview(table),
      claims(claim, { ...claim, inTable: undefined } as never),
      [
        { severity: 'hint', message: 'Later.', code: '', line: 3, column: 1 },
        { severity: 'warning', message: 'First.', code: '', line: 8, column: 5 },
      ],
    );
    assert.deepEqual([tables?.children[0]?.line, tables?.children[0]?.row.facts], [20, ['table']]);
    assert.deepEqual([results?.children[0]?.line, results?.children[0]?.tableLine], [9, 22]);
    assert.deepEqual(
      results?.children.map(({ row }) => row.facts),
      [['inTable'], []],
    );
    assert.deepEqual(
      problems?.children.map(({ row, line, column }) => [row.label, line, column]),
      [
        ['First.', 8, 5],
        ['Later.', 3, 1],
      ],
    );
  });

  it('tell a value that differs from its table, and entries from each other', () => {
    const other = { ...claim, inTable: { line: 22, value: { number: 42, text: '42.0' }, same: false } };
    const both: Claims = {
      entries: [
        { name: 'Anvil', claims: [other] },
        { name: '', claims: [{ ...claim, verified: true }] },
      ],
    };
    assert.deepEqual(shown(cardNodes(overview(), both, [])).slice(1, -1), [
      'Results – 2',
      '  Anvil – 1',
      '    (warning) MMLU (5-shot) – accuracy 41.5, the table says 42.0',
      '  A model without a name – 1',
      '    (verified) MMLU (5-shot) – accuracy 41.5',
    ]);
  });

  it('say why front matter cannot be read, and lead there', () => {
    const broken: Claims = { entries: [], problem: { message: 'It is no map.', line: 3 } };
    const results = cardNodes(overview(), broken, [])[1];
    assert.deepEqual([results?.children[0]?.row.label, results?.children[0]?.line], ['It is no map.', 3]);
  });

  it('have ids that differ', () => {
    const ids = (nodes: readonly CardNode[]): readonly string[] =>
      nodes.flatMap((one) => [one.id, ...ids(one.children)]);
    const all = ids(cardNodes(overview(table, { ...table, number: 2 }), claims(claim, claim), []));
    assert.equal(new Set(all).size, all.length);
  });
});
