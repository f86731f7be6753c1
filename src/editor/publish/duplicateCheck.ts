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

/** The newest ones are named; each is looked into by a request of its own. */
const MOST_NAMED = 12;

/** What is said of one after it was looked into. */
const MARK = { metadata: '; changes the metadata', other: '', unknown: '; could not be looked into' } as const;

/** Names the open pull requests of a model before another is created; looking at an existing one is the default. */
export async function checkDuplicates(
  connection: HubConnection,
  { model, base, open }: { readonly model: string; readonly base: string; readonly open: readonly Discussion[] },
  asker: Asker,
): Promise<DuplicateDecision> {
  const [newest] = open;
  if (newest === undefined) return { kind: 'create' };
  const lastLine = metadataEnd(base);
  const named = open.slice(0, MOST_NAMED);
  const found = await withProgress('Looking at the open pull requests', (signal) =>
    Promise.all(
      named.map(async ({ number }): Promise<keyof typeof MARK> => {
        const detail = await loadHub().discussionDetail(connection, { model, number }, signal);
        if (!detail.ok) return 'unknown';
        return touchesMetadata(detail.value.diff ?? '', lastLine) ? 'metadata' : 'other';
      }),
    ),
  );
  const first = named[found.indexOf('metadata')] ?? newest;
  const lines = named.map((one, at) => `#${one.number} ${one.title} (${byWhom(one)}${MARK[found[at] ?? 'unknown']})`);
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
