import { problemOf, textOf } from './answer';
import { classify, type FailedAnswer } from './classify';
import type { WireAnswer } from './exchange';
import type { HubRequest } from './request';
import { trouble, type Trouble } from './trouble';

/** Whether an answer is what was asked for: the answer itself, or what is wrong with it. */
export function judge(
  request: HubRequest,
  answer: WireAnswer,
  asked: Pick<FailedAnswer, 'token' | 'hubUrl' | 'now'>,
): WireAnswer | Trouble {
  const { status, headers } = answer;
  const good = (status >= 200 && status < 300) || status === 304 || status === request.alsoTakes;
  if (good) {
    const problem = status === 304 ? null : problemOf(answer, request.answer ?? 'json');
    if (problem === null) return answer;
    return trouble({ kind: 'unreadable-answer', host: answer.url.host, problem }, { mayHaveArrived: true });
  }
  const failure = classify({
    ...asked,
    status,
    headers,
    body: textOf(answer),
    subject: request.subject,
    writes: request.method === 'POST' || request.path.includes('/auth-check/write'),
  });
  const unclear = failure.kind === 'server-error';
  return trouble(failure, { mayHaveArrived: unclear, passing: unclear || failure.kind === 'rate-limited' });
}
