import type { Outcome, PassedFor, Template } from '../batch';
import type { Account } from '../hub';
import { count } from '../plural';
import { badUse, parseArguments } from './arguments';
import { loadBatch } from './batchBundle';
import { finish, Outcomes } from './batchFinish';
import { readCardsOptions, TYPED_CARDS } from './batchOptions';
import { openSession, type Session } from './batchSession';
import { openSource } from './batchSources';
import { loadBenchmarks, loadTerms } from './core';
import { Exit, type ExitStatus, failure, type Failure } from './exit';
import { hubFailure, loadHub } from './hub';
import { flag, numberOf, text, wrongNumber } from './mergeOptions';
import { readCard } from './readCard';
import { complain, fail } from './terminal';

const TYPED = {
  ...TYPED_CARDS,
  'create-pr': flag,
  template: text,
  'even-if-open': flag,
  again: flag,
  'per-hour': text,
} as const;

/** What a person may confirm or decide. */
const HELD_BACK: ReadonlySet<PassedFor> = new Set(['open-pull-request', 'closed-before'] as const);

/** `model-card batch propose`: one pull request for each of many cards, with what needs no decision. */
export async function propose(args: readonly string[]): Promise<ExitStatus> {
  const parsed = parseArguments('batch', args, TYPED);
  if (parsed.kind === 'failure') return fail(parsed);
  const { values } = parsed;
  const options = readCardsOptions(parsed);
  if (options.kind === 'failure') return fail(options);
  const write = values['create-pr'] === true;
  if (write && values.journal === undefined) {
    return fail(badUse('batch', '--create-pr needs --journal FILE, which keeps what was sent'));
  }
  const wrong = wrongNumber('per-hour', values['per-hour']);
  if (wrong !== null) return fail(badUse('batch', wrong));
  const template = readWords(values.template);
  if (template.kind === 'failure') return fail(template);

  const session = await openSession({ journal: values.journal, perHour: numberOf(values['per-hour']) });
  if (session.kind === 'failure') return fail(session);
  try {
    const account = await accountOf(session, write);
    if (account.kind === 'failure') return fail(account);
    const source = await openSource(options.source, options.limit, session.connection);
    if (source.kind === 'failure') return fail(source);
    const { connection, journal, run } = session;
    const { proposalSections, proposeAll } = loadBatch();
    const outcomes = new Outcomes<Outcome>(values);
    await proposeAll(
      source.cards,
      {
        connection,
        knowledge: { benchmarks: loadBenchmarks(), terms: loadTerms() },
        pace: run.pace,
        account: account.account,
        journal,
        write,
      },
      {
        template: template.template,
        skip: options.skip,
        evenIfOpen: values['even-if-open'] === true,
        again: values.again === true,
      },
      run,
      outcomes.add,
    );
    const sections = proposalSections(outcomes.all);
    const title = `Proposals for the model cards of ${options.source}`;
    const status = await finish(title, outcomes, sections, values, session, statusOf(outcomes.all));
    for (const note of notesOn(outcomes.all, options.source, write)) complain(note);
    return status;
  } finally {
    session.close();
  }
}

function readWords(file: string | undefined): { readonly kind: 'template'; readonly template: Template } | Failure {
  const { DEFAULT_TEMPLATE, readTemplate } = loadBatch();
  if (file === undefined) return { kind: 'template', template: DEFAULT_TEMPLATE };
  const read = readCard(file);
  if (read.kind === 'failure') return read;
  const template = readTemplate(read.text);
  return typeof template === 'string' ? failure(Exit.badUse, `${file}: ${template}`) : { kind: 'template', template };
}

/** Whoever is signed in: what they proposed before is looked for. Nobody has to be for a dry run. */
async function accountOf(
  { connection }: Session,
  write: boolean,
): Promise<{ readonly kind: 'account'; readonly account: Account | null } | Failure> {
  if (!connection.signedIn && !write) return { kind: 'account', account: null };
  const account = await loadHub().whoAmI(connection);
  return account.ok ? { kind: 'account', account: account.value } : hubFailure(account.failure);
}

function statusOf(outcomes: readonly Outcome[]): ExitStatus {
  const held = outcomes.some((outcome) => outcome.kind === 'passed' && HELD_BACK.has(outcome.reason));
  return held || outcomes.length === 0 ? Exit.notOne : Exit.done;
}

/** What a person can do next, a sentence each. */
function notesOn(outcomes: readonly Outcome[], source: string, write: boolean): readonly string[] {
  const passedFor = (reason: PassedFor) => outcomes.some((one) => one.kind === 'passed' && one.reason === reason);
  const dry = outcomes.filter(({ kind }) => kind === 'would-open').length;
  return [
    ...(outcomes.length === 0 ? [`There is no card in ${source}.`] : []),
    ...(passedFor('open-pull-request') ? ['--even-if-open proposes also where a pull request is open.'] : []),
    ...(passedFor('closed-before') ? ['--again proposes also what is closed.'] : []),
    ...(dry > 0 && !write
      ? [`Nothing is written; --create-pr --journal FILE opens ${count(dry, 'pull request')}.`]
      : []),
  ];
}
