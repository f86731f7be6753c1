import assert from 'node:assert/strict';
import { createTwoFilesPatch } from 'diff';
import fc from 'fast-check';
import { fileChanges, textBefore } from '../../../src/hub/fileChanges';

/** A file's part of a diff, as git writes it. */
function gitPatch(path: string, before: string | null, after: string | null): string {
  const mode = before === null ? 'new file mode 100644\n' : after === null ? 'deleted file mode 100644\n' : '';
  const names = [before === null ? '/dev/null' : `a/${path}`, after === null ? '/dev/null' : `b/${path}`] as const;
  const patch = createTwoFilesPatch(...names, before ?? '', after ?? '');
  const body = patch.slice(patch.indexOf('--- ')).replace(/^((?:---|\+\+\+) [^\t\n]*)\t?$/gm, '$1');
  return `diff --git a/${path} b/${path}\n${mode}index 1111111..2222222 100644\n${body}`;
}

describe('the files that a diff changes', () => {
  it('are read with what is added and removed', () => {
    const diff = [
      gitPatch('README.md', '# Anvil\n\nOne.\n', '# Anvil\n\nTwo.\n\nMore.\n'),
      gitPatch('config.json', null, '{}\n'),
      gitPatch('old notes.txt', 'Gone.\n', null),
      'diff --git a/weights.bin b/weights.bin\nindex 1..2 100644\nBinary files a/weights.bin and b/weights.bin differ\n',
      'diff --git a/a.md b/b.md\nsimilarity index 100%\nrename from a.md\nrename to b.md\n',
    ].join('');
    assert.deepEqual(
      fileChanges(diff).map(({ path, kind, added, removed }) => [path, kind, added, removed]),
      [
        ['README.md', 'changed', 3, 1],
        ['config.json', 'added', 1, 0],
        ['old notes.txt', 'removed', 0, 1],
        ['weights.bin', 'changed', 0, 0],
        ['b.md', 'changed', 0, 0],
      ],
    );
  });

  it('are none where there is no diff', () => {
    assert.deepEqual(fileChanges(''), []);
  });

  it('are told apart also where a card quotes a diff', () => {
    const diff = gitPatch('README.md', 'x\n', 'x\ndiff --git a/y b/y\n--- a/y\n+++ b/y\n');
    assert.deepEqual(
      fileChanges(diff).map(({ path }) => path),
      ['README.md'],
    );
  });

  it('can be taken back, whatever a text holds', () => {
    const text = fc
      .array(fc.constantFrom('', 'a', 'b', '---', '+++ b/x', '@@ -1 +1 @@', 'diff --git a b', '\\ x', 'ü\r'))
      .map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after);
        const [change] = fileChanges(gitPatch('README.md', before, after));
        assert.ok(change);
        assert.equal(textBefore(after, change), before);
      }),
    );
  });

  it('are not taken back from another text', () => {
    const [change] = fileChanges(gitPatch('README.md', 'a\n', 'b\n'));
    assert.equal(change && textBefore('c\n', change), null);
  });
});
