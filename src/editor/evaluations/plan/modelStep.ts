import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import * as vscode from 'vscode';
import type { HubConnection } from '../../../hub/index';
import type { NamedModel, RunModel } from '../../../runs';
import { loadHub } from '../../hubClient';
import { withProgress } from '../../progress';
import type { EvaluationParts } from '../evaluationParts';
import { loadRuns } from '../runsClient';

/** Asks which model is to be evaluated, the card's first, and finds it; what keeps it from being found is told. */
export async function chooseModel(
  card: vscode.Uri,
  connection: HubConnection,
  { places, asker }: EvaluationParts,
): Promise<RunModel | undefined> {
  const place = await places.of(card, connection);
  if (place === undefined) return undefined;
  const { model, revision } = place;
  // By its page it is never taken for a folder of the same name.
  const own = { model: `${connection.hubUrl}/${model}`, revision };
  const label = loadHub().formatReference({ model, revision });
  const named = await asker.pick<NamedModel | null>('Evaluate: which model?', [
    { label, description: 'the model of the card', value: own },
    { label: 'Another model…', detail: 'Of the Hub, in a folder, or on a vLLM server that runs', value: null },
  ]);
  const wanted = named === null ? await typeModel(card, asker) : named;
  return wanted && find(wanted, connection);
}

async function typeModel(card: vscode.Uri, asker: EvaluationParts['asker']): Promise<NamedModel | undefined> {
  const typed = await asker.type({
    title: 'Evaluate another model',
    prompt:
      'org/name, org/name@revision or the address of a page of the Hub, a folder, or the address of a vLLM server',
    check: (text) => (text === '' ? 'Name a model, as in org/name.' : null),
  });
  return typed === undefined ? undefined : { model: folderOr(typed.trim(), card) };
}

/** The path of a folder that a person named from the card or from home; any other text as it is. */
function folderOr(text: string, card: vscode.Uri): string {
  const home = text.startsWith('~/') ? join(homedir(), text.slice(2)) : text;
  const near = card.scheme === 'file' ? resolve(dirname(card.fsPath), home) : resolve(home);
  return existsSync(near) ? near : home;
}

async function find(named: NamedModel, connection: HubConnection): Promise<RunModel | undefined> {
  const found = await withProgress(`Looking at ${named.model}`, async (signal) => {
    const outcome = await loadRuns().findModel(named, connection, loadHub().modelWeights, signal);
    return signal.aborted ? null : outcome;
  });
  if (found?.kind === 'problem') void vscode.window.showErrorMessage(found.message);
  return found?.kind === 'model' ? found.model : undefined;
}
