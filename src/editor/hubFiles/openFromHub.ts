import * as vscode from 'vscode';
import type { HubReference, ModelSummary } from '../../hub/index';
import type { HubSession } from '../account/hubSession';
import type { Asker, Option } from '../asker';
import { loadHub } from '../hubClient';
import { hubUri } from './hubUri';

const MOST_FOUND = 20;

/** Lets a person search a model, or name one, and opens its card. */
export async function openFromHub(session: HubSession, asker: Asker): Promise<void> {
  const opened = await session.openAsking();
  if (opened.kind === 'problem') {
    void vscode.window.showErrorMessage(opened.message);
    return;
  }
  const { connection } = opened;
  const reference = await asker.search<HubReference | null>('Open from Hub', {
    placeholder: 'Type to search models, or paste org/name, org/name@revision or the address of a page',
    direct: (text) => named(text, connection.hubUrl),
    find: async (text, signal) => {
      const found = await loadHub().searchModels(connection, text.trim(), MOST_FOUND, signal);
      if (found.ok) return found.value.map(modelOption);
      return found.failure.kind === 'cancelled' ? [] : [{ label: found.failure.message, value: null }];
    },
  });
  if (reference) await vscode.window.showTextDocument(hubUri(reference));
}

/** What a text names by itself; a search for one word names nothing. */
function named(text: string, hubUrl: string): readonly Option<HubReference | null>[] {
  if (!/[/@]/.test(text)) return [];
  const { formatReference, parseReference } = loadHub();
  const parsed = parseReference(text, hubUrl);
  if (parsed.kind === 'problem') return [{ label: parsed.message, value: null }];
  const { reference } = parsed;
  return [{ label: `Open ${formatReference(reference)}`, description: reference.path, value: reference }];
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
