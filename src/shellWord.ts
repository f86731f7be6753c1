/** A word of a command line, quoted where the shell of a platform, on Windows PowerShell or cmd, would take it for something else. */
export function shellWord(word: string, platform: string = process.platform): string {
  if (platform !== 'win32') {
    return /^[\p{L}\p{N}_./:=@+,-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
  }
  // A comma makes a list in PowerShell.
  if (/^[\p{L}\p{N}_./:=+-]+$/u.test(word)) return word;
  // Within double quotes, of which it knows several, PowerShell runs what stands in `$(…)`.
  return /[$`"“”„]/.test(word) ? `'${word.replace(/['‘’‚‛]/g, '$&$&')}'` : `"${word}"`;
}
