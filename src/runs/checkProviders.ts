import type { Account, HubResult } from '../hub';
import { mayCallProviders } from '../hub/permissions';
import type { Remark } from './check';
import type { RunModel } from './findModel';
import type { RunRequest } from './request';

/** Who asks the inference providers. */
export interface Caller {
  readonly hubUrl: string;
  /** Tells the account; a sentence where there is no token. */
  readonly account: () => Promise<HubResult<Account> | string>;
}

/** Names that leave the choice of a provider to the Hub. */
const BY_THE_HUB = ['auto', 'fastest', 'cheapest'];

/** Looks whether inference providers serve the model of a run and the token may call them; says that usage is paid. */
export async function checkProviders(
  { options }: Pick<RunRequest, 'options'>,
  { name, providers }: Pick<RunModel, 'name' | 'providers'>,
  { hubUrl, account }: Caller,
): Promise<Remark> {
  const refusal = (message: string): Remark => ({ kind: 'refusal', message });
  const live = providers.filter(({ status }) => status === 'live').map(({ provider }) => provider);
  if (live.length === 0) return refusal(`No inference provider serves ${name}; evaluate it on a GPU or on HF Jobs.`);
  const { provider = 'auto' } = options;
  if (![...BY_THE_HUB, ...live].includes(provider)) {
    return refusal(`${provider} does not serve ${name}; take one of ${live.join(', ')}.`);
  }
  const asked = await account();
  if (typeof asked === 'string') return refusal(asked);
  if (!asked.ok) return refusal(asked.failure.message);
  const permission = mayCallProviders(asked.value, hubUrl);
  if (permission.kind === 'no') return refusal(permission.message);
  return { kind: 'note', message: `${name} is served by ${live.join(', ')}; usage is paid by ${asked.value.name}.` };
}
