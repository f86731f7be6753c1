/** The lines of a list that a person keeps: without blank ones, and without what follows a `#` that begins a word. */
export function listedLines(text: string): readonly string[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
}
