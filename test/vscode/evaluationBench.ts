import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { AddResults } from '../../src/editor/addResults/index';
import { CardOpener } from '../../src/editor/analysis/cardOpener';
import { ModelCards } from '../../src/editor/cards/modelCards';
import { Repositories } from '../../src/editor/cards/repositories';
import type { EvaluationParts } from '../../src/editor/evaluations/evaluationParts';
import { Evaluations } from '../../src/editor/evaluations/evaluations';
import { type ExtractionChoice, NO_CHOICE } from '../../src/editor/extract/choice';
import type { ExtractFrom } from '../../src/editor/extract/extractFrom';
import { CardPlaces } from '../../src/editor/hubClone/cardPlaces';
import type { HubBench } from './hubParts';
import { activate } from './workspace';

/** What the panel was opened on. */
export interface OpenedPanel {
  readonly card: vscode.TextDocument;
  readonly from: ExtractFrom;
  readonly choice: ExtractionChoice;
}

/** What the feature works with in a test, beside the bench. */
export interface EvaluationBench {
  readonly bench: HubBench;
  readonly card: vscode.TextDocument;
  readonly runsFolder: string;
  /** The folder of `cli.js`. */
  readonly programFolder: string;
  /** Gets each panel that is opened. */
  readonly opened: OpenedPanel[];
  /** Gets each page that is shown. */
  readonly pages?: string[];
}

/** The feature over what the bench remembers, as after a reload of the window. */
export async function startEvaluations(wanted: EvaluationBench): Promise<Evaluations> {
  const { bench, card, runsFolder, programFolder, opened, pages = [] } = wanted;
  const { extensionPath } = await activate();
  const opener = new CardOpener(join(extensionPath, 'media', 'data'));
  const log = { error: (message: string) => assert.fail(message) } as unknown as vscode.LogOutputChannel;
  const adding = new AddResults({
    cards: new ModelCards(new Repositories()),
    panels: { open: (one, from, choice = NO_CHOICE) => void opened.push({ card: one, from, choice }) },
    asker: bench.asker,
    benchmarks: () => opener.benchmarks(),
    cardOf: () => Promise.resolve(card),
    log,
  });
  const parts: EvaluationParts = {
    ...{ session: bench.session, memory: bench.state, log, runsFolder, programFolder },
    taskListFolder: join(runsFolder, '..', 'task-lists'),
    // A test gives its answers after this.
    get asker() {
      return bench.asker;
    },
    places: new CardPlaces(new Repositories(), bench.state, bench.asker),
    dataFolder: join(extensionPath, 'media', 'data'),
    cardOf: () => Promise.resolve(card),
    addResults: async (uri, file) => adding.add(await vscode.workspace.openTextDocument(uri), file),
    showPage: (url) => void pages.push(url),
  };
  return new Evaluations(parts, { visible: true, onDidChangeVisibility: () => ({ dispose() {} }) }, () => undefined);
}
