import type { Command } from './help';

/** The value of an option on the command line. */
export type TypedValue = string | number | boolean | undefined;

/** A command line with these options, quoted for the shell at hand. */
export function commandLine(
  command: Command,
  file: string,
  typed: Readonly<Record<string, TypedValue>>,
  platform: string = process.platform,
): string {
  const words = ['model-card', command, file.startsWith('-') ? `./${file}` : file];
  for (const [name, value] of Object.entries(typed)) {
    if (value === true) words.push(`--${name}`);
    else if (typeof value === 'string' && value.startsWith('-')) words.push(`--${name}=${value}`);
    else if (value !== undefined && value !== false) words.push(`--${name}`, String(value));
  }
  return words.map((word) => quoted(word, platform)).join(' ');
}

function quoted(word: string, platform: string): string {
  if (/^[\p{L}\p{N}_./:=@+,-]+$/u.test(word)) return word;
  return platform === 'win32' ? `"${word.replaceAll('"', '\\"')}"` : `'${word.replaceAll("'", `'\\''`)}'`;
}
