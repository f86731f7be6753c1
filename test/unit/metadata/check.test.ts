import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/card/text';
import { checkCard } from '../../../src/metadata/check';
import { chooseFixes } from '../../../src/metadata/combine';
import { movePoint } from '../../../src/results/decimal';
import { nearestTerm } from '../../../src/metadata/suggest';
import { parseCard } from '../../../src/results/analysis';
import { BENCHMARKS } from '../results/support';
import { card, check, codesOf, TERMS } from './support';

describe('checking a card', () => {
  it('finds nothing wrong with a good one', () => {
    assert.deepEqual(codesOf(card('license: mit', 'language: en', 'tags: [tiny]', 'unknown_key: {a: [1]}')), []);
  });

  it('tells problems in the order of the text', () => {
    const problems = codesOf(card('tags: tiny', 'license: nit', 'pipeline_tag: x', 'language: no'));
    assert.deepEqual(problems, ['metadata.type', 'license.unknown', 'pipeline-tag.unknown', 'language.boolean']);
  });

  it('leaves out what a comment in the front matter switches off', () => {
    const lines = ['tags: tiny', 'license: nit', 'pipeline_tag: x'];
    const ignoring = (comment: string) => codesOf(card(...lines, comment));
    assert.deepEqual(ignoring('# model-card-ignore: license.unknown'), ['metadata.type', 'pipeline-tag.unknown']);
    assert.deepEqual(ignoring('#model-card-ignore: license.unknown, metadata.type'), ['pipeline-tag.unknown']);
    assert.equal(ignoring('# license.unknown is well known').length, 3);
  });

  it('switches rules off where the YAML cannot be read, too', () => {
    assert.deepEqual(codesOf(card('# model-card-ignore: front-matter.syntax', 'license: a: b')), []);
  });

  it('does not look at the front matter again while only the body changes', () => {
    const known = { names: [], benchmarks: BENCHMARKS, terms: TERMS };
    const text = card('license: nit');
    const parsed = parseCard(text);
    const before = checkCard(text, parsed, known);
    const body = `${text}\n| a | b |\n| 1 | 2 |\n`;
    const after = checkCard(body, parseCard(body, parsed), known, before);
    assert.deepEqual(
      after.problems.map(({ code }) => code),
      ['license.unknown', 'tables.not-a-table'],
    );
    assert.equal(after.problems[0], before.problems[0]);
    const other = text.replace('nit', 'mut');
    assert.notEqual(checkCard(other, parseCard(other, parsed), known, before).problems[0], before.problems[0]);
  });

  it('reads values through aliases and merge keys, and marks what is written', () => {
    const text = card('datasets: &x', '- a b', 'base_model: *x', '<<: {license: nit}');
    assert.deepEqual(
      check(text).problems.map(({ code, range }) => [code, text.slice(range.start, range.end)]),
      [
        ['metadata.hub-id', 'a b'],
        ['metadata.hub-id', 'a b'],
        ['license.unknown', 'nit'],
      ],
    );
  });
});

describe('fixing several problems at once', () => {
  const fixed = (text: string, codes?: readonly string[]) => {
    const chosen = chooseFixes(check(text).mendable(), ({ code }, { safe }) => (codes ? codes.includes(code) : safe));
    return applyEdits(
      text,
      chosen.flatMap(({ fix }) => fix.edits),
    );
  };

  it('applies every safe fix', () => {
    assert.equal(
      fixed(card('tags: tiny', 'license: nit', 'language: no')),
      card('tags: [tiny]', 'license: nit', "language: 'no'"),
    );
  });

  it('applies all of one code', () => {
    assert.equal(
      fixed(card('license: nit', 'language: [english, deutsch, pt-BR]'), ['language.code']),
      card('license: nit', 'language: [en, deutsch, pt]'),
    );
  });

  it('leaves fixes that touch one another for the next time', () => {
    const once = fixed(card('tags: [no, no]'), ['tags.duplicate', 'language.boolean']);
    assert.equal(fixed(once, ['tags.duplicate', 'language.boolean']), card("tags: ['no']"));
  });
});

describe('suggestions', () => {
  const cases: Readonly<Record<string, string | undefined>> = {
    MIT: 'mit',
    apache2: 'apache-2.0',
    'apache-2': 'apache-2.0',
    'mozilla public license 2.0': 'mpl-2.0',
    'cc-by-nc-4': 'cc-by-nc-4.0',
    bsd3clause: 'bsd-3-clause',
    'openrail+': 'openrail++',
    'my own': undefined,
    '': undefined,
  };
  for (const [word, meant] of Object.entries(cases)) {
    it(`of a licence for "${word}"`, () => assert.equal(nearestTerm(word, TERMS.licenses), meant));
  }
});

describe('moving the decimal point', () => {
  for (const [digits, places, moved] of [
    ['0.852', 2, '85.2'],
    ['0.85', 2, '85'],
    ['0.8', 2, '80'],
    ['85.20', -2, '0.8520'],
    ['5', -2, '0.05'],
    ['-0.5', 2, '-50'],
    ['100', -2, '1.00'],
    ['1e-3', 2, null],
    ['x', 2, null],
  ] as const) {
    it(`of ${digits} by ${places}`, () => assert.equal(movePoint(digits, places), moved));
  }
});
