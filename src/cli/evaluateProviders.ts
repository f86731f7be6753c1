import type { Remark, RunRequest } from '../runs';
import type { FoundModel } from './evaluateModel';
import { loadHub } from './hub';

/** Names that leave the choice of a provider to the Hub. */
const BY_THE_HUB = ['auto', 'fastest', 'cheapest'];

/** Looks whether inference providers serve the model of a run and the token may call them; says that usage is paid. */
export async function checkProviders(
  { options }: RunRequest,
  { name, providers, access: { connection, token } }: FoundModel,
): Promise<readonly Remark[]> {
  const refusal = (message: string): readonly Remark[] => [{ kind: 'refusal', message }];
  const live = providers.filter(({ status }) => status === 'live').map(({ provider }) => provider);
  if (live.length === 0) return refusal(`No inference provider serves ${name}; evaluate it on a GPU or on HF Jobs.`);
  const { provider = 'auto' } = options;
  if (![...BY_THE_HUB, ...live].includes(provider)) {
    return refusal(`${provider} does not serve ${name}; take one of ${live.join(', ')}.`);
  }
  if (token === null) return refusal('Inference providers need a token; set HF_TOKEN, or log in with "hf auth login".');
  const { mayCallProviders, whoAmI } = loadHub();
  const account = await whoAmI(connection);
  if (!account.ok) return refusal(account.failure.message);
  const permission = mayCallProviders(account.value, connection.hubUrl);
  if (permission.kind === 'no') return refusal(permission.message);
  return [
    { kind: 'note', message: `${name} is served by ${live.join(', ')}; usage is paid by ${account.value.name}.` },
  ];
}
