import type { Position, TextDocument } from 'vscode';

/** Markdown as a block of its own at a place of a document: blank lines part it from what stands around it. */
export function asBlock(markdown: string, document: TextDocument, { line, character }: Position): string {
  const { text } = document.lineAt(line);
  const isAtStart = text.slice(0, character).trim() === '';
  const isFree = line === 0 || document.lineAt(line - 1).isEmptyOrWhitespace;
  const before = isAtStart ? (isFree ? '' : '\n') : '\n\n';
  return before + markdown + (text.slice(character).trim() === '' ? '' : '\n');
}
