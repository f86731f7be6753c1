import type { HubConnection, HubReference, ModelSummary } from '../../hub/index';
import type { Asker, Option } from '../asker';
import { loadHub } from '../hubClient';

const MOST_FOUND = 20;

/** Lets a person search a model, or name a file of one; the card of a model where no other file is named. */
export async function chooseFile(
  title: string,
  connection: HubConnection,
  asker: Asker,
): Promise<HubReference | undefined> {
  const chosen = await asker.search<HubReference | null>(title, {
    placeholder: 'Type to search models, or paste org/name, org/name@revision or the address of a page',
    direct: (text) => named(text, connection.hubUrl),
    find: async (text, signal) => {
      const found = await loadHub().searchModels(connection, text.trim(), MOST_FOUND, signal);
      if (found.ok) return found.value.map(modelOption);
      return found.failure.kind === 'cancelled' ? [] : [{ label: found.failure.message, value: null }];
    },
  });
  return chosen ?? undefined;
}

/** What a text names by itself; a search for one word names nothing. */
function named(text: string, hubUrl: string): readonly Option<HubReference | null>[] {
  if (!/[/@]/.test(text)) return [];
  const { formatReference, parseReference } = loadHub();
  const parsed = parseReference(text, hubUrl);
  if (parsed.kind === 'problem') return [{ label: parsed.message, value: null }];
  const { reference } = parsed;
  return [{ label: formatReference(reference), description: `${reference.path}, as typed`, value: reference }];
}

function modelOption({ model, task, private: hidden, gated, downloads }: ModelSummary): Option<HubReference> {
  const facts = [task, hidden ? 'private' : undefined, gated ? 'gated' : undefined].filter(
    (fact) => fact !== undefined,
  );
  return {
    label: model,
    description: facts.join(', '),
    detail: `${downloads.toLocaleString('en')} downloads`,
    value: { model, revision: 'main', path: 'README.md' },
  };
}
