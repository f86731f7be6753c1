import type { Discussion } from '../hub';
import { badUse, parseArguments } from './arguments';
import { Exit, type ExitStatus, failure } from './exit';
import { connectToHub, hubFailure, loadHub } from './hub';
import { pullRequestLines } from './pullRequestLines';
import { fail, print } from './terminal';

/** `model-card prs`: the open pull requests of a model, newest first. */
export async function prs(args: readonly string[]): Promise<ExitStatus> {
  const parsed = parseArguments('prs', args, { json: { type: 'boolean' } });
  if (parsed.kind === 'failure') return fail(parsed);
  const [typed, another] = parsed.files;
  if (typed === undefined) return fail(badUse('prs', 'The model is missing'));
  if (another !== undefined) return fail(badUse('prs', 'prs takes one model at a time'));
  const { hubUrlOf, openPullRequests, parseReference } = loadHub();
  const named = parseReference(typed, hubUrlOf(process.env) ?? undefined);
  if (named.kind === 'problem') return fail(failure(Exit.unreadable, named.message));
  const { model } = named.reference;
  const connection = await connectToHub();
  if ('kind' in connection) return fail(connection);
  const open = await openPullRequests(connection, model);
  if (!open.ok) return fail(hubFailure(open.failure));
  if (parsed.values.json === true) await print(`${JSON.stringify(open.value.map(pullRequestJson))}\n`);
  else if (open.value.length === 0) await print(`${model} has no open pull request.\n`);
  else await print(`${pullRequestLines(open.value).join('\n')}\n`);
  return Exit.done;
}

function pullRequestJson({ number, title, author, createdAt, status, url }: Discussion): object {
  return { number, title, author, date: createdAt.toISOString(), status, url };
}
