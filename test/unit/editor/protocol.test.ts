import assert from 'node:assert/strict';
import { type FromPage, isFromPage, isPanelState, isToPage } from '../../../src/editor/panel/protocol';

const choice = { edits: [], common: {}, decisions: {} };
const state = {
  uri: 'file:///README.md',
  from: { kind: 'table', anchor: { line: 3, header: 'a', checksum: 'b', siblings: [] } },
  choice,
};

describe('the guards of the panel’s messages', () => {
  const fromPage: readonly FromPage[] = [
    { type: 'ready' },
    { type: 'choose', number: 1, choice },
    {
      type: 'choose',
      number: 2,
      choice: {
        model: { index: 0, name: 'A' },
        confirmed: { index: 0, name: 'A' },
        edits: [{ id: '1:1', of: 'x', changes: { include: false, name: 'y' } }],
        common: { taskType: 'fill-mask' },
        entry: 1,
        entryName: 'z',
        decisions: { c: 'replace' },
        table: true,
        evalResults: { include: true, taskIds: { 'cais/hle': 'hle' }, notes: { x: 'no tools' }, date: '2026-11-20' },
      },
    },
    { type: 'apply', seen: 'x', seenBeside: '' },
    { type: 'preview' },
    { type: 'copyReproduce' },
    { type: 'copyVerify', index: 0 },
    { type: 'evaluateVerified', index: 0 },
    { type: 'reveal', line: 4 },
  ];
  for (const message of fromPage) {
    it(`let ${JSON.stringify(message).slice(0, 60)} pass`, () => assert.equal(isFromPage(message), true));
  }

  const wrong: readonly unknown[] = [
    null,
    'ready',
    [],
    {},
    { type: 'toString' },
    { type: 'constructor' },
    { type: 'apply' },
    { type: 'apply', seen: 1 },
    { type: 'apply', seen: 'x' },
    { type: 'reveal', line: '4' },
    { type: 'choose', number: 1 },
    { type: 'choose', number: 1, choice: { ...choice, edits: [{}] } },
    { type: 'choose', number: 1, choice: { ...choice, decisions: { a: 'drop' } } },
    { type: 'choose', number: 1, choice: { ...choice, model: { index: 0 } } },
    { type: 'choose', number: 1, choice: { ...choice, common: { taskType: 1 } } },
    { type: 'choose', number: 1, choice: { ...choice, table: 'yes' } },
    { type: 'choose', number: 1, choice: { ...choice, evalResults: { include: true } } },
  ];
  for (const message of wrong) {
    it(`stop ${JSON.stringify(message)}`, () => assert.equal(isFromPage(message), false));
  }

  it('take a state of before for one only when it is whole', () => {
    assert.equal(isPanelState(state), true);
    assert.equal(isPanelState({ ...state, from: { kind: 'table', anchor: { line: 3 } } }), false);
    assert.equal(isPanelState(undefined), false);
  });

  it('check what the editor says too', () => {
    assert.equal(isToPage({ type: 'start', state, card: { path: 'README.md' }, tasks: ['a'] }), true);
    assert.equal(isToPage({ type: 'start', state, card: {}, tasks: [] }), false);
    assert.equal(isToPage({ type: 'status', level: 'info', message: 'x' }), true);
    assert.equal(isToPage({ type: 'status', level: 'loud', message: 'x' }), false);
    assert.equal(isToPage({ type: 'view', choice: 1, view: {} }), false);
    const view = {
      rows: [{ kind: 'left-out', name: 'x', reason: 'y' }],
      files: [],
      problem: '',
      verify: [],
      fingerprint: 'z',
    };
    assert.equal(isToPage({ type: 'evalResults', choice: 1, view }), true);
    assert.equal(isToPage({ type: 'evalResults', choice: 1, view: { ...view, rows: [{ kind: 'entry' }] } }), false);
  });
});
