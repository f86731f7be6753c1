import { badUse } from './arguments';
import { propose } from './batchPropose';
import { review } from './batchReview';
import { status } from './batchStatus';
import { withdraw } from './batchWithdraw';
import type { ExitStatus } from './exit';
import { fail } from './terminal';

const SUBCOMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<ExitStatus>>> = {
  review,
  propose,
  status,
  withdraw,
};

/** `model-card batch`: many cards at once. */
export async function batch([first, ...rest]: readonly string[]): Promise<ExitStatus> {
  const known = Object.keys(SUBCOMMANDS).join(', ');
  if (first === undefined) return fail(badUse('batch', `What to do is missing: ${known}`));
  const subcommand = Object.hasOwn(SUBCOMMANDS, first) ? SUBCOMMANDS[first] : undefined;
  return subcommand ? subcommand(rest) : fail(badUse('batch', `A batch does one of ${known}, not "${first}"`));
}
