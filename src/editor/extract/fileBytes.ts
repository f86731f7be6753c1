/** A sentence about what the editor changes in a file of these bytes besides a merge, or null where it changes nothing. */
export function warnOfBytes(bytes: Uint8Array): string | null {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'The file holds bytes that are not UTF-8, and the editor replaces them when it saves.';
  }
  const kinds = new Set(text.match(/\r\n|\r|\n/g));
  return kinds.size > 1 ? 'The file mixes line endings, and the editor makes them all alike when it saves.' : null;
}
