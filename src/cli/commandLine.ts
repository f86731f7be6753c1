import { shellWord } from '../shellWord';
import type { Command } from './help';

/** The value of an option on the command line. */
export type TypedValue = string | number | boolean | undefined;

/** A command line with these options, quoted for the shell at hand. */
export function commandLine(
  command: Command,
  file: string | readonly string[],
  typed: Readonly<Record<string, TypedValue>>,
  platform: string = process.platform,
): string {
  const files = [file].flat().map((one) => (one.startsWith('-') ? `./${one}` : one));
  const words = ['model-card', command, ...files];
  for (const [name, value] of Object.entries(typed)) {
    if (value === true) words.push(`--${name}`);
    else if (typeof value === 'string' && value.startsWith('-')) words.push(`--${name}=${value}`);
    else if (value !== undefined && value !== false) words.push(`--${name}`, String(value));
  }
  return words.map((word) => shellWord(word, platform)).join(' ');
}
