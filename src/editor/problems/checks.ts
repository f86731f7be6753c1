import * as vscode from 'vscode';
import type { MendableProblem } from '../../metadata/combine';
import type { Problem } from '../../metadata/problem';
import type { CardStore } from '../analysis/cardStore';
import type { CardThread } from '../analysis/cardThread';
import type { ModelCards } from '../cards/modelCards';

/** What was found in one version of a document. */
export interface DocumentCheck {
  readonly version: number;
  readonly problems: readonly Problem[];
  /** The problems in these places of `problems`, or all, with what mends them; null where the document has changed. */
  mendable(places?: readonly number[]): Promise<readonly MendableProblem[] | null>;
}

/** The documents that are checked: model cards, and the files of results beside them. */
export const CHECKED_SELECTOR: vscode.DocumentSelector = [
  { language: 'markdown' },
  { language: 'yaml', pattern: '**/.eval_results/*.{yaml,yml}' },
];

/** Checks documents: cards by the one analysis they have, files of results in the thread. */
export class Checks {
  readonly #cards: ModelCards;
  readonly #store: CardStore;
  readonly #thread: CardThread;
  readonly #results = new WeakMap<
    vscode.TextDocument,
    { readonly version: number; readonly check: Promise<DocumentCheck> }
  >();

  constructor(cards: ModelCards, store: CardStore, thread: CardThread) {
    this.#cards = cards;
    this.#store = store;
    this.#thread = thread;
  }

  /** The check of a document as it is now; null where there is nothing to check, or it changed meanwhile. */
  async of(document: vscode.TextDocument): Promise<DocumentCheck | null> {
    if (vscode.languages.match(CHECKED_SELECTOR, document) === 0) return null;
    if (document.languageId === 'yaml') return this.#resultsOf(document);
    // A README that is no card yet is helped, never blamed.
    if ((await this.#cards.kindOf(document)) !== 'card') return null;
    const card = await this.#store.open(document);
    const problems = (await card?.problems()) ?? null;
    if (card === null || problems === null) return null;
    return { version: card.version, problems, mendable: (places) => card.mendable(places) };
  }

  #resultsOf(document: vscode.TextDocument): Promise<DocumentCheck> {
    const known = this.#results.get(document);
    if (known?.version === document.version) return known.check;
    const { version } = document;
    const check = this.#thread.check('results', document.getText(), {}).then((found): DocumentCheck => {
      const mendable = (places?: readonly number[]) =>
        Promise.resolve(places ? found.filter((_, place) => places.includes(place)) : found);
      return { version, problems: found.map(({ problem }) => problem), mendable };
    });
    this.#results.set(document, { version, check });
    return check;
  }
}
