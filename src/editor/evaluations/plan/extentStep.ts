import { count } from '../../../plural';
import type { RunOptions } from '../../../runs';
import type { Asker, Option } from '../../asker';
import { loadRuns } from '../runsClient';
import { lastFirst } from './lastFirst';

/** Enough to see whether an evaluation works, and too few for a score. */
const SMOKE_TEST = 10;

type Extent = { readonly limit: number | null } | 'another';

/** Asks how much of each task is to run; null means the whole. */
export async function chooseExtent(
  model: string,
  last: RunOptions | undefined,
  asker: Asker,
): Promise<{ readonly limit: number | null } | undefined> {
  const title = `Evaluate ${model}: how much of each task?`;
  const chosen = await asker.pick<Extent>(title, extentRows(last));
  if (chosen !== 'another') return chosen;
  const typed = await asker.type({
    title,
    prompt: 'The number of samples of each task',
    check: (text) => {
      const read = loadRuns().readOption('limit', text);
      return read.kind === 'problem' ? `It ${read.problem}.` : null;
    },
  });
  return typed === undefined ? undefined : { limit: Number(typed) };
}

/** The choices, that of the last run first. */
export function extentRows(last: RunOptions | undefined): readonly Option<Extent>[] {
  const limit = last && (last.limit ?? null);
  const rows: Option<Extent>[] = [
    {
      label: `Smoke test: ${String(SMOKE_TEST)} samples`,
      description: 'shows whether it works',
      value: { limit: SMOKE_TEST },
    },
    { label: 'The whole of each task', description: 'for scores that a card can claim', value: { limit: null } },
    { label: 'Another number of samples…', value: 'another' },
  ];
  if (limit !== undefined && limit !== null && limit !== SMOKE_TEST) {
    rows.unshift({ label: count(limit, 'sample'), value: { limit } });
  }
  return lastFirst(rows, (value) => value !== 'another' && value.limit === limit);
}
