import type { FailedAnswer } from '../classify';
import { type HubFailure, hubFailure } from '../failure';
import { tokenLink } from '../permissions';

/** What an answer says of an account's jobs; null where it says the same as anywhere else. */
export function jobFailure(
  { status, subject, writes, hubUrl }: FailedAnswer,
  reason: string | null,
): HubFailure | null {
  const { namespace, flavor } = subject;
  if (namespace === undefined) return null;
  switch (status) {
    case 402:
      return hubFailure({ kind: 'no-credits', namespace, page: `${hubUrl}/settings/billing`, reason });
    case 403: {
      const scope = writes ? 'job.write' : 'job.read';
      return hubFailure({ kind: 'no-job-rights', namespace, scope, link: tokenLink(scope, hubUrl), reason });
    }
    case 400:
      return flavor !== undefined && /flavor|hardware/i.test(reason ?? '')
        ? hubFailure({ kind: 'missing-hardware', flavor, reason })
        : hubFailure({ kind: 'refused', status, reason });
  }
  return null;
}
