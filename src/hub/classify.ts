import { secondsToWait } from '../http/rateLimit';
import { type HubFailure, hubFailure, type Subject } from './failure';
import { jobFailure } from './jobs/failure';
import type { HubToken } from './token';

/** An answer that is no success, with what was asked for. */
export interface FailedAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  readonly subject: Subject;
  /** Whether the request would change something, or asks whether it could. */
  readonly writes: boolean;
  /** The token that was sent. */
  readonly token: HubToken | null;
  readonly hubUrl: string;
  readonly now: number;
}

/** The message that alone tells a wrong token from a repository that one may not see: both are a 401. */
const BAD_TOKEN = 'Invalid credentials in Authorization header';

/** What an answer says, by the order in which the Hub's own clients decide (huggingface_hub's `hf_raise_for_status`). */
export function classify(answer: FailedAnswer): HubFailure {
  const { status, headers, subject, token, hubUrl } = answer;
  const { model } = subject;
  const code = headers.get('x-error-code');
  const says = headers.get('x-error-message');
  const reason = reasonOf(answer);
  const signedIn = token !== null;
  const revision = subject.revision ?? 'main';

  if (model !== undefined) {
    if (code === 'RevisionNotFound') return hubFailure({ kind: 'missing-revision', model, revision });
    if (code === 'EntryNotFound') {
      return hubFailure({ kind: 'missing-file', model, path: subject.path ?? 'such file', revision });
    }
    if (code === 'GatedRepo') return hubFailure({ kind: 'gated', model, page: `${hubUrl}/${model}`, signedIn });
    if (says === 'Access to this resource is disabled.') return hubFailure({ kind: 'disabled', model });
    if (code === 'RepoNotFound') return hubFailure({ kind: 'missing-repository', model, signedIn });
  }
  const ofJob = jobFailure(answer, reason);
  if (ofJob !== null) return ofJob;
  switch (status) {
    case 400:
      return rejection(answer, reason);
    case 401:
      if (token === null && (answer.writes || model === undefined)) return hubFailure({ kind: 'not-signed-in' });
      if (token !== null && (says === BAD_TOKEN || model === undefined)) {
        return hubFailure({ kind: 'bad-token', source: token.source, hubUrl });
      }
      return hubFailure({ kind: 'missing-repository', model: model ?? '', signedIn });
    case 402:
      return hubFailure({ kind: 'payment-required', reason });
    case 403:
      return hubFailure({ kind: 'forbidden', reason, signedIn });
    case 404:
      return hubFailure({ kind: 'not-found', subject });
    case 409:
      return hubFailure({ kind: 'conflict', reason });
    case 412:
      return hubFailure({ kind: 'branch-moved' });
    case 429:
      return hubFailure({ kind: 'rate-limited', seconds: secondsToWait(headers, answer.now), reason, signedIn });
  }
  return status >= 500 || status === 408
    ? hubFailure({ kind: 'server-error', status, requestId: headers.get('x-request-id') })
    : hubFailure({ kind: 'refused', status, reason });
}

function rejection(answer: FailedAnswer, reason: string | null): HubFailure {
  const problems = problemsOf(answer);
  return problems.length > 0
    ? hubFailure({ kind: 'rejected-metadata', problems })
    : hubFailure({ kind: 'refused', status: answer.status, reason });
}

/** The Hub's own words about an answer, as part of a sentence. */
function reasonOf(answer: FailedAnswer): string | null {
  const { error, error_description: description } = jsonOf(answer);
  const said = [answer.headers.get('x-error-message'), description, ...[error].flat()];
  const [reason] = said.filter((text) => typeof text === 'string' && text.trim() !== '');
  return typeof reason === 'string' ? phrase(reason, answer.token) : null;
}

/** The problems that the Hub lists one by one, as its check of front matter does. */
function problemsOf(answer: FailedAnswer): readonly string[] {
  const { error, errors } = jsonOf(answer);
  const listed = Array.isArray(errors) ? errors : Array.isArray(error) ? error : [];
  return listed
    .map((item: unknown) => (typeof item === 'object' && item !== null && 'message' in item ? item.message : item))
    .filter((item) => typeof item === 'string')
    .map((text) => phrase(text, answer.token));
}

function jsonOf({ body }: FailedAnswer): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** The longest text of the Hub that a message repeats. */
const LONGEST = 400;

function phrase(text: string, token: HubToken | null): string {
  const line = text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/\.$/, '');
  const short = line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
  return token?.redact(short) ?? short;
}
