import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bodyStart, locateFrontMatter } from '../../../src/card/frontMatter';

/** The expression of the Hub's server. */
const HUB = /^(\s*---(?:\r\n|\r|\n))([\S\s]*?)((?:\r\n|\r|\n)---[ \t]*(\r\n|\n|$))/;

function yamlOf(text: string): string | null {
  const found = locateFrontMatter(text);
  return found.kind === 'present' ? text.slice(found.yaml.start, found.yaml.end) : null;
}

function hiddenBlock(text: string): string | null {
  const found = locateFrontMatter(text);
  return found.kind === 'hidden' ? text.slice(found.block.start, found.block.end) : null;
}

describe('front matter', () => {
  it('is found wherever the Hub finds it, and nowhere else', () => {
    const piece = fc.constantFrom(
      '---',
      '--',
      '-',
      '\n',
      '\r\n',
      '\r',
      ' ',
      '\t',
      '\ufeff',
      'license: mit',
      '# a',
      'x',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        assert.equal(yamlOf(text), HUB.exec(text)?.[2] ?? null);
      }),
      { numRuns: 20_000 },
    );
  });

  it('ends where the body begins', () => {
    const text = '\ufeff---\r\nlicense: mit\r\n--- \r\n# Title';
    assert.equal(text.slice(bodyStart(locateFrontMatter(text))), '# Title');
    assert.equal(bodyStart(locateFrontMatter('# Title')), 0);
  });

  it('tells a byte order mark', () => {
    assert.deepEqual(locateFrontMatter('\ufeff---\na: 1\n---\n'), {
      kind: 'present',
      block: { start: 1, end: 14 },
      yaml: { start: 5, end: 9 },
      bom: true,
    });
  });

  it('may be empty', () => {
    assert.equal(yamlOf('---\n\n---\n'), '');
    assert.equal(yamlOf('---\r\n---\r\n'), '');
    assert.equal(yamlOf('---\n---\n'), null);
  });

  it('is unclosed only where metadata follows the opening line', () => {
    assert.deepEqual(locateFrontMatter('---\nlicense: mit\n# Title\n'), { kind: 'unclosed', start: 0 });
    assert.deepEqual(locateFrontMatter('---\rlicense: mit\r---\r# Title'), { kind: 'unclosed', start: 0 });
    assert.deepEqual(locateFrontMatter('---\n\n# Title\n'), { kind: 'none' });
  });

  it('is hidden below text or a comment', () => {
    const block = '---\nlicense: mit\ntags:\n- a\n\n- b\n---\n';
    assert.equal(hiddenBlock(`<!-- a\ncomment -->\n${block}# Title`), block);
    assert.equal(hiddenBlock(`# Title\n\n---\n\nProse.\n\n${block}`), block);
    assert.equal(hiddenBlock(`---\n# Title\n${block}`.slice(4)), block);
  });

  it('is not seen in thematic breaks, code and comments', () => {
    assert.deepEqual(locateFrontMatter('# Title\n\n---\n\nnote: a text\n\n---\n'), { kind: 'none' });
    assert.deepEqual(locateFrontMatter('# Title\n\n---\nlicense: mit, see below.\nMore prose\n---\n'), {
      kind: 'none',
    });
    assert.deepEqual(locateFrontMatter('Put this first:\n\n```yaml\n---\nlicense: mit\n---\n```\n'), { kind: 'none' });
    assert.deepEqual(locateFrontMatter('<!--\n---\nlicense: mit\n---\n-->\n'), { kind: 'none' });
  });

  it('takes linear time', () => {
    for (const piece of ['---\n', '\n---x', '<!--', '```\n', ' ', '---\nlicense: a\n']) {
      locateFrontMatter(`x${piece.repeat(200_000)}`);
      locateFrontMatter(piece.repeat(200_000));
    }
  }).timeout(10_000);
});
