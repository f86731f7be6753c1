/** A text as inline Markdown that shows just it, also inside a cell of a pipe table: no markup, no end of cell or line. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*<[\]|$~&]|(?<=\\)\(|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|:(?=[a-z0-9_+-]+:)/gu, '\\$&');
}
