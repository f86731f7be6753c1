import type { CommitDone, HubConnection, Permission } from '../hub';
import { Exit, failure, type Failure } from './exit';
import { connectToHub, hubFailure, loadHub } from './hub';
import { pullRequestLines } from './pullRequestLines';
import type { HubCard } from './readSource';

/** How a change of a card is to get to the Hub. */
export interface Publication {
  readonly title: string;
  readonly description: string;
  /** A new pull request, not a commit to the revision that the card was read at. */
  readonly newPullRequest: boolean;
  /** Another pull request although there is an open one. */
  readonly evenIfOpen: boolean;
}

/** Sends a card's new text to the Hub, after a look at what the token may do and which pull requests are open. */
export async function publish(
  card: HubCard,
  text: string,
  { title, description, newPullRequest, evenIfOpen }: Publication,
): Promise<{ readonly kind: 'hub'; readonly done: CommitDone } | Failure> {
  const connection = await connectToHub();
  if ('kind' in connection) return connection;
  const { model, revision, path, commit } = card;
  const problem =
    (await tokenProblem(connection, card, newPullRequest)) ??
    (newPullRequest && !evenIfOpen ? await openProblem(connection, model) : null);
  if (problem !== null) return problem;
  const done = await loadHub().writeCommit(connection, {
    model,
    revision,
    files: [{ path, content: Buffer.from(text) }],
    title,
    description,
    parentCommit: commit,
    newPullRequest,
  });
  return done.ok ? { kind: 'hub', done: done.value } : hubFailure(done.failure);
}

async function tokenProblem(
  connection: HubConnection,
  { model, revision }: HubCard,
  newPullRequest: boolean,
): Promise<Failure | null> {
  const { mayCommit, mayOpenPullRequest, whoAmI } = loadHub();
  const account = await whoAmI(connection);
  if (!account.ok) return hubFailure(account.failure);
  // Adding to a pull request takes no more than opening one.
  const proposes = newPullRequest || revision.startsWith('refs/pr/');
  const ask = proposes ? mayOpenPullRequest : mayCommit;
  const permission: Permission = ask(account.value, model, connection.hubUrl);
  return permission.kind === 'no' ? failure(Exit.unreadable, permission.message) : null;
}

async function openProblem(connection: HubConnection, model: string): Promise<Failure | null> {
  const open = await loadHub().openPullRequests(connection, model);
  if (!open.ok) return hubFailure(open.failure);
  if (open.value.length === 0) return null;
  const message = `${model} has open pull requests; look whether one says the same, or add --even-if-open.`;
  const lines = pullRequestLines(open.value).map((line) => `  ${line}`);
  return failure(Exit.notOne, message, lines);
}
