import assert from 'node:assert/strict';
import { listedLines } from '../../../src/batch/lines';
import { markdownReport } from '../../../src/batch/report';
import { SkipList } from '../../../src/batch/skipList';
import { DEFAULT_TEMPLATE, fillTemplate, readTemplate } from '../../../src/batch/template';
import { changed, lines } from './support';

const TABLE = lines('| Benchmark | Anvil-7B | Hammer |', '| - | - | - |', '| MMLU | 71.5 | 70.9 |');

describe('the words of a batch', () => {
  it('say what is added and mended', () => {
    const both = changed(lines('---', 'language: no', '---', '# Anvil', '', TABLE));
    assert.deepEqual(fillTemplate(DEFAULT_TEMPLATE, 'acme/Anvil-7B', both), {
      title: 'Add 1 evaluation result to model-index, mend 1 problem of the metadata',
      description: lines(
        'From the tables of the card to its metadata:',
        '',
        '- MMLU, accuracy: 71.5 (line 8)',
        '',
        'Mended in the metadata:',
        '',
        '- line 2: Put it in quotes [language.boolean]',
      ).trimEnd(),
    });
  });

  it('come from a template with its title in the first line', () => {
    const change = changed(`# Anvil\n\n${TABLE}`);
    const template = readTemplate('Results of {model}\r\n\r\nHello,\r\n{summary} {"json"}.\r\n');
    assert.ok(typeof template !== 'string');
    assert.deepEqual(fillTemplate(template, 'acme/Anvil-7B', change), {
      title: 'Results of acme/Anvil-7B',
      description: 'Hello,\nAdd 1 evaluation result to model-index {"json"}.',
    });
    const problemOf = (file: string): string => {
      const read = readTemplate(file);
      return typeof read === 'string' ? read : 'none';
    };
    assert.match(problemOf('\nText'), /empty line/);
    assert.match(problemOf('Title {constructor}'), /\{constructor\}, which stands for nothing/);
  });

  it('leave out blanks and remarks of a list', () => {
    assert.deepEqual(listedLines('\ufeff# All\r\nacme/anvil # ours\r\n\r\n  a#b  \n'), ['acme/anvil', 'a#b']);
  });

  it('skip a model or all of an owner, however they are spelled', () => {
    const skip = new SkipList('Acme\nother/Tongs');
    assert.deepEqual(
      ['acme/anvil', 'OTHER/tongs', 'other/hammer', 'acmes/anvil'].map((model) => skip.holds(model)),
      [true, true, false, false],
    );
  });

  it('are text in a report, whatever a card holds', () => {
    const rows = [['acme/an_vil', '<img src=x> [a](b) | **c**\nd', 'https://hub.example/acme/an_vil/discussions/1']];
    assert.equal(
      markdownReport('All', [{ heading: 'Open', rows }]),
      '# All\n\n## Open (1)\n\n- acme/an\\_vil · \\<img src=x\\> \\[a\\](b) \\| \\*\\*c\\*\\* d · <https://hub.example/acme/an_vil/discussions/1>\n',
    );
  });
});
