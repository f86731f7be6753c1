import assert from 'node:assert/strict';
import type { TableSummary } from '../../../src/editor/analysis/cardOverview';
import { anchorOf, findAnchored, moveAnchor } from '../../../src/editor/extract/tableAnchor';

function table(line: number, header: string, checksum: string): TableSummary {
  const none = { title: '', evaluation: true, reason: '', models: 1, benchmarks: 1, standing: null };
  return { number: line, line, endLine: line + 4, header, checksum, ...none };
}

const anchor = { line: 20, header: 'Benchmark | A', checksum: 'abc', siblings: [] };

describe('finding a table again', () => {
  it('follows the same text, and the nearest of several', () => {
    const tables = [table(2, 'x', 'abc'), table(18, 'x', 'abc'), table(20, 'Benchmark | A', 'other')];
    assert.equal(findAnchored(tables, anchor)?.line, 18);
  });

  it('follows the same header when the cells have changed', () => {
    assert.equal(findAnchored([table(3, 'Benchmark | A', 'new'), table(20, 'x', 'y')], anchor)?.line, 3);
  });

  it('follows the place when all of the text has changed', () => {
    assert.equal(findAnchored([table(3, 'x', 'y'), table(18, 'y', 'z')], anchor)?.line, 18);
  });

  it('says when the table is gone', () => assert.equal(findAnchored([table(40, 'x', 'y')], anchor), null));

  it('takes no other table of the same header for one that is gone', () => {
    const [gone, first, second] = [20, 30, 40].map((line) => table(line, 'Benchmark | A', `at ${String(line)}`));
    assert.ok(gone && first && second);
    const among = anchorOf(gone, [gone, first, second]);
    assert.equal(findAnchored([{ ...first, line: 20, endLine: 24 }, second], among), null);
    assert.equal(findAnchored([first, { ...gone, line: 50, checksum: 'changed' }, second], among)?.line, 50);
  });

  it('moves with lines that come and go above it, and not with others', () => {
    const moved = (firstLine: number, lastLine: number, text: string) =>
      moveAnchor(anchor, [{ firstLine, lastLine, text }]).line;
    assert.equal(moved(3, 3, 'one\ntwo\n'), 22);
    assert.equal(moved(3, 8, ''), 15);
    assert.equal(moved(30, 30, 'one\ntwo\n'), 20);
    assert.equal(moved(5, 5, 'word'), 20);
  });
});
