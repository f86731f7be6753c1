import { bodyStart, locateFrontMatter } from '../../card/frontMatter';
import { LineIndex } from '../../card/text';

/** Whether a unified diff changes lines of the README up to the given one, which ends the front matter. */
export function touchesMetadata(diff: string, lastLine: number): boolean {
  const [, readme = ''] = /^diff --git a\/README\.md .*\n([^]*?)(?=^diff --git |$(?![^]))/m.exec(diff) ?? [];
  let line = 0;
  for (const text of readme.split('\n')) {
    const hunk = /^@@ -(\d+)/.exec(text)?.[1];
    if (hunk !== undefined) line = Number(hunk);
    else if (line === 0 || text.startsWith('\\')) continue;
    else if (/^[+-]/.test(text)) {
      if (line <= lastLine) return true;
      if (text.startsWith('-')) line++;
    } else line++;
  }
  return false;
}

/** The 1-based line that closes the front matter; 1 where a card has none, so that a new one counts. */
export function metadataEnd(card: string): number {
  return new LineIndex(card).lineAt(Math.max(0, bodyStart(locateFrontMatter(card)) - 1));
}
