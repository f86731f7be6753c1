import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hasConflictMarks, threeWay } from '../../../src/card/threeWay';

const names = { ours: 'Your draft', theirs: 'main' };
const merge = (base: string, ours: string, theirs: string) => threeWay(base, ours, theirs, names);
const text = fc
  .array(fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', 'd'), { maxLength: 12 })
  .map((lines) => lines.join(''));

describe('a three-way merge', () => {
  it('takes changes of both sides to different lines', () => {
    const merged = merge('1\n2\n3\n4\n5\n', '1\ntwo\n3\n4\n5\n', '1\n2\n3\n4\n5\n6\n');
    assert.deepEqual(merged, { text: '1\ntwo\n3\n4\n5\n6\n', conflicts: 0 });
  });

  it('puts both between marks where they changed the same line', () => {
    const merged = merge('1\r\n2\r\n3\r\n', '1\r\nours\r\n3\r\n', '1\r\ntheirs\r\n3\r\n');
    assert.equal(merged.text, '1\r\n<<<<<<< Your draft\r\nours\r\n=======\r\ntheirs\r\n>>>>>>> main\r\n3\r\n');
    assert.equal(merged.conflicts, 1);
    assert.equal(hasConflictMarks(merged.text), true);
  });

  it('begins each mark on its own line, also after a last line without an end', () => {
    const { text: merged } = merge('1\n2', '1\nours', '1\ntheirs');
    assert.equal(merged, '1\n<<<<<<< Your draft\nours\n=======\ntheirs\n>>>>>>> main\n');
  });

  it('takes the same change of both once', () => {
    assert.deepEqual(merge('1\n', '1\n2\n', '1\n2\n'), { text: '1\n2\n', conflicts: 0 });
  });

  it('gives a side as it is where the other changed nothing', () => {
    fc.assert(
      fc.property(text, text, (base, side) => {
        assert.deepEqual(merge(base, side, base), { text: side, conflicts: 0 });
        assert.deepEqual(merge(base, base, side), { text: side, conflicts: 0 });
        assert.deepEqual(merge(base, side, side), { text: side, conflicts: 0 });
      }),
    );
  });

  it('loses no line that a side added', () => {
    fc.assert(
      fc.property(text, text, text, (base, ours, theirs) => {
        const merged = merge(base, `ours\n${ours}`, `${theirs}\ntheirs\n`).text;
        assert.match(merged, /^ours$/m);
        assert.match(merged, /^theirs$/m);
      }),
    );
  });

  it('takes a heading of equals signs for none of the marks', () => {
    assert.equal(hasConflictMarks('Title\n=======\ntext\n'), false);
  });
});
