import type { Account, Discussion, HubConnection, HubFailure, HubReference } from '../../hub/index';
import type { Option } from '../asker';
import { loadHub } from '../hubClient';
import { pullRequestOf } from '../hubFiles/hubUri';

/** Where a draft goes. */
export type PublishPlace =
  | { readonly kind: 'commit'; readonly revision: string }
  | { readonly kind: 'new-pull-request' }
  | { readonly kind: 'pull-request'; readonly number: number };

/** What a model and an account allow, and the pull requests that are open. */
export interface Publishing {
  readonly mayCommit: boolean;
  /** Why no pull request can be opened; null where one can, or the Hub will say. */
  readonly noPullRequest: { readonly message: string } | null;
  readonly open: readonly Discussion[];
}

/** Asks the Hub what may be done with a model. */
export async function publishingOf(
  connection: HubConnection,
  account: Account,
  { model }: HubReference,
  signal: AbortSignal,
): Promise<{ readonly ok: true; readonly value: Publishing } | { readonly ok: false; readonly failure: HubFailure }> {
  const { mayAccess, mayOpenPullRequest, openPullRequests } = loadHub();
  const [write, open] = await Promise.all([
    mayAccess(connection, model, 'write', signal),
    openPullRequests(connection, model, signal),
  ]);
  if (!write.ok) return write;
  if (!open.ok) return open;
  const permission = mayOpenPullRequest(account, model, connection.hubUrl);
  const noPullRequest = permission.kind === 'no' ? permission : null;
  return { ok: true, value: { mayCommit: write.value, noPullRequest, open: open.value } };
}

/** The places to choose from, the usual one first: a direct commit where that is allowed, else a new pull request. */
export function placeOptions({ revision }: HubReference, publishing: Publishing): readonly Option<PublishPlace>[] {
  const { mayCommit, noPullRequest, open } = publishing;
  const own = pullRequestOf(revision);
  const mayAdd = mayCommit || noPullRequest === null;
  if (own !== null)
    return mayAdd
      ? [
          pullRequestOption(
            own,
            open.find(({ number }) => number === own),
          ),
        ]
      : [];
  return [
    ...(mayCommit
      ? [{ label: `Commit to ${revision}`, detail: 'At once, without a pull request', value: commitTo(revision) }]
      : []),
    ...(noPullRequest === null
      ? [{ label: 'New pull request', detail: 'For the owner to merge', value: { kind: 'new-pull-request' } as const }]
      : []),
    ...(mayAdd ? open.map((one) => pullRequestOption(one.number, one)) : []),
  ];
}

function commitTo(revision: string): PublishPlace {
  return { kind: 'commit', revision };
}

function pullRequestOption(number: number, pullRequest: Discussion | undefined): Option<PublishPlace> {
  return {
    label: `Add to pull request #${number}`,
    ...(pullRequest && { description: pullRequest.title, detail: byWhom(pullRequest) }),
    value: { kind: 'pull-request', number },
  };
}

/** `by otto, 2026-10-01`, with the state of a draft. */
export function byWhom({ author, createdAt, status }: Discussion): string {
  const draft = status === 'draft' ? ', draft' : '';
  return `by ${author ?? 'a deleted account'}, ${createdAt.toISOString().slice(0, 10)}${draft}`;
}
