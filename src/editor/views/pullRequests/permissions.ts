import type { Account, Discussion } from '../../../hub/index';
import { loadHub } from '../../hubClient';

/** What an account may do with a pull request, in the words that menus look for. */
export type Permitted = 'mayComment' | 'mayClose' | 'mayReopen' | 'mayMarkReady' | 'mayMerge';

/** What may be done with a pull request as far as the account itself tells; the Hub has the last word. */
export function permitted(
  { status, author }: Discussion,
  account: Account | null,
  model: string,
  hubUrl: string,
): readonly Permitted[] {
  if (account === null) return [];
  const { mayCommit, mayOpenPullRequest } = loadHub();
  if (mayOpenPullRequest(account, model, hubUrl).kind === 'no') return [];
  const mayWrite = mayCommit(account, model, hubUrl).kind !== 'no';
  if (!mayWrite && author !== account.name) return ['mayComment'];
  switch (status) {
    case 'open':
      return ['mayComment', 'mayClose', ...(mayWrite ? (['mayMerge'] as const) : [])];
    case 'draft':
      return ['mayComment', 'mayMarkReady', 'mayClose'];
    case 'closed':
      return ['mayComment', 'mayReopen'];
    case 'merged':
      return ['mayComment'];
  }
}
