import type { Fate } from '../batch';
import { parseArguments } from './arguments';
import { loadBatch } from './batchBundle';
import { finish, Outcomes } from './batchFinish';
import { TYPED_OUTPUT } from './batchOptions';
import { openJournal } from './batchSession';
import type { ExitStatus } from './exit';
import { text } from './mergeOptions';
import { complain, fail } from './terminal';

/** `model-card batch status`: what became of the pull requests of a batch. */
export async function status(args: readonly string[]): Promise<ExitStatus> {
  const parsed = parseArguments('batch', args, { journal: text, ...TYPED_OUTPUT });
  if (parsed.kind === 'failure') return fail(parsed);
  const session = await openJournal(parsed);
  if (session.kind === 'failure') return fail(session);
  try {
    const { connection, journal, run } = session;
    const { fateSections, fatesOf } = loadBatch();
    const outcomes = new Outcomes<Fate>(parsed.values);
    await fatesOf(journal, connection, run, outcomes.add);
    if (outcomes.all.length === 0) complain('The batch has opened no pull request.');
    const sections = fateSections(outcomes.all);
    return await finish('What became of the pull requests', outcomes, sections, parsed.values, session);
  } finally {
    session.close();
  }
}
