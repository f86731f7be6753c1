import assert from 'node:assert/strict';
import { mergeDiff, shortenDiff } from '../../../src/card/mergeDiff';

const card = ['---', 'a: 1', 'b: 2', 'c: 3', 'd: 4', 'e: 5', '---', '# Title', ''];

describe('the diff of a merge', () => {
  it('shows the changed lines with three lines around them', () => {
    const text = card.join('\n');
    const start = text.indexOf('e: 5');
    assert.deepEqual(mergeDiff(text, [{ start, end: start, text: 'new: x\n' }]), [
      { oldLine: 3, newLine: 3, lines: [' b: 2', ' c: 3', ' d: 4', '+new: x', ' e: 5', ' ---', ' # Title'] },
    ]);
  });

  it('counts lines from the top of the card', () => {
    const text = `${'prose\n'.repeat(1000)}old\nend\n`;
    const start = text.indexOf('old');
    const [hunk] = mergeDiff(text, [{ start, end: start + 3, text: 'new' }]);
    assert.equal(hunk?.oldLine, 998);
    assert.deepEqual(hunk.lines, [' prose', ' prose', ' prose', '-old', '+new', ' end']);
  });

  it('shows no line break of Windows', () => {
    const text = card.join('\r\n');
    const start = text.indexOf('a: 1');
    const [hunk] = mergeDiff(text, [{ start, end: start + 4, text: 'a: 2' }]);
    assert.deepEqual(hunk?.lines.slice(0, 3), [' ---', '-a: 1', '+a: 2']);
  });

  it('is empty where nothing changes', () => assert.deepEqual(mergeDiff('text', []), []));

  it('is cut where it is too long to be looked through', () => {
    const added = 'x: 1\n'.repeat(1500);
    const { diff, linesLeftOut } = shortenDiff(mergeDiff('# Title\n', [{ start: 0, end: 0, text: added }]));
    assert.equal(diff[0]?.lines.length, 1000);
    assert.equal(linesLeftOut, 501);
  });

  it('begins a card that had no front matter', () => {
    const [hunk] = mergeDiff('# Title\n', [{ start: 0, end: 0, text: '---\nx: 1\n---\n' }]);
    assert.deepEqual(hunk, { oldLine: 1, newLine: 1, lines: ['+---', '+x: 1', '+---', ' # Title'] });
  });
});
