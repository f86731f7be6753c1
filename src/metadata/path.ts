/** The way from the root of a document to a value: keys and 0-based positions. */
export type Path = readonly (string | number)[];

/** A path as the Hub writes it in its messages: `model-index[0].results[3].dataset.type`; the root is `value`. */
export function pathText(path: Path): string {
  if (path.length === 0) return 'value';
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}
