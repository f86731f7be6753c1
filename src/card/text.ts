/** A half-open range of a text, in UTF-16 code units (what `String.prototype.slice` takes). */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Replaces `start`..`end` of the original text by `text`. Several edits of one change never overlap. */
export interface TextEdit extends TextRange {
  readonly text: string;
}

/** Applies edits that all refer to the original text; everything outside them stays as it is. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let position = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    parts.push(text.slice(position, edit.start), edit.text);
    position = edit.end;
  }
  parts.push(text.slice(position));
  return parts.join('');
}

/** Translates offsets to lines; `\n`, `\r\n` and a lone `\r` each end a line. */
export class LineIndex {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) this.#starts.push(i + 1);
    }
  }

  /** The number of lines; a text that ends in a line break has an empty last line. */
  get count(): number {
    return this.#starts.length;
  }

  /** The 1-based line that holds `offset`. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** The 1-based column (in code units) of `offset` in its line. */
  columnAt(offset: number): number {
    return offset - (this.#starts[this.lineAt(offset) - 1] ?? 0) + 1;
  }

  /** Where the 1-based `line` begins. */
  startOf(line: number): number {
    return this.#starts[line - 1] ?? this.#starts[this.#starts.length - 1] ?? 0;
  }
}

/** The 1-based line and column of one offset; to ask for many, keep a `LineIndex`. */
export function positionOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const lines = new LineIndex(text.slice(0, offset));
  return { line: lines.lineAt(offset), column: lines.columnAt(offset) };
}

/** A line break as a text can use it. */
export type LineBreak = '\n' | '\r\n' | '\r';

/** The line break that a text uses most, counted as the Hub does; null where it has none. */
export function dominantLineBreak(text: string): LineBreak | null {
  let cr = 0;
  let lf = 0;
  let crlf = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) lf++;
    if (code !== 13) continue;
    cr++;
    if (text.charCodeAt(i + 1) === 10) crlf++;
  }
  if (cr === 0 && lf === 0) return null;
  if (crlf === cr && crlf === lf) return '\r\n';
  return cr > lf ? '\r' : '\n';
}
