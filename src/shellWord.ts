/** A word of a command line, quoted where the shell of a platform would take it for something else. */
export function shellWord(word: string, platform: string = process.platform): string {
  if (/^[\p{L}\p{N}_./:=@+,-]+$/u.test(word)) return word;
  return platform === 'win32' ? `"${word.replaceAll('"', '\\"')}"` : `'${word.replaceAll("'", `'\\''`)}'`;
}
