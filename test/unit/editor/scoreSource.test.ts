import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { applyEdits } from '../../../src/card/text';
import * as core from '../../../src/core';
import { sourceCandidates } from '../../../src/editor/extract/candidates';
import { type ExtractionChoice, NO_CHOICE } from '../../../src/editor/extract/choice';
import { extract } from '../../../src/editor/extract/extract';
import { placeScores, sourceTable } from '../../../src/editor/extract/sourceTable';
import { isPanelState, isToPage } from '../../../src/editor/panel/protocol';
import type { ResultDraft, ScoredModel, ScoreSource } from '../../../src/results/types';

const benchmarks = core.parseBenchmarks(JSON.parse(readFileSync('media/data/benchmarks.json', 'utf8')));

function draft(id: string, value: string): ResultDraft {
  return {
    ...{ id, include: true, name: id, datasetId: `acme/${id.toLowerCase()}`, config: '', split: '', metricName: '' },
    ...{ metricType: 'accuracy', shots: '', value, uncertainty: '', unit: '', notes: [] },
    facts: { date: '2026-11-01', run: { notes: 'by hand' } },
  };
}

function scored(name: string, values: Readonly<Record<string, string>>, own = false): ScoredModel {
  const drafts = Object.entries(values).map(([id, value]) => draft(id, value));
  return { name, drafts, own, sourceName: `Measured: ${name}`, sourceUrl: 'https://scores.example/' };
}

const source: ScoreSource = {
  kind: 'scores',
  title: 'Scores Weekly',
  warnings: ['Taken with a pinch of salt.'],
  models: [
    scored('Anvil (high)', { Alpha: '0.5', Beta: '0.75' }, true),
    scored('Anvil (low)', { Beta: '0.5', Gamma: '1' }),
  ],
};

function look(text: string, choice: Partial<ExtractionChoice> = {}, from = source) {
  const analysis = core.analyzeCard(text);
  const card = { text, analysis, names: core.cardNames(analysis, { folder: 'anvil' }) };
  return extract(card, sourceCandidates(from), { ...NO_CHOICE, ...choice }, core, benchmarks);
}

describe('extracting scores from elsewhere', () => {
  it('takes the model that the source says is the card’s, with its source', () => {
    const { model, needsConfirmation, common, yaml, drafts, models } = look('# Anvil\n');
    assert.deepEqual([model, needsConfirmation], [0, false]);
    assert.deepEqual(
      models.map(({ own }) => own),
      [true, false],
    );
    assert.deepEqual([common.sourceName, common.sourceUrl], ['Measured: Anvil (high)', 'https://scores.example/']);
    assert.match(yaml, /type: acme\/beta\n[^]*value: 0\.75\n[^]*name: 'Measured: Anvil \(high\)'/);
    assert.deepEqual(
      drafts.map(({ row, column }) => [row, column]),
      [
        [1, 1],
        [2, 1],
      ],
    );
  });

  it('believes the source before the name of the card’s heading', () => {
    const { model, matched, models } = look('# Anvil (low)\n');
    assert.deepEqual([model, matched], [0, null]);
    assert.deepEqual(
      models.map(({ own }) => own),
      [true, false],
    );
    const untold = { ...source, models: source.models.map((one) => ({ ...one, own: false })) };
    const named = look('# Anvil (low)\n', {}, untold);
    assert.deepEqual([named.model, named.matched?.from], [null, 'heading']);
  });

  it('asks for any other, and for one of several', () => {
    const low = { index: 1, name: 'Anvil (low)' };
    const other = look('# Anvil\n', { model: low });
    assert.deepEqual([other.model, other.needsConfirmation], [1, true]);
    assert.equal(look('# Anvil\n', { model: low, confirmed: low }).needsConfirmation, false);
    assert.equal(other.common.sourceName, 'Measured: Anvil (low)');
    const two = { ...source, models: source.models.map((model) => ({ ...model, own: true })) };
    assert.equal(look('# Anvil\n', {}, two).model, null);
    assert.equal(look('# Anvil\n', { model: low }, two).needsConfirmation, false);
  });

  it('names the source beside what the card claims otherwise', () => {
    const text = [
      ...['---', 'model-index:', '- name: Anvil', '  results:', '  - task: { type: text-generation }'],
      ...[
        '    dataset: { name: Beta, type: acme/beta }',
        '    metrics: [{ type: accuracy, value: 0.8 }]',
        '---',
        '# Anvil',
      ],
    ].join('\n');
    const { merge } = look(text);
    assert.ok(merge.kind === 'merge');
    assert.deepEqual(merge.conflicts[0]?.wanted, { value: '0.75', place: 'Scores Weekly' });
    assert.equal(merge.conflicts[0].existing.value, '0.8');
  });

  it('keeps what nobody edits', () => {
    const [first] = core.toResults(placeScores(source, 0), { taskType: 'x', sourceName: '', sourceUrl: '' });
    assert.deepEqual([first?.date, first?.run, first?.origin], ['2026-11-01', { notes: 'by hand' }, {}]);
  });

  it('is shown as a table with a column for each model', () => {
    const { rows, notes, headings, line } = sourceTable(source);
    assert.deepEqual(
      rows.map((row) => row.map(({ text }) => text)),
      [
        ['Benchmark', 'Anvil (high)', 'Anvil (low)'],
        ['Alpha', '0.5', ''],
        ['Beta', '0.75', '0.5'],
        ['Gamma', '', '1'],
      ],
    );
    assert.deepEqual([notes, headings, line], [['Taken with a pinch of salt.'], ['Scores Weekly'], 0]);
    assert.deepEqual(
      placeScores(source, 1).map(({ id, row, column }) => [id, row, column]),
      [
        ['Beta', 2, 2],
        ['Gamma', 3, 2],
      ],
    );
  });

  it('goes to the page, and comes back after a window reload, only when it is whole', () => {
    const state = { uri: 'file:///README.md', from: source, choice: NO_CHOICE };
    assert.equal(isToPage({ type: 'table', from: source, table: sourceTable(source) }), true);
    assert.equal(isPanelState(JSON.parse(JSON.stringify(state))), true);
    assert.equal(isPanelState({ ...state, from: { ...source, kind: 'other' } }), false);
    assert.equal(isPanelState({ ...state, from: { ...source, models: [{ name: 'A' }] } }), false);
    const broken = {
      ...source,
      models: [{ ...source.models[0], drafts: [{ ...draft('A', '1'), facts: { date: 1 } }] }],
    };
    assert.equal(isPanelState({ ...state, from: broken }), false);
  });

  const percent = [
    ...['---', 'model-index:', '- name: Anvil', '  results:', '  - task: { type: text-generation }'],
    ...['    dataset: { name: Delta, type: acme/delta }', '    metrics: [{ type: accuracy, value: 81.5 }]', '---'],
    '# Anvil',
  ].join('\n');

  it('says what was measured on another scale than the card’s, and takes that only when told to', () => {
    const { drafts, yaml } = look(percent);
    assert.deepEqual(
      drafts.map(({ value, converted, measured }) => [value, converted?.value, measured.value]),
      [
        ['0.5', '50', '0.5'],
        ['0.75', '75', '0.75'],
      ],
    );
    assert.match(yaml, /value: 0\.75\n/);
    const [, beta] = drafts;
    assert.ok(beta?.converted);
    const taken = look(percent, {
      edits: [{ id: beta.id, of: beta.of, changes: { value: beta.converted.value, uncertainty: '' } }],
    });
    assert.match(taken.yaml, /value: 0\.5\n[^]*value: 75\n/);
    assert.equal(taken.drafts[1]?.measured.value, '0.75');
  });

  it('puts a table of them into the body, too, where that is ticked, and tells it from without', () => {
    const text = `${percent}\n`;
    const plain = look(text);
    const tabled = look(text, { table: true });
    assert.ok(plain.merge.kind === 'merge' && tabled.merge.kind === 'merge');
    assert.deepEqual([plain.merge.table, tabled.merge.table], [false, true]);
    assert.notEqual(plain.fingerprint, tabled.fingerprint);
    const after = applyEdits(text, tabled.edits);
    assert.match(after, /\n\| Alpha \| accuracy \| – \| 0\.5 \|\n\| Beta \| accuracy \| – \| 0\.75 \|\n$/);
    assert.ok(tabled.merge.diff.flatMap(({ lines }) => lines).includes('+| Beta | accuracy | – | 0.75 |'));
    const again = look(after, { table: true });
    assert.ok(again.merge.kind === 'merge');
    assert.deepEqual([again.edits, again.merge.table], [[], false]);
  });

  it('leaves out of the table what the card claims otherwise and keeps', () => {
    const claimed = percent.replace('Delta', 'Beta').replace('delta', 'beta').replace('81.5', '0.8');
    const kept = look(claimed, { table: true });
    assert.ok(kept.merge.kind === 'merge');
    assert.doesNotMatch(applyEdits(claimed, kept.edits), /\| Beta \|/);
    const [conflict] = kept.merge.conflicts;
    const replaced = look(claimed, { table: true, decisions: { [conflict?.id ?? '']: 'replace' } });
    assert.match(applyEdits(claimed, replaced.edits), /\| Beta \| accuracy \| – \| 0\.75 \|/);
  });
});
