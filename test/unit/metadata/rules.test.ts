import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/card/text';
import { CARD_RULES, METADATA_RULES, RULES } from '../../../src/metadata/rules';
import { CASES } from './cases';
import { check, codesOf, fixesOf } from './support';

/** Problems that keep everything else from being seen, so that mending one may bring others to light. */
const HIDING = /^front-matter\.(?:missing|hidden|unclosed|syntax|no-map)$|^eval-results\.syntax$/;

describe('the rules', () => {
  for (const { code, breaks, at, says, fixes = {}, nearly = [], evalResults = false } of CASES) {
    describe(`${code}: ${says}`, () => {
      it('is found in its place', () => {
        const problems = check(breaks, evalResults).problems.filter((problem) => problem.code === code);
        const [problem] = problems;
        assert.ok(problem, `found ${codesOf(breaks, evalResults).join(', ')} instead`);
        assert.equal(breaks.slice(problem.range.start, problem.range.end), at);
        assert.ok(problem.message.includes(says), problem.message);
        assert.match(problem.message, /^\S.*[.?]$/);
        assert.deepEqual(structuredClone(problem), problem);
      });

      it('is mended by its fixes', () => assert.deepEqual(fixesOf(breaks, code, evalResults), fixes));

      nearly.forEach((text, index) => {
        it(`is not found where it nearly is (${index + 1})`, () =>
          assert.ok(!codesOf(text, evalResults).includes(code), codesOf(text, evalResults).join(', ')));
      });
    });
  }

  it('each have a case', () => {
    const rules = RULES.map(({ code }) => code);
    assert.deepEqual([...new Set(rules)].sort(), [...new Set(CASES.map(({ code }) => code))].sort());
  });

  it('have a dotted code of their own', () => {
    const codes = [...CARD_RULES, ...METADATA_RULES].map(({ code }) => code);
    assert.deepEqual([...new Set(codes)], codes);
    for (const code of codes) assert.match(code, /^[a-z0-9-]+\.[a-z0-9-]+$/);
  });
});

describe('fixes', () => {
  const texts = CASES.flatMap(({ breaks, nearly = [], evalResults = false }) =>
    [breaks, ...nearly].map((text) => ({ text, evalResults })),
  );
  const forms: Readonly<Record<string, (text: string) => string>> = {
    'as they are': (text) => text,
    'with Windows line endings': (text) => text.replaceAll('\n', '\r\n'),
    'without a line break at the end': (text) => text.trimEnd(),
  };
  for (const [form, change] of Object.entries(forms)) {
    it(`leave no more problems than there were, in all test files ${form}`, () => {
      let applied = 0;
      for (const { text: original, evalResults } of texts) {
        const text = change(original);
        const checked = check(text, evalResults);
        checked.problems.forEach(({ code }, index) => {
          for (const { title, edits } of checked.mendable([index]).flatMap(({ fixes }) => fixes)) {
            const after = check(applyEdits(text, edits), evalResults).problems;
            const shown = `${title} for ${code} in\n${text}\n→\n${applyEdits(text, edits)}`;
            if (HIDING.test(code))
              assert.ok(
                codeCount(after, code) < codeCount(checked.problems, code) || isFurther(after, checked.problems),
                shown,
              );
            else
              assert.ok(
                after.length <= checked.problems.length,
                `${shown}\n${after.map(({ message }) => message).join('\n')}`,
              );
            applied++;
          }
        });
      }
      assert.ok(applied >= 58, `${applied} fixes`);
    });
  }
});

function codeCount(problems: readonly { readonly code: string }[], code: string): number {
  return problems.filter((problem) => problem.code === code).length;
}

/** A mended mistake lets the reader go on to the next one further down. */
function isFurther(after: readonly { readonly range: { readonly start: number } }[], before: typeof after): boolean {
  return (after[0]?.range.start ?? Infinity) > (before[0]?.range.start ?? 0);
}
