import assert from 'node:assert/strict';
import { isShotsHeader, shotsOfCell, takeShots } from '../../../src/tables/shots';

describe('takeShots', () => {
  const cases: readonly (readonly [text: string, rest: string, shots?: number])[] = [
    ['MMLU (5-shot)', 'MMLU', 5],
    ['MMLU 5-shot', 'MMLU', 5],
    ['MMLU, 5 shots', 'MMLU', 5],
    ['5-shot MMLU', 'MMLU', 5],
    ['MMLU(0-shot)', 'MMLU', 0],
    ['DROP (3-shot F1)', 'DROP (F1)', 3],
    ['MMLU (CoT, 5-shot)', 'MMLU (CoT)', 5],
    ['BigBench Hard (0-shot, CoT)', 'BigBench Hard (CoT)', 0],
    ['MMMU (val, 0-shot, CoT)', 'MMMU (val, CoT)', 0],
    ['ARC (25-s)', 'ARC', 25],
    ['MMLU [5-Shot]', 'MMLU', 5],
    ['C-Eval（5-shot）', 'C-Eval', 5],
    ['C-Eval（测试集，5-shot）', 'C-Eval（测试集）', 5],
    ['C-Eval（5-shot，测试集）', 'C-Eval（测试集）', 5],
    ['C-Eval【zero-shot】', 'C-Eval', 0],
    ['MMLU (n_shot=5)', 'MMLU', 5],
    ['MMLU (five-shot)', 'MMLU', 5],
    ['MMLU 5-샷', 'MMLU', 5],
    ['AGIEval English (3-5 shot)', 'AGIEval English (3-5 shot)'],
    ['Few-shot', 'Few-shot'],
    ['IN-1K, zero-shot top-1', 'IN-1K, zero-shot top-1'],
    ['Screenshots', 'Screenshots'],
    ['MMLU', 'MMLU'],
  ];
  for (const [text, rest, shots] of cases) {
    it(`reads ${text}`, () => assert.deepEqual(takeShots(text), shots === undefined ? { rest } : { shots, rest }));
  }
});

describe('shotsOfCell', () => {
  const cases: readonly (readonly [text: string, shots?: number])[] = [
    ['5', 5],
    ['0', 0],
    ['n=10', 10],
    ['5-shot', 5],
    ['3-shot@1', 3],
    ['zero-shot', 0],
    ['-'],
    ['5.5'],
  ];
  for (const [text, shots] of cases) it(`reads ${text}`, () => assert.equal(shotsOfCell(text), shots));
});

describe('isShotsHeader', () => {
  for (const text of ['Shots', '# Shots', '#shots', 'n-shot', 'Few-shot', 'Num. shots', 'shot']) {
    it(`knows ${text}`, () => assert.equal(isShotsHeader(text), true));
  }
  for (const text of ['5-shot', 'One-shot accuracy', 'Benchmark', '']) {
    it(`does not take ${text}`, () => assert.equal(isShotsHeader(text), false));
  }
});
