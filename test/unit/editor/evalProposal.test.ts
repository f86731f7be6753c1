import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as core from '../../../src/core';
import { propose, type ProposalFacts } from '../../../src/editor/evalResults/proposal';
import type { EvalEntryRow } from '../../../src/editor/evalResults/evalView';
import { tableCandidates } from '../../../src/editor/extract/candidates';
import { type EvalChoice, type ExtractionChoice, NO_CHOICE } from '../../../src/editor/extract/choice';
import { extract } from '../../../src/editor/extract/extract';
import { isToPage } from '../../../src/editor/panel/protocol';
import { lines } from '../results/support';

const data = (name: string): unknown => JSON.parse(readFileSync(`media/data/${name}.json`, 'utf8'));
const benchmarks = core.parseBenchmarks(data('benchmarks'));
const registered = core.parseRegistered(data('registered-benchmarks'));

const card = lines(
  ...['# Anvil', '', '| Benchmark | Anvil | Brick |', '| --- | --- | --- |'],
  ...['| MMLU-Pro (5-shot) | 41.5 | 1 |', '| GSM8K | 82.3 | 2 |', '| GPQA | 30.1 | 3 |', '| BBH | 55.5 | 4 |'],
);
const INCLUDED: EvalChoice = { include: true, taskIds: {}, notes: {} };

function proposal(
  choice: Partial<EvalChoice> = {},
  facts: Partial<ProposalFacts> = {},
  of: Partial<ExtractionChoice> = {},
) {
  const analysis = core.analyzeCard(card);
  const [table] = analysis.tables;
  assert.ok(table);
  const version = { text: card, analysis, names: core.cardNames(analysis, { folder: 'anvil' }) };
  const candidates = tableCandidates(table, { folder: 'anvil' }, core, benchmarks);
  const extraction = extract(
    version,
    candidates,
    { ...NO_CHOICE, model: { index: 0, name: 'Anvil' }, ...of },
    core,
    benchmarks,
  );
  const knowledge = { registered, benchmarks, leaderboards: new Map() };
  const all = { knowledge, known: new Map(), onHub: [], present: [], ...facts };
  const made = propose(extraction, { ...INCLUDED, ...choice }, all, core);
  assert.ok(isToPage({ type: 'evalResults', choice: 1, view: made.view }));
  return made;
}

function rowOf({ view }: ReturnType<typeof proposal>, name: string): EvalEntryRow {
  const row = view.rows.find((one) => one.kind === 'entry' && one.name.startsWith(name));
  assert.ok(row?.kind === 'entry', JSON.stringify(view.rows));
  return row;
}

const textsOf = ({ changes }: ReturnType<typeof proposal>) =>
  Object.fromEntries(changes.map((one) => [one.path, one.text]));

describe('scores of the panel for .eval_results', () => {
  it('go into a file for each benchmark with a leaderboard; the others say why not', () => {
    const made = proposal();
    assert.deepEqual(textsOf(made), {
      '.eval_results/mmlu_pro.yaml': lines(
        ...['- dataset:', '    id: TIGER-Lab/MMLU-Pro', '    task_id: mmlu_pro', '  value: 41.5', "  notes: '5-shot'"],
      ),
      '.eval_results/gsm8k.yaml': lines(
        ...['- dataset:', '    id: openai/gsm8k', '    task_id: main', '  value: 82.3'],
      ),
    });
    assert.equal(made.results, 2);
    assert.deepEqual([rowOf(made, 'GSM8K').state, rowOf(made, 'GSM8K').notes], ['new', '']);
    const [gpqa, bbh] = made.view.rows.filter((row) => row.kind === 'left-out');
    assert.deepEqual(gpqa?.task?.dataset, 'Idavidrein/gpqa');
    assert.ok(gpqa.task.ids.includes('gpqa_diamond'));
    assert.match(bbh?.reason ?? '', /^no leaderboard of the Hub is known/);
    assert.equal(bbh?.task, undefined);
    assert.deepEqual(made.datasets, ['TIGER-Lab/MMLU-Pro', 'openai/gsm8k', 'Idavidrein/gpqa']);
  });

  it('take task, notes and date from the person; with tools they have a file of their own', () => {
    const before = proposal({ taskIds: { 'Idavidrein/gpqa': 'gpqa_diamond' } });
    const { of } = rowOf(before, 'GPQA');
    const made = proposal({
      taskIds: { 'Idavidrein/gpqa': 'gpqa_diamond' },
      notes: { [of]: '0-shot, with tools' },
      date: '2026-11-20',
    });
    assert.equal(
      textsOf(made)['.eval_results/gpqa_with_tools.yaml'],
      lines(
        ...['- dataset:', '    id: Idavidrein/gpqa', '    task_id: gpqa_diamond', '  value: 30.1'],
        ...["  date: '2026-11-20'", "  notes: '0-shot, with tools'"],
      ),
    );
    assert.notEqual(made.view.fingerprint, before.view.fingerprint);
    assert.equal(rowOf(made, 'GPQA').task?.chosen, 'gpqa_diamond');
    assert.equal(rowOf(made, 'GSM8K').task, undefined);

    const gpqa = { tasks: ['gpqa_main', 'gpqa_extended'], revision: 'abc' };
    const known = new Map([['Idavidrein/gpqa', gpqa]]);
    const refused = proposal({ taskIds: { 'Idavidrein/gpqa': 'gpqa_diamond' } }, { known }).view.rows[2];
    assert.equal(refused?.kind, 'left-out', 'the dataset has no such task');
  });

  it('are on the scale of the leaderboard, which stands beside them with what the Hub has', () => {
    const data = { dataset: { id: 'openai/gsm8k', task_id: 'main' }, value: 0.8 };
    const made = proposal(
      {},
      {
        knowledge: { registered, benchmarks, leaderboards: new Map([['openai/gsm8k', [0.95, 0.91, 0.2]]]) },
        known: new Map([['openai/gsm8k', { tasks: ['main'], framework: 'inspect-ai', revision: 'abc' }]]),
        onHub: [
          { filename: 'x.yaml', verified: true, data },
          { filename: 'y.yaml', verified: false, data: { ...data, value: 0.7 }, pullRequest: 3 },
          { filename: 'z.yaml', verified: false, error: 'Invalid' },
          { filename: 'w.yaml', verified: false, data: { ...data, dataset: { id: 'cais/hle', task_id: 'hle' } } },
        ],
      },
    );
    const { value, convertedFrom, leaderboard, onHub } = rowOf(made, 'GSM8K');
    assert.deepEqual([value, convertedFrom, leaderboard], ['0.823', '82.3', { top: 0.95, median: 0.91 }]);
    assert.deepEqual(onHub, ['0.8, verified', '0.7, in pull request #3']);
    assert.deepEqual(made.view.verify, ['hf/openai/gsm8k@abc/main']);
    assert.equal(rowOf(made, 'MMLU-Pro').leaderboard, undefined);
  });

  it('leave what is there, and replace another value only when told to', () => {
    const entry = (id: string, task: string, value: string) =>
      `- dataset: { id: ${id}, task_id: ${task} }\n  value: ${value} # ours\n`;
    const present = [
      {
        path: '.eval_results/all.yaml',
        text: entry('openai/gsm8k', 'main', '80') + entry('TIGER-Lab/MMLU-Pro', 'mmlu_pro', '41.5'),
      },
    ];
    const kept = proposal({}, { present });
    assert.deepEqual([rowOf(kept, 'GSM8K').state, rowOf(kept, 'GSM8K').there], ['kept', '80']);
    assert.equal(rowOf(kept, 'MMLU-Pro').state, 'same');
    assert.deepEqual([kept.changes, kept.results], [[], 0]);
    const replaced = proposal({ replace: true }, { present });
    assert.equal(rowOf(replaced, 'GSM8K').state, 'replaced');
    assert.equal(textsOf(replaced)['.eval_results/all.yaml'], present[0]?.text.replace('80 #', '82.3 #'));
    assert.equal(replaced.results, 1);
  });

  it('wait until the scores are chosen and confirmed, and say what is wrong with a file', () => {
    assert.deepEqual(proposal({}, {}, { model: { index: 1, name: 'Brick' } }).view.rows, []);
    const broken = proposal({}, { present: [{ path: '.eval_results/x.yaml', text: 'a: [' }] });
    assert.match(broken.view.problem, /^\.eval_results\/x\.yaml, line 1: The file is not valid YAML/);
    assert.deepEqual(broken.changes, []);
  });
});
