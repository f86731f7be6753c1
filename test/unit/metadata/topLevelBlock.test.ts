import assert from 'node:assert/strict';
import { onlyBlockAt, topLevelBlocks } from '../../../src/metadata/topLevelBlock';
import { yamlAround } from '../../../src/metadata/yamlAround';

describe('the top-level blocks of YAML', () => {
  it('are told from lines alone', () => {
    const yaml = '# first\nlicense: mit\n"tags":\n- a\n\n  - b\r\nhalf\nmodel-index:\n  - name: x\n';
    assert.deepEqual(
      topLevelBlocks(yaml).map(({ key, start, end }) => [key, yaml.slice(start, end)]),
      [
        ['', '# first\n'],
        ['license', 'license: mit\n'],
        ['tags', '"tags":\n- a\n\n  - b\r\n'],
        ['half', 'half\n'],
        ['model-index', 'model-index:\n  - name: x\n'],
      ],
    );
  });

  it('are blanked but for one, at the same positions', () => {
    const yaml = 'a: "1\r\nb:\r\n- 2\r\nc: 3';
    assert.equal(onlyBlockAt(yaml, yaml.indexOf('2')), '     \r\nb:\r\n- 2\r\n    ');
    assert.equal(onlyBlockAt(yaml, 0), 'a: "1\r\n  \r\n   \r\n    ');
    assert.equal(onlyBlockAt(yaml, yaml.length), '     \r\n  \r\n   \r\nc: 3');
    assert.equal(onlyBlockAt('a: 1\n\nb: 2', 5), '    \n\n    ');
    assert.equal(onlyBlockAt('a:\n  \nb: 2', 5), 'a:\n  \n    ');
    assert.equal(onlyBlockAt('', 0), '');
  });
});

describe('the YAML around a position', () => {
  const around = (text: string) => {
    const offset = text.indexOf('‸');
    const card = text.replace('‸', '');
    const yaml = yamlAround(card, offset);
    return yaml && card.slice(yaml.start, yaml.end);
  };

  it('is the front matter', () => {
    assert.equal(around('---\nlicense: ‸\n---\n# A'), 'license: ');
    assert.equal(around('---\n‸\n---\n'), '');
    assert.equal(around('---\nlicense: mit\n‸\n---\n'), 'license: mit\n');
  });

  it('is none outside', () => {
    for (const text of [
      '---\na: 1\n---\n# ‸A',
      '‸---\na: 1\n---\n',
      '---\na: 1\n--‸-\n',
      '# ‸A\n',
      '‸',
      'a\n---\nb‸\n',
    ]) {
      assert.equal(around(text), null, text);
    }
  });

  it('goes to the first empty line where it is not closed', () => {
    assert.equal(around('---\nlic‸'), 'lic');
    assert.equal(around('---\n‸\n\n# A\n'), '');
    assert.equal(around('---\nlicense: mit\nlang‸\n\n# A\n'), 'license: mit\nlang');
    assert.equal(around('---\nlicense: mit\n\n# ‸A\n'), null);
  });
});
