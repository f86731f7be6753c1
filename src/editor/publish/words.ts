import type { Asker } from '../asker';
import { loadCore } from '../cardCore';
import { changeSummary } from './changeSummary';

/** What is said of a change on the Hub. */
export interface Words {
  readonly title: string;
  readonly description: string;
}

/** What a change does to a card, and how many files of `.eval_results/` go with it. */
export interface ChangedCard {
  readonly before: string;
  readonly after: string;
  readonly evalFiles: number;
}

/** The first line of `message` for the title and the rest below it; where it is empty a person is asked. */
export async function askWords(
  message: string,
  { before, after, evalFiles }: ChangedCard,
  asker: Asker,
): Promise<Words | null> {
  const [first = '', ...rest] = message.trim().split('\n');
  if (first !== '') return { title: first, description: rest.join('\n').trim() };
  const summary = changeSummary(before, after, loadCore(), evalFiles);
  const title = await asker.type({
    title: 'Publish: Title',
    prompt: 'What the change does, in a line',
    value: summary.title,
    check: (text) => (text.length < 3 || text.length > 200 ? 'Take between 3 and 200 characters.' : null),
  });
  if (title === undefined) return null;
  const description = await asker.type({
    title: 'Publish: Description',
    prompt: 'Why, for those who read it; may stay empty',
    value: summary.description.replaceAll('\n', ' '),
  });
  return description === undefined ? null : { title: title.trim(), description: description.trim() };
}
