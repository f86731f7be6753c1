import { duration } from '../http/duration';
import { describeSource, type TokenSource } from './token';

/** What was asked for when a request failed. */
export interface Subject {
  readonly model?: string;
  readonly revision?: string;
  readonly path?: string;
  /** The number of a discussion or pull request. */
  readonly discussion?: number;
  readonly dataset?: string;
  /** The user or organisation whose jobs are asked for, one of them, and the hardware that it is to run on. */
  readonly namespace?: string;
  readonly job?: string;
  readonly flavor?: string;
}

/** What went wrong with a request to the Hub, as far as it decides what a person does next. */
export type FailureFacts =
  | { readonly kind: 'bad-token'; readonly source: TokenSource; readonly hubUrl: string }
  | { readonly kind: 'not-signed-in' }
  | { readonly kind: 'payment-required'; readonly reason: string | null }
  | { readonly kind: 'no-credits'; readonly namespace: string; readonly page: string; readonly reason: string | null }
  | {
      readonly kind: 'no-job-rights';
      readonly namespace: string;
      /** The permission that the token needs for that account. */
      readonly scope: string;
      /** The page that makes a token which has it. */
      readonly link: string;
      readonly reason: string | null;
    }
  | { readonly kind: 'missing-hardware'; readonly flavor: string; readonly reason: string | null }
  | { readonly kind: 'gated'; readonly model: string; readonly page: string; readonly signedIn: boolean }
  | { readonly kind: 'missing-repository'; readonly model: string; readonly signedIn: boolean }
  | { readonly kind: 'missing-revision'; readonly model: string; readonly revision: string }
  | { readonly kind: 'missing-file'; readonly model: string; readonly path: string; readonly revision: string }
  | { readonly kind: 'not-found'; readonly subject: Subject }
  | { readonly kind: 'disabled'; readonly model: string }
  | { readonly kind: 'forbidden'; readonly reason: string | null; readonly signedIn: boolean }
  /** The branch holds commits that the change was not made on. */
  | { readonly kind: 'branch-moved' }
  | { readonly kind: 'conflict'; readonly reason: string | null }
  /** The Hub's checks of a card's front matter; each problem is one of its sentences. */
  | { readonly kind: 'rejected-metadata'; readonly problems: readonly string[] }
  /** Any other answer that asking again does not change. */
  | { readonly kind: 'refused'; readonly status: number; readonly reason: string | null }
  | {
      readonly kind: 'rate-limited';
      /** How long to wait, where the Hub says so. */
      readonly seconds: number | null;
      readonly reason: string | null;
      readonly signedIn: boolean;
    }
  | { readonly kind: 'server-error'; readonly status: number; readonly requestId: string | null }
  | { readonly kind: 'unreachable'; readonly host: string; readonly reason: string }
  | { readonly kind: 'timed-out'; readonly host: string; readonly seconds: number }
  | { readonly kind: 'cancelled' }
  /** An answer that is not the Hub's, or not whole. */
  | { readonly kind: 'unreadable-answer'; readonly host: string; readonly problem: string }
  | { readonly kind: 'led-elsewhere'; readonly host: string; readonly target: string }
  /** A change that may have reached the Hub, and looking for it failed. */
  | { readonly kind: 'unsure'; readonly cause: HubFailure }
  /** The same for a job. */
  | { readonly kind: 'unsure-job'; readonly page: string; readonly cause: HubFailure };

/** Why a request to the Hub failed, with one sentence for a person that ends in the next step. */
export type HubFailure = FailureFacts & { readonly message: string };

/** What a function of the client gives: a value, or why there is none. */
export type HubResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: HubFailure };

/** A failure with its sentence. */
export function hubFailure(facts: FailureFacts): HubFailure {
  return { ...facts, message: sentence(facts) };
}

function sentence(facts: FailureFacts): string {
  switch (facts.kind) {
    case 'bad-token':
      return `The Hub does not take the token ${describeSource(facts.source)}: it is mistyped, expired or revoked; make one at ${facts.hubUrl}/settings/tokens and sign in with it.`;
    case 'not-signed-in':
      return 'The Hub wants to know who you are; sign in with a token first.';
    case 'payment-required':
      return `The Hub wants to be paid for this${because(facts.reason)}; look at the billing settings of your account there.`;
    case 'no-credits':
      return `The Hub runs no job for ${facts.namespace} without credits${because(facts.reason)}; add some at ${facts.page}, or let another account pay.`;
    case 'no-job-rights':
      return `The Hub does not allow this with the jobs of ${facts.namespace}${because(facts.reason)}; choose another account, or make a token that has ${facts.scope} for ${facts.namespace} at ${facts.link}.`;
    case 'missing-hardware':
      return `The Hub does not take ${facts.flavor} for a job${because(facts.reason)}; choose other hardware of its list.`;
    case 'gated':
      return facts.signedIn
        ? `${facts.model} is gated and your account has no access; ask for it at ${facts.page}, then try again.`
        : `${facts.model} is gated; sign in with a token of an account that has access, or ask for it at ${facts.page}.`;
    case 'missing-repository':
      return facts.signedIn
        ? `There is no model ${facts.model}, or your token may not see it; check the name.`
        : `There is no public model ${facts.model}; check the name, or sign in if it is private.`;
    case 'missing-revision':
      return `${facts.model} has no revision ${facts.revision}; check its name, or take main.`;
    case 'missing-file':
      return `${facts.model} has no ${facts.path} at ${facts.revision}; check the name, or create the file first.`;
    case 'not-found':
      return `${subjectName(facts.subject)} is not on the Hub; check its name or number.`;
    case 'disabled':
      return `The Hub has disabled ${facts.model}; only its owner can settle that, with the Hub's support.`;
    case 'forbidden':
      return `The Hub does not allow this${because(facts.reason)}; ${facts.signedIn ? 'use a token that may' : 'sign in with a token that may'}, or open a pull request instead of a direct commit.`;
    case 'branch-moved':
      return 'The branch was changed meanwhile, so nothing was written; read it again, merge, and then send once more.';
    case 'conflict':
      return `The Hub is at odds with this change${because(facts.reason)}; refresh, then try again.`;
    case 'rejected-metadata':
      return `The Hub does not take the card's front matter${because(facts.problems.join('; ') || null)}; mend that, then send again.`;
    case 'refused':
      return `The Hub refuses the request${because(facts.reason ?? `status ${String(facts.status)}`)}; change what it names, then try again.`;
    case 'rate-limited': {
      const when = facts.seconds === null ? 'later' : `in ${duration(facts.seconds)}`;
      const hint = facts.signedIn ? '' : ', or sign in, which allows more requests';
      return `The Hub has had too many requests${because(facts.reason)}; try again ${when}${hint}.`;
    }
    case 'server-error': {
      const id = facts.requestId === null ? '' : `, request ${facts.requestId}`;
      return `The Hub has trouble of its own (status ${String(facts.status)}${id}); try again in a few minutes.`;
    }
    case 'unreachable':
      return `The Hub at ${facts.host} cannot be reached (${facts.reason}); check the connection and any proxy, then try again.`;
    case 'timed-out':
      return `The Hub at ${facts.host} did not finish its answer in ${String(facts.seconds)} seconds; check the connection, then try again.`;
    case 'cancelled':
      return 'The request was cancelled; start it again when you need it.';
    case 'unreadable-answer':
      return `The Hub at ${facts.host} did not answer as a Hub does (${facts.problem}); check the Hub's address and any proxy or sign-in page between, then try again.`;
    case 'led-elsewhere':
      return `The Hub at ${facts.host} leads to another host, ${facts.target}, which gets no token and no change; check the Hub's address and any sign-in page of your network, then try again.`;
    case 'unsure':
      return `It is not certain whether the change reached the Hub, as the connection failed; try again: it is looked for first, so nothing is sent twice. (${facts.cause.message})`;
    case 'unsure-job':
      return `It is not certain whether the job was started, as the connection failed; look for it at ${facts.page} before you start another. (${facts.cause.message})`;
  }
}

function because(reason: string | null): string {
  return reason === null ? '' : ` (${reason})`;
}

function subjectName({ model, discussion, dataset, namespace, job }: Subject): string {
  if (job !== undefined) return `The job ${job} of ${String(namespace)}`;
  if (namespace !== undefined) return `An account ${namespace} that runs jobs`;
  if (model !== undefined && discussion !== undefined) return `Discussion ${String(discussion)} of ${model}`;
  if (dataset !== undefined) return `The dataset ${dataset}`;
  return model ?? 'What was asked for';
}
