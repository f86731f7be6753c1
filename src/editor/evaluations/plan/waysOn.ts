import type { Remark, RunOptions } from '../../../runs';
import type { Way } from '../../asker';

/** What a person may do about a run that would not work: take options that mend it, change others, or start it. */
export type WayOn =
  { readonly kind: 'use'; readonly options: RunOptions } | { readonly kind: 'change' } | { readonly kind: 'start' };

/** A dialog has room for so many. */
const MOST_REMEDIES = 2;

/** The ways on from a remark that speaks against a start, the likeliest first. */
export function waysOn({ kind, remedies = [] }: Remark): readonly Way<WayOn>[] {
  const use = remedies
    .slice(0, MOST_REMEDIES)
    .map((options): Way<WayOn> => ({ label: `Use ${inWords(options)}`, value: { kind: 'use', options } }));
  const change: Way<WayOn> = { label: 'Change Options', value: { kind: 'change' } };
  const start: Way<WayOn> = { label: 'Start All the Same', value: { kind: 'start' } };
  return [...use, change, ...(kind === 'too-large' ? [start] : [])];
}

/** `max-model-len 8192 and dtype float16`. */
function inWords(options: RunOptions): string {
  return Object.entries(options)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(' and ');
}
