import { escapeMarkdown } from '../escapeMarkdown';

/** Gathers what one cell says as inline Markdown on one line. */
export class CellMarkdown {
  #source = '';
  #bold = false;
  #plain = false;

  /** Adds text as it is to be read, without markup. */
  text(text: string, bold = false): void {
    this.#source += escapeMarkdown(text);
    if (text.trim() === '') return;
    if (bold) this.#bold = true;
    else this.#plain = true;
  }

  lineBreak(): void {
    this.#source += '<br>';
  }

  /** Adds what `write` adds as raised or lowered text. */
  script(raised: boolean, write: () => void): void {
    const before = this.#source;
    this.#source = '';
    write();
    const inside = this.#source.trim();
    const tag = raised ? 'sup' : 'sub';
    this.#source = inside === '' ? before : `${before}<${tag}>${inside}</${tag}>`;
  }

  /** The whole; bold where all of it is, as the best score of a column often is. */
  finish(): string {
    const source = this.#source
      .replace(/ +/g, ' ')
      .replace(/ ?(?:<br> ?)+/g, '<br>')
      .replace(/^(?:<br>| )+|(?:<br>| )+$/g, '');
    return source !== '' && this.#bold && !this.#plain ? `**${source}**` : source;
  }
}
