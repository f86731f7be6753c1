import type { CardReview, FoundCard } from '../batch';
import { parseArguments } from './arguments';
import { loadBatch } from './batchBundle';
import { finish, Outcomes } from './batchFinish';
import { readCardsOptions, TYPED_CARDS } from './batchOptions';
import { openSession } from './batchSession';
import { openSource } from './batchSources';
import { loadBenchmarks, loadTerms } from './core';
import { Exit, type ExitStatus } from './exit';
import { complain, fail } from './terminal';

/** `model-card batch review`: what can be done with each of many cards. */
export async function review(args: readonly string[]): Promise<ExitStatus> {
  const parsed = parseArguments('batch', args, TYPED_CARDS);
  if (parsed.kind === 'failure') return fail(parsed);
  const options = readCardsOptions(parsed);
  if (options.kind === 'failure') return fail(options);
  const session = await openSession({ journal: parsed.values.journal });
  if (session.kind === 'failure') return fail(session);
  try {
    const { connection, journal, run } = session;
    const source = await openSource(options.source, options.limit, connection);
    if (source.kind === 'failure') return fail(source);
    const { modelOf, reviewAll, reviewSections } = loadBatch();
    const wanted = function* (): Iterable<FoundCard> {
      for (const card of source.cards) if (!options.skip.holds(modelOf(card) ?? '')) yield card;
    };
    const knowledge = { benchmarks: loadBenchmarks(), terms: loadTerms() };
    const outcomes = new Outcomes<CardReview>(parsed.values);
    await reviewAll(wanted(), { connection, knowledge, journal }, run, outcomes.add);
    if (outcomes.all.length === 0) complain(`There is no card in ${options.source}.`);
    const status = outcomes.all.length === 0 ? Exit.notOne : Exit.done;
    const sections = reviewSections(outcomes.all);
    return await finish(`Model cards of ${options.source}`, outcomes, sections, parsed.values, session, status);
  } finally {
    session.close();
  }
}
