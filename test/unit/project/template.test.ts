import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { validate } from '../../hub/server/validateYaml';
import { check } from '../metadata/support';

const template = readFileSync('media/templates/model-card.md', 'utf8');

/** The text of a snippet that nobody fills in: the first choice, the default of each gap. */
const card = template
  .replace(/\$\{\d+\|([^,|]+)[^}]*\|\}/g, '$1')
  .replace(/\$\{\d+:([^}]*)\}/g, '$1')
  .replace('$0', '');

describe('the template of a new card', () => {
  it('has gaps only where a person fills something in', () => assert.doesNotMatch(card, /\$\{?\d|[{}]\||\|\}/));

  it('has nothing that the Hub or our own checks object to', () => {
    assert.deepEqual(validate(card), { errors: [], warnings: [] });
    assert.deepEqual(
      check(card).problems.map(({ code }) => code),
      [],
    );
  });

  it('numbers its gaps in the order of the text', () => {
    const numbers = [...template.matchAll(/\$\{(\d+)/g)].map(([, number]) => Number(number));
    const first = [...new Set(numbers)];
    assert.deepEqual(
      first,
      first.map((_, index) => index + 1),
    );
  });
});
