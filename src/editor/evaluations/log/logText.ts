/** What a document shows of a log at most, in characters; what is before is left out. */
const MOST_SHOWN = 2_000_000;

/** The text of a log while it grows: without colours, and without what a line overwrote by carriage returns. */
export class LogText {
  readonly #whole: string;
  #text = '';
  #isCut = false;

  /** `whole` says where all of it is. */
  constructor(whole: string) {
    this.#whole = whole;
  }

  get text(): string {
    return this.#isCut ? `(Earlier lines are left out; all of them are in ${this.#whole}.)\n${this.#text}` : this.#text;
  }

  /** Adds what is new. */
  add(text: string): void {
    this.#text += plain(text);
    if (this.#text.length <= MOST_SHOWN) return;
    // Half of it at once, so that it is not cut at every line.
    const from = this.#text.indexOf('\n', this.#text.length - MOST_SHOWN / 2);
    this.#text = this.#text.slice(from + 1);
    this.#isCut = true;
  }
}

function plain(text: string): string {
  const lines = text
    .replace(/\x1b\[[0-9;?]{0,20}[A-Za-z]/g, '')
    .replaceAll('\r\n', '\n')
    .split('\n');
  return lines.map((line) => line.slice(line.lastIndexOf('\r', line.length - 2) + 1)).join('\n');
}
