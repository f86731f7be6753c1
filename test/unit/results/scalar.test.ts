import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { yamlNumber } from '../../../src/results/measuredValue';
import { numberScalar, textScalar } from '../../../src/results/modelIndex/scalar';

function readings(scalar: string, place: 'block' | 'flow'): readonly unknown[] {
  const text = place === 'block' ? `- ${scalar}\n` : `[a, ${scalar}, {b: ${scalar}}]\n`;
  return (['1.1', '1.2'] as const).map((version) => {
    const items = parse(text, { version }) as unknown[];
    return place === 'block' ? items[0] : items[1];
  });
}

const TRICKY = [
  ...[
    'no',
    'No',
    'y',
    'N',
    'yes',
    'on',
    'off',
    'true',
    'null',
    'Null',
    '~',
    '',
    ' ',
    'NaN',
    '.nan',
    '.inf',
    '-.INF',
    'inf',
  ],
  ...['2025-01-15', '2025-01-15T10:00:00Z', '1:30', '190:20:30', '1_000', '1e-7', '1E5', '0o7', '012', '0x1F', '0b11'],
  ...[
    '+1',
    '.5',
    '5.',
    '-',
    '--',
    '---',
    '...',
    '=',
    '<<',
    '? a',
    '- a',
    ': a',
    'a: b',
    'a:',
    'a #b',
    '#a',
    'a#b',
    '&a',
    '*a',
  ],
  ...[
    '!a',
    '!!str a',
    '|',
    '>',
    '%a',
    '@a',
    '`a`',
    '"a"',
    "'a'",
    "it's",
    '[a]',
    '{a}',
    'a, b',
    'a]b',
    'a}b',
    'a\tb',
    'a\nb',
  ],
  ...[
    'a\r\nb',
    'a\u0085b',
    'a\u2028b',
    '\ufeffa',
    'a\ufeff',
    'a\u0000b',
    'a\u007fb',
    ' a',
    'a ',
    'MMLU (5-shot)',
    '中文',
    'τ²-bench',
  ],
  ...[
    '5-shot',
    '25-Shot',
    '3D',
    'https://example.org/a?b=c#d',
    '\\',
    'a\\nb',
    '🤗',
    'e\u0301',
    '1 000',
    'C:\\x',
    'A: B',
  ],
];

describe('scalars of model-index', () => {
  it('are read as the text they were written from by readers of YAML 1.1 and 1.2', () => {
    for (const text of TRICKY) {
      for (const place of ['block', 'flow'] as const) {
        for (const read of readings(textScalar(text, place), place)) assert.equal(read, text, JSON.stringify(text));
      }
    }
  });

  it('are read as any text they were written from', () => {
    const part = fc.oneof(fc.constantFrom(...TRICKY), fc.string({ unit: 'binary', maxLength: 4 }));
    const text = fc.array(part, { maxLength: 3 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom('block' as const, 'flow' as const), (value, place) => {
        const scalar = textScalar(value, place);
        assert.ok(!/[\r\n]/.test(scalar));
        for (const read of readings(scalar, place)) assert.equal(read, value);
      }),
      { numRuns: 5000 },
    );
  });

  it('replace halves of characters, which no file can hold', () => {
    assert.equal(parse(textScalar('a\ud800b')), 'a\ufffdb');
  });

  it('stay plain where nothing speaks against it', () => {
    for (const text of [
      'MMLU (5-shot)',
      'cais/mmlu',
      'accuracy',
      'pass@1',
      'https://example.org/a?b=c',
      '中文',
      'HumanEval+',
    ]) {
      assert.equal(textScalar(text), text);
    }
  });

  it('keep the digits of a number in a form that every reader takes for one', () => {
    const cases = {
      '85.20': '85.20',
      '-1.50': '-1.50',
      '1287': '1287',
      '.5': '0.5',
      '5.': '5',
      '+1': '1',
      '012': '12',
    };
    for (const [digits, written] of Object.entries({ ...cases, '1e-7': '1.0e-7', '1E5': '1.0e+5', '0.0': '0.0' })) {
      assert.equal(numberScalar(digits), written);
      for (const read of readings(written, 'block')) assert.equal(read, Number(digits));
    }
  });

  it('are numbers only where the text is a finite one', () => {
    for (const text of ['NaN', 'inf', '1_000', '1,5', '', '.', '-', '1e999', '85.2%', '20.0 ± 1.2', '0x1F']) {
      assert.equal(yamlNumber(text), null, text);
    }
  });
});
