import type * as vscode from 'vscode';
import type { Benchmarks } from '../../results/benchmarks';
import type { EvalFileText } from '../../results/evalResults/merge';
import type { RegisteredBenchmarks } from '../../results/evalResults/registered';
import type { HubSession } from '../account/hubSession';
import { loadCore } from '../cardCore';
import type { ModelCards } from '../cards/modelCards';
import type { ChangesBeside } from '../extract/apply';
import type { EvalChoice } from '../extract/choice';
import type { Extraction } from '../extract/extraction';
import { EVAL_RESULTS } from '../hubFiles/hubUri';
import { type FilesBeside, readFilesBeside, uriBeside } from './filesBeside';
import { HubKnowledge } from './hubKnowledge';
import { NOTHING, propose, type Proposal } from './proposal';

/** What results for `.eval_results/` are worked out with. */
export interface EvalResultsParts {
  readonly session: HubSession;
  readonly cards: Pick<ModelCards, 'placeOf'>;
  readonly benchmarks: () => Benchmarks;
  /** The benchmarks with a leaderboard as the product ships them. */
  readonly registered: () => RegisteredBenchmarks;
  /** The file that the Hub's own list of them is kept in. */
  readonly listPath: string;
}

/** How long the files beside a card are taken to be as they were read: whoever types asks several times a second. */
const FRESH_FOR_MS = 3000;

/** Scores of the panel as files of `.eval_results/`. */
export class EvalResults {
  readonly #parts: EvalResultsParts;
  readonly #knowledge: HubKnowledge;
  #files: { readonly card: string; readonly at: number; readonly read: Promise<FilesBeside> } | undefined;

  constructor(parts: EvalResultsParts) {
    this.#parts = parts;
    this.#knowledge = new HubKnowledge(parts.session, parts.listPath, parts.registered);
  }

  /** What would be written beside a card, and what is known of it without asking the Hub. */
  async proposal(document: vscode.TextDocument, extraction: Extraction, choice: EvalChoice): Promise<Proposal> {
    const files = await this.#filesBeside(document.uri);
    if (files.kind === 'problem') return { ...NOTHING, view: { ...NOTHING.view, problem: files.message } };
    return this.#propose(document, files.files, extraction, choice);
  }

  /** Asks the Hub about benchmarks and the card's model; whether there is more to show now. */
  async learn(document: vscode.TextDocument, datasets: readonly string[]): Promise<boolean> {
    return this.#knowledge.learn(datasets, await this.#modelOf(document));
  }

  /** Whether a file is one of `.eval_results/` beside a card. */
  isBeside(card: vscode.Uri, file: vscode.Uri): boolean {
    return file.toString().startsWith(`${uriBeside(card, EVAL_RESULTS).toString()}/`);
  }

  /** Reads the files anew next time. */
  lookAgain(): void {
    this.#files = undefined;
  }

  /** The changes of the files beside a card; null where they are no longer those of the view with this fingerprint. */
  async changes(
    document: vscode.TextDocument,
    extraction: Extraction,
    choice: EvalChoice,
    seen: string,
  ): Promise<ChangesBeside | null> {
    this.lookAgain();
    const { view, changes, results } = await this.proposal(document, extraction, choice);
    // They are not as they were once this is applied.
    this.lookAgain();
    if (view.fingerprint !== seen) return null;
    return { results, files: changes.map((change) => ({ ...change, uri: uriBeside(document.uri, change.path) })) };
  }

  async #propose(
    document: vscode.TextDocument,
    present: readonly EvalFileText[],
    extraction: Extraction,
    choice: EvalChoice,
  ): Promise<Proposal> {
    const model = await this.#modelOf(document);
    const { registered, leaderboards, benchmarks: known, results: onHub } = await this.#knowledge.known(model);
    const knowledge = { registered, leaderboards, benchmarks: this.#parts.benchmarks() };
    return propose(extraction, choice, { knowledge, known, onHub, present }, loadCore());
  }

  #filesBeside(card: vscode.Uri): Promise<FilesBeside> {
    const key = card.toString();
    if (this.#files?.card !== key || Date.now() - this.#files.at > FRESH_FOR_MS) {
      this.#files = { card: key, at: Date.now(), read: readFilesBeside(card) };
    }
    return this.#files.read;
  }

  async #modelOf(document: vscode.TextDocument): Promise<string | undefined> {
    return (await this.#parts.cards.placeOf(document)).repositoryId;
  }
}
