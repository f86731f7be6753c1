import assert from 'node:assert/strict';
import { type RuleSettings, severityOf } from '../../../src/editor/problems/ruleSettings';
import type { Problem } from '../../../src/metadata/problem';

const problem: Problem = {
  code: 'license.unknown',
  severity: 'error',
  range: { start: 0, end: 0 },
  message: '',
  link: '',
  data: null,
};

const cases: readonly (readonly [settings: object, severity: string | null])[] = [
  [{}, 'error'],
  [{ 'license.unknown': 'hint' }, 'hint'],
  [{ 'license.unknown': 'off' }, null],
  [{ 'license.other': 'off' }, 'error'],
  [{ 'license.unknown': 'loud' }, 'error'],
  [{ 'license.unknown': 3 }, 'error'],
];

describe('the severity of a problem', () => {
  for (const [settings, severity] of cases) {
    it(`is ${severity ?? 'none'} with ${JSON.stringify(settings)}`, () =>
      assert.equal(severityOf(problem, settings as RuleSettings), severity));
  }
});
