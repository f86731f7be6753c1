import { parseArgs, type ParseArgsConfig } from 'node:util';
import { Exit, failure, type Failure } from './exit';
import type { Command } from './help';

/** The program was not called as its help says. */
export function badUse(command: Command | null, problem: string): Failure {
  const help = `model-card ${command === null ? '' : `${command} `}--help`;
  return failure(Exit.badUse, `${problem}; "${help}" tells how.`);
}

/** The options and files of a command, or what is wrong with them. */
export function parseArguments<T extends NonNullable<ParseArgsConfig['options']>>(
  command: Command,
  args: readonly string[],
  options: T,
) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { kind: 'arguments' as const, values, files: positionals };
  } catch (error) {
    // Node's messages go on with advice about `--`; the first sentence says what is wrong.
    const problem = (error instanceof Error ? error.message : String(error)).split(/\. |\.?\n|\.$/)[0] ?? '';
    return badUse(command, problem);
  }
}
