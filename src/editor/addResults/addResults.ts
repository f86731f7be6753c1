import * as vscode from 'vscode';
import type { Benchmarks } from '../../results/benchmarks';
import { cardAsSource } from '../../results/draftCommon';
import type { Run } from '../../results/runs/readRun';
import { runSource } from '../../results/runs/runSource';
import type { Asker } from '../asker';
import type { ModelCards } from '../cards/modelCards';
import { NO_CHOICE } from '../extract/choice';
import type { CommandTarget } from '../openedCard';
import type { ExtractPanels } from '../panel/extractPanels';
import { chooseCard } from './chooseCard';
import { droppedFile } from './droppedFile';
import { fileName, readResultFile } from './resultFile';

/** What adding the results of a file works with. */
export interface AddResultsParts {
  readonly cards: ModelCards;
  readonly panels: Pick<ExtractPanels, 'open'>;
  readonly asker: Asker;
  readonly benchmarks: () => Benchmarks;
  /** The card that a command is about; null where there is none, which is told then. */
  readonly cardOf: (target: CommandTarget) => Promise<vscode.TextDocument | null>;
  readonly log: vscode.LogOutputChannel;
}

const FILE_KINDS = { 'Results of a run': ['json', 'eval', 'log', 'txt'] };
const RESULT_FILE = /\.(?:json|eval)$/i;

/** Brings the results of a run's file into the panel of a card. */
export class AddResults implements vscode.DocumentDropEditProvider {
  readonly #parts: AddResultsParts;

  constructor(parts: AddResultsParts) {
    this.#parts = parts;
  }

  /** Adds a file's results to a card; the command was called on the file, on the card, or on neither. */
  async run(target: CommandTarget): Promise<void> {
    const { cards, asker, cardOf } = this.#parts;
    if (target instanceof vscode.Uri && RESULT_FILE.test(target.path)) {
      const run = await this.#read(target);
      const card = run && (await chooseCard(target, cards, asker));
      if (run && card) await this.#open(card, run, target);
      return;
    }
    const card = await cardOf(target);
    const file = card && (await asker.file('Add Results from File', FILE_KINDS, card.uri));
    if (card && file) await this.add(card, file);
  }

  /** Opens the panel for a card on a file's results; a file without any is told. */
  async add(card: vscode.TextDocument, file: vscode.Uri): Promise<void> {
    const run = await this.#read(file);
    if (run) await this.#open(card, run, file);
  }

  /**
   * Offers the results of a file that is dropped on a card. An edit of the drop's own could only insert text, so that the
   * offer waits in the corner, and what the drop does by itself stays.
   */
  async provideDocumentDropEdits(
    card: vscode.TextDocument,
    _position: vscode.Position,
    data: vscode.DataTransfer,
  ): Promise<undefined> {
    const file = await droppedFile(data);
    if (!file) return;
    this.#offer(card, file).catch((error: unknown) => {
      this.#parts.log.error(error instanceof Error ? error : String(error));
    });
  }

  async #offer(card: vscode.TextDocument, file: vscode.Uri): Promise<void> {
    const { cards, asker, benchmarks } = this.#parts;
    if (!RESULT_FILE.test(file.path) || (await cards.kindOf(card)) === 'other') return;
    const run = await readResultFile(file, benchmarks());
    // Whoever drops another JSON file wants a link to it and no word about results.
    if (run.kind === 'problem') return;
    const of = run.model === undefined ? '' : ` for ${run.model}`;
    const message = `${fileName(file)} holds results of ${run.sourceName}${of}.`;
    if (await asker.offer(message, 'Add Results to the Card')) await this.#open(card, run, file);
  }

  async #read(file: vscode.Uri): Promise<Run | undefined> {
    const run = await readResultFile(file, this.#parts.benchmarks());
    if (run.kind === 'run') return run;
    void vscode.window.showErrorMessage(run.message);
    return undefined;
  }

  async #open(card: vscode.TextDocument, run: Run, file: vscode.Uri): Promise<void> {
    const { cards, panels } = this.#parts;
    const { repositoryId } = await cards.placeOf(card);
    const isShown = vscode.window.visibleTextEditors.some(({ document }) => document === card);
    if (!isShown) await vscode.window.showTextDocument(card, { preview: false });
    const source = runSource(run, fileName(file), cardAsSource(repositoryId).sourceUrl);
    panels.open(card, source, { ...NO_CHOICE, model: { index: 0, name: run.model ?? '' } });
  }
}
