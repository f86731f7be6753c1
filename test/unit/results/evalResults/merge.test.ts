import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import type { EvalEntry } from '../../../../src/results/evalResults/entry';
import { type EvalMergePlan, planEvalMerge } from '../../../../src/results/evalResults/merge';
import { readEvalFile } from '../../../../src/results/evalResults/read';
import { lines } from '../support';

const PATH = '.eval_results/hle.yaml';
const HLE: EvalEntry = {
  dataset: { id: 'cais/hle', taskId: 'hle', revision: '0123456' },
  value: { number: 20.9, text: '20.90' },
  date: '2026-01-15',
  source: { url: 'https://example.org/run', name: 'Eval traces' },
  notes: 'no-tools',
};
const WRITTEN = lines(
  '- dataset:',
  '    id: cais/hle',
  '    task_id: hle',
  "    revision: '0123456'",
  '  value: 20.90',
  "  date: '2026-01-15'",
  '  source:',
  '    url: https://example.org/run',
  '    name: Eval traces',
  '  notes: no-tools',
);

type Merge = EvalMergePlan & { readonly kind: 'merge' };

function plan(text: string | null, onConflict: 'keep' | 'replace', ...entries: readonly EvalEntry[]): Merge {
  const present = text === null ? [] : [{ path: PATH, text }];
  const planned = planEvalMerge(
    present,
    entries.map((entry) => ({ path: PATH, entry })),
    onConflict,
  );
  if (planned.kind !== 'merge') throw new Error(planned.message);
  return planned;
}

/** The file after the merge, or before it where nothing changes. */
function after(text: string | null, ...entries: readonly EvalEntry[]): string | null {
  return plan(text, 'keep', ...entries).files[0]?.text ?? text;
}

const with_ = (change: Partial<EvalEntry>): EvalEntry => ({ ...HLE, ...change });
const value = (text: string) => ({ number: Number(text), text });

describe('files of .eval_results', () => {
  it('are written as the documentation has them', () => {
    assert.equal(after(null, HLE), WRITTEN);
    assert.equal(after('', HLE), WRITTEN);
    const short = { dataset: { id: 'cais/hle', taskId: 'hle' }, value: value('1e-7') };
    assert.equal(after(null, short), '- dataset:\n    id: cais/hle\n    task_id: hle\n  value: 1.0e-7\n');
  });

  it('are added to losslessly, in their own style', () => {
    const file = lines(
      '# Ours',
      '-   dataset: {id: a/b, task_id: t}   # kept',
      '    value: 1.50',
      '    verifyToken: "x.y"',
      '    custom: [1,  2]',
    ).replaceAll('\n', '\r\n');
    const entry = { dataset: { id: 'cais/hle', taskId: 'hle' }, value: value('20.9') };
    const added = lines('-   dataset:', '      id: cais/hle', '      task_id: hle', '    value: 20.9').replaceAll(
      '\n',
      '\r\n',
    );
    assert.equal(after(file, entry), file + added);
    assert.equal(
      after('[{dataset: {id: a/b, task_id: t}, value: 1}]', entry),
      '[{dataset: {id: a/b, task_id: t}, value: 1}, {dataset: {id: cais/hle, task_id: hle}, value: 20.9}]',
    );
    assert.equal(after('# nothing yet', entry)?.split('\n')[1], '- dataset:');
  });

  it('hold no row twice, in whatever file it stands', () => {
    assert.equal(after(WRITTEN, with_({ notes: 'without tools, ±0.4' })), WRITTEN);
    assert.equal(plan(WRITTEN, 'keep', HLE).same.length, 1);
    const elsewhere = planEvalMerge(
      [{ path: '.eval_results/all.yaml', text: WRITTEN }],
      [{ path: PATH, entry: HLE }],
      'keep',
    );
    assert.deepEqual(elsewhere.kind === 'merge' && [elsewhere.files.length, elsewhere.same.length], [0, 1]);
    const twice = plan(null, 'keep', HLE, HLE, with_({ value: value('21') }));
    assert.deepEqual([twice.added.length, twice.same.length, twice.refused.length], [1, 1, 1]);
  });

  it('keep or take the other value of a row, as a person decides', () => {
    const other = with_({ value: value('25.05'), notes: 'inspect-ai 0.3.285, no-tools' });
    const kept = plan(WRITTEN, 'keep', other);
    assert.deepEqual([kept.files.length, kept.conflicts[0]?.existing.line, kept.conflicts[0]?.path], [0, 1, PATH]);
    assert.equal(plan(WRITTEN, 'replace', other).files[0]?.text, WRITTEN.replace('20.90', '25.05'));
  });

  it('keep what the Hub has signed, whatever a person decides', () => {
    const signed = `${WRITTEN}  verifyToken: x.y\n`;
    const planned = plan(signed, 'replace', with_({ value: value('25.05') }));
    assert.deepEqual([planned.files.length, planned.conflicts[0]?.existing.verified], [0, true]);
  });

  it('take variants beside each other: other shots, tools, tasks', () => {
    for (const variant of [{ notes: 'with tools' }, { dataset: { id: 'cais/hle', taskId: 'other' } }]) {
      assert.equal(plan(WRITTEN, 'keep', with_({ value: value('1'), ...variant })).added.length, 1);
    }
    const shots = plan(null, 'keep', with_({ notes: '5-shot' }), with_({ notes: '0-shot', value: value('1') }));
    assert.equal(shots.added.length, 2);
  });

  it('say what keeps them from being added to', () => {
    const broken = (text: string) => {
      const planned = planEvalMerge([{ path: PATH, text }], [{ path: PATH, entry: HLE }], 'keep');
      return planned.kind === 'merge' ? '' : planned.message;
    };
    assert.match(broken('- a: ['), /^The file is not valid YAML: .* Mend it first\.$/);
    assert.match(broken('a: 1\n'), /^The file is no list of results\. Mend it first\.$/);
    assert.match(broken('[]'), /^The file cannot be added to/);
  });

  it('read as what they were and what was added, whatever they hold', function () {
    this.timeout(20_000);
    const texts = fc.oneof(
      fc.constantFrom('no', '1:30', "it's #1", '2025-01-15', '5-shot', 'é, "x"'),
      fc.string({ maxLength: 8 }),
    );
    const filed = fc.array(
      fc.record(
        {
          dataset: fc.record({ id: texts, task_id: texts }),
          value: fc.double({ noNaN: true, noDefaultInfinity: true }),
          notes: texts,
          other: fc.jsonValue(),
        },
        { requiredKeys: ['dataset'] },
      ),
      { minLength: 1, maxLength: 3 },
    );
    const style = fc.record({
      indent: fc.constantFrom(2, 4),
      collectionStyle: fc.constantFrom('block' as const, 'flow' as const),
    });
    fc.assert(
      fc.property(filed, style, texts, (present, how, notes) => {
        const text = stringify(present, { ...how, aliasDuplicateObjects: false });
        const entry = with_({ dataset: { id: 'new/one', taskId: 'x' }, notes });
        const [change] = plan(text, 'keep', entry).files;
        assert.deepEqual((parse(change!.text) as unknown[]).slice(0, -1), parse(text));
        const read = readEvalFile(change!.text);
        assert.equal(read.kind === 'file' && read.entries.at(-1)?.notes, notes === '' ? undefined : notes);
      }),
      { numRuns: 100 },
    );
  });
});
