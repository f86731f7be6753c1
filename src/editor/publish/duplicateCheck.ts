import type { Discussion, HubConnection } from '../../hub/index';
import type { Asker } from '../asker';
import { loadHub } from '../hubClient';
import { count } from '../../plural';
import { withProgress } from '../progress';
import { metadataEnd, touchesMetadata } from './metadataDiff';
import { byWhom } from './publishPlace';

/** What a person decides when pull requests are open already. */
export type DuplicateDecision =
  { readonly kind: 'open-existing'; readonly url: string } | { readonly kind: 'create' } | { readonly kind: 'cancel' };

/** The newest ones are looked into; each costs a request. */
const MOST_LOOKED_INTO = 8;
const MOST_NAMED = 12;

/** Names the open pull requests of a model before another is created; looking at an existing one is the default. */
export async function checkDuplicates(
  connection: HubConnection,
  { model, base, open }: { readonly model: string; readonly base: string; readonly open: readonly Discussion[] },
  asker: Asker,
): Promise<DuplicateDecision> {
  const [newest] = open;
  if (newest === undefined) return { kind: 'create' };
  const lastLine = metadataEnd(base);
  const details = await withProgress('Looking at the open pull requests', (signal) =>
    Promise.all(
      open
        .slice(0, MOST_LOOKED_INTO)
        .map(({ number }) => loadHub().discussionDetail(connection, { model, number }, signal)),
    ),
  );
  const touching = new Set(
    details.flatMap((one) => (one.ok && touchesMetadata(one.value.diff ?? '', lastLine) ? [one.value.number] : [])),
  );
  const first = open.find(({ number }) => touching.has(number)) ?? newest;
  const lines = open.slice(0, MOST_NAMED).map((one) => {
    const mark = touching.has(one.number) ? '; changes the metadata' : '';
    return `#${one.number} ${one.title} (${byWhom(one)}${mark})`;
  });
  const rest = open.length > MOST_NAMED ? [`and ${open.length - MOST_NAMED} more`] : [];
  const decision = await asker.choose<DuplicateDecision>(
    `${model} has ${count(open.length, 'open pull request')}.`,
    [...lines, ...rest].join('\n'),
    [
      { label: `Look at #${first.number}`, value: { kind: 'open-existing', url: first.url } },
      { label: 'Open Another One', value: { kind: 'create' } },
    ],
  );
  return decision ?? { kind: 'cancel' };
}
