import { applyPatch, parsePatch, reversePatch } from 'diff';

/** What a pull request does to one file. */
export interface FileChange {
  readonly path: string;
  readonly kind: 'added' | 'changed' | 'removed';
  /** How many lines it adds and removes; none where the file is no text. */
  readonly added: number;
  readonly removed: number;
  /** The part of the unified diff that is about this file. */
  readonly patch: string;
}

/** The files that a unified diff changes, as git writes it and the Hub hands it on. */
export function fileChanges(diff: string): readonly FileChange[] {
  return diff
    .split(/^(?=diff --git )/m)
    .filter((patch) => patch.startsWith('diff --git '))
    .map((patch) => {
      const hunks = patch.search(/^@@ /m);
      const head = hunks < 0 ? patch : patch.slice(0, hunks);
      const lines = hunks < 0 ? [] : patch.slice(hunks).split('\n');
      return {
        path: pathOf(head),
        kind: /^new file mode /m.test(head) ? 'added' : /^deleted file mode /m.test(head) ? 'removed' : 'changed',
        added: lines.filter((line) => line.startsWith('+')).length,
        removed: lines.filter((line) => line.startsWith('-')).length,
        patch,
      };
    });
}

/** What a file was before a change that led to `after`; null where the change does not fit this text. */
export function textBefore(after: string, { patch }: FileChange): string | null {
  try {
    const [parsed] = parsePatch(patch);
    const before = parsed ? applyPatch(after, reversePatch(parsed)) : false;
    return before === false ? null : before;
  } catch {
    // Whatever the library cannot read fits no text.
    return null;
  }
}

/** The path after the change; before it where the file is gone. */
function pathOf(head: string): string {
  const named = /^\+\+\+ "?b\/(.*?)"?[\t\r]*$/m.exec(head) ?? /^--- "?a\/(.*?)"?[\t\r]*$/m.exec(head);
  const renamed = /^rename to (.*)$/m.exec(head);
  if (named ?? renamed) return (named ?? renamed)?.[1] ?? '';
  // A file that is no text is named in the first line only, twice the same: `diff --git a/x b/x`.
  const names = /^diff --git (.*)$/m.exec(head)?.[1] ?? '';
  return names.slice('a/'.length, (names.length - 1) / 2);
}
