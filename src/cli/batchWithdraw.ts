import type { Withdrawal } from '../batch';
import { count } from '../plural';
import { badUse, parseArguments } from './arguments';
import { loadBatch } from './batchBundle';
import { finish, Outcomes } from './batchFinish';
import { TYPED_OUTPUT } from './batchOptions';
import { openJournal } from './batchSession';
import type { ExitStatus } from './exit';
import { flag, text } from './mergeOptions';
import { complain, fail } from './terminal';

const TYPED = { journal: text, close: flag, comment: text, ...TYPED_OUTPUT } as const;

/** `model-card batch withdraw`: closes the pull requests of a batch that are open, each with a comment. */
export async function withdraw(args: readonly string[]): Promise<ExitStatus> {
  const parsed = parseArguments('batch', args, TYPED);
  if (parsed.kind === 'failure') return fail(parsed);
  const { fateSections, USUAL_COMMENT, withdrawAll } = loadBatch();
  const { close: write = false, comment = USUAL_COMMENT } = parsed.values;
  if (comment.trim() === '') return fail(badUse('batch', '--comment must not be empty'));
  const session = await openJournal(parsed);
  if (session.kind === 'failure') return fail(session);
  try {
    const { connection, journal, run } = session;
    const outcomes = new Outcomes<Withdrawal>(parsed.values);
    await withdrawAll(journal, connection, { comment, write }, run, outcomes.add);
    const open = outcomes.all.filter(({ kind }) => kind === 'would-withdraw').length;
    const withdrawn = outcomes.all.filter(({ kind }) => kind === 'withdrawn').length;
    const sections = fateSections(outcomes.all);
    const status = await finish('Withdrawal of the pull requests', outcomes, sections, parsed.values, session);
    if (write) complain(`${count(withdrawn, 'pull request')} closed.`);
    else complain(open > 0 ? `Nothing is closed; --close closes ${count(open, 'pull request')}.` : 'None is open.');
    return status;
  } finally {
    session.close();
  }
}
