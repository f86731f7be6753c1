import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { locateFrontMatter } from '../../../src/card/frontMatter';
import { nameKey } from '../../../src/results/benchmarks';
import type { EvaluationResult } from '../../../src/results/evaluationResult';
import { withoutShots } from '../../../src/results/shots';
import { cards, debris, results } from './arbitraries';
import { claimsOf, merge, type Merge, plan } from './support';

/** Real cards, where they lie beside the repository. */
const CORPUS = '../shared/corpus/cards';

const decision = fc.constantFrom('keep' as const, 'replace' as const);

describe('merging any results into any card', () => {
  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(debris, results, decision, (text, wanted, onConflict) => {
        checkMerge(text, wanted, onConflict);
      }),
      { numRuns: 4000 },
    );
  }).timeout(120_000);

  it('adds what is new, changes nothing else, and nothing the second time', () => {
    const kinds = new Map<string, number>();
    fc.assert(
      fc.property(cards, results, decision, (text, wanted, onConflict) => {
        const kind = checkMerge(text, wanted, onConflict);
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      }),
      { numRuns: 10_000 },
    );
    assert.ok((kinds.get('merge') ?? 0) > 6500, `too few cards could be merged into: ${JSON.stringify([...kinds])}`);
  }).timeout(300_000);

  it('finds again what it merged, as the same or as a conflict', () => {
    const distinct = results.map((all) => [...new Map(all.map((one) => [one.dataset.name, one])).values()]);
    fc.assert(
      fc.property(
        distinct,
        fc.constantFrom('', '---\nlicense: mit\n---\n', '\ufeff---\r\n\r\n---\r\nx'),
        (wanted, text) => {
          const first = merge(text, wanted);
          const others = first.added.map((one) => ({
            ...one,
            metric: { ...one.metric, value: { number: 1.5, text: '1.50' } },
          }));
          const kept = merge(first.text, others);
          assert.deepEqual(kept.edits, []);
          assert.equal(kept.added.length, 0);
          assert.equal(kept.same.length + kept.conflicts.length, others.length);

          const replaced = merge(first.text, others, { onConflict: 'replace' });
          const written = kept.conflicts.length === 0 ? [] : replaced.edits.map((edit) => edit.text);
          assert.ok(written.every((value) => value === '1.50'));
          assert.ok(claimsOf(replaced.text).every(({ result }) => result.metric.value.text === '1.50'));
          assert.equal(merge(replaced.text, others).same.length, others.length);
        },
      ),
      { numRuns: 2000 },
    );
  }).timeout(120_000);

  it('does so with real cards', function () {
    if (!existsSync(CORPUS)) this.skip();
    for (const file of readdirSync(CORPUS)) {
      const text = readFileSync(join(CORPUS, file), 'utf8');
      for (const wanted of fc.sample(results, { numRuns: 5, seed: 7 })) checkMerge(text, wanted, 'keep');
    }
  }).timeout(120_000);
});

function checkMerge(text: string, wanted: readonly EvaluationResult[], onConflict: 'keep' | 'replace'): string {
  const first = plan(text, wanted, { onConflict, entry: 0 });
  if (first.kind !== 'merge') {
    assert.ok(first.message.endsWith('.'), first.message);
    return first.kind;
  }
  checkUntouched(text, first);
  checkAdded(first);

  const second = plan(first.text, wanted, { onConflict, entry: 0 });
  assert.ok(second.kind === 'merge');
  assert.deepEqual(second.edits, []);
  return 'merge';
}

/** Only empty values and values that were to be replaced are taken out; the body stays as it is. */
function checkUntouched(text: string, { edits, text: merged, conflicts }: Merge): void {
  const replaced = conflicts.map(({ existing }) => existing.valueRange);
  for (const { start, end } of edits) {
    const removed = text.slice(start, end);
    const isReplaced = replaced.some((range) => range.start === start && range.end === end);
    assert.ok(isReplaced || /^\s*(?:\[\s*\]|null|~)?\s*$/.test(removed), `removed ${JSON.stringify(removed)}`);
  }
  const frontMatter = locateFrontMatter(text);
  // Two lines of dashes with nothing between them are filled.
  const start = /^\s*---\r?\n(?=---[ \t]*(?:\r?\n|$))/.exec(text)?.[0].length;
  const body =
    frontMatter.kind === 'present' ? text.slice(frontMatter.yaml.end) : text.slice(start ?? 0).replace(/^\ufeff/, '');
  assert.ok(merged.endsWith(body));
  assert.equal(merged.startsWith('\ufeff'), text.startsWith('\ufeff'));

  const conflicting = new Set(
    conflicts.filter(({ decision }) => decision === 'replace').map((one) => one.existing.position.join()),
  );
  const kept = claimsOf(text).filter(({ entry, position }) => entry > 0 || !conflicting.has(position.join()));
  const claims = new Map(
    claimsOf(merged).map((claim) => [`${String(claim.entry)}:${claim.position.join()}`, claim.result]),
  );
  for (const { entry, position, result } of kept)
    assert.deepEqual(claims.get(`${String(entry)}:${position.join()}`), result);
}

/** What was added is claimed now, with its digits. */
function checkAdded({ text, added, conflicts }: Merge): void {
  const claims = new Set(claimsOf(text).map(({ result }) => claimKey(result)));
  for (const result of added) assert.ok(claims.has(claimKey(result)), `lost ${claimKey(result)}`);
  for (const { wanted, decision } of conflicts) {
    if (decision === 'keep') continue;
    assert.ok(claimsOf(text).some(({ result }) => result.metric.value.number === wanted.metric.value.number));
  }
}

function claimKey({ task, dataset, metric, shots, source }: EvaluationResult): string {
  const name = nameKey(withoutShots(dataset.name));
  return JSON.stringify([
    task.type,
    dataset.type,
    name,
    dataset.split,
    shots,
    metric.type,
    metric.value.number,
    source,
  ]);
}
