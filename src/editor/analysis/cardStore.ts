import type { TextDocument } from 'vscode';
import type { Navigation } from '../../metadata/navigation';
import { locateFrontMatter } from '../../card/frontMatter';
import type { MendableProblem } from '../../metadata/combine';
import type { HubVerdict } from '../../metadata/hubMessages';
import type { Problem } from '../../metadata/problem';
import type { ScoreSource } from '../../results/types';
import type { ExtractionChoice } from '../extract/choice';
import type { Extraction } from '../extract/extraction';
import type { CardOpener } from './cardOpener';
import type { CardOverview, CardPlace } from './cardOverview';
import type { CardThread } from './cardThread';
import type { Claims } from './claims';
import type { OpenCard } from './openCard';
import type { TableContent } from './tableContent';

/** From this length on a card is analysed in a thread of its own. */
const LONG_CARD = 64 * 1024;
/** Parsing YAML takes much longer than reading Markdown. */
const LONG_FRONT_MATTER = 12 * 1024;

/** Someone who types without pause overtakes the analysis of a long card again and again. */
const MOST_TRIES = 20;

/** One analysed version of a card. Its answers are null where a newer version has taken its place meanwhile. */
export interface CardHandle {
  readonly version: number;
  readonly overview: CardOverview;
  table(number: number): Promise<TableContent | null>;
  extract(from: number | ScoreSource, choice: ExtractionChoice): Promise<Extraction | null>;
  claims(): Promise<Claims | null>;
  navigation(): Promise<Navigation | null>;
  problems(): Promise<readonly Problem[] | null>;
  mendable(places?: readonly number[]): Promise<readonly MendableProblem[] | null>;
  hubProblems(verdict: HubVerdict): Promise<readonly Problem[] | null>;
}

/** Tells what the place of a document says of its card. */
export type PlaceFinder = (document: TextDocument) => Promise<CardPlace>;

interface Entry {
  version: number;
  place: CardPlace;
  handle: Promise<CardHandle | null>;
  card?: OpenCard;
}

/** Analyses each version of a document once, however many features ask for it. */
export class CardStore {
  readonly #opener: CardOpener;
  readonly #thread: CardThread;
  readonly #placeOf: PlaceFinder;
  readonly #onError: (error: unknown) => void;
  readonly #entries = new Map<string, Entry>();

  constructor(opener: CardOpener, thread: CardThread, placeOf: PlaceFinder, onError: (error: unknown) => void) {
    this.#opener = opener;
    this.#thread = thread;
    this.#placeOf = placeOf;
    this.#onError = onError;
  }

  /** The analysis of the document as it is now; null where it changed again before its turn came. */
  async open(document: TextDocument): Promise<CardHandle | null> {
    const place = await this.#placeOf(document);
    const key = document.uri.toString();
    const entry = this.#entries.get(key);
    if (entry?.version === document.version && isSamePlace(entry.place, place)) return entry.handle;

    const next: Entry = { version: document.version, place, handle: Promise.resolve(null) };
    next.handle = this.#analyse(document, next, entry).catch((error: unknown) => {
      if (this.#entries.get(key) === next) this.#entries.delete(key);
      this.#onError(error);
      return null;
    });
    this.#entries.set(key, next);
    return next.handle;
  }

  /** The analysis of the document's newest text, however often it changes meanwhile; null where that never ends. */
  async openNewest(document: TextDocument): Promise<CardHandle | null> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const card = await this.open(document);
      if (card?.version === document.version) return card;
    }
    return null;
  }

  /** Forgets a document. */
  close(document: TextDocument): void {
    const key = document.uri.toString();
    if (this.#entries.delete(key)) this.#thread.close(key);
  }

  async #analyse(document: TextDocument, entry: Entry, previous: Entry | undefined): Promise<CardHandle | null> {
    const { version, place } = entry;
    const text = document.getText();
    if (!isLong(text)) {
      await this.#opener.load();
      const card = this.#opener.open(text, place, previous?.card);
      entry.card = card;
      return {
        version,
        overview: card.overview(),
        table: (number) => Promise.resolve(card.table(number)),
        extract: (from, choice) => Promise.resolve(card.extract(from, choice)),
        claims: () => Promise.resolve(card.claims()),
        navigation: () => Promise.resolve(card.navigation()),
        problems: async () => {
          // The first check loads code and data: whatever else waits has its turn between the analysis and that.
          await new Promise(setImmediate);
          return card.problems();
        },
        mendable: (places) => Promise.resolve(card.mendable(places)),
        hubProblems: (verdict) => Promise.resolve(card.hubProblems(verdict)),
      };
    }
    // One version at a time: those that were overtaken while they waited are dropped.
    await previous?.handle;
    if (document.version !== version || document.isClosed) return null;
    const key = document.uri.toString();
    return {
      version,
      overview: await this.#thread.open(key, version, text, place),
      table: (number) => this.#thread.query(key, version, 'table', number),
      extract: (from, choice) => this.#thread.query(key, version, 'extract', from, choice),
      claims: () => this.#thread.query(key, version, 'claims'),
      navigation: () => this.#thread.query(key, version, 'navigation'),
      problems: () => this.#thread.query(key, version, 'problems'),
      mendable: (places) => this.#thread.query(key, version, 'mendable', places),
      hubProblems: (verdict) => this.#thread.query(key, version, 'hubProblems', verdict),
    };
  }
}

function isLong(text: string): boolean {
  if (text.length >= LONG_CARD) return true;
  const frontMatter = locateFrontMatter(text);
  return frontMatter.kind === 'present' && frontMatter.block.end - frontMatter.block.start >= LONG_FRONT_MATTER;
}

function isSamePlace(a: CardPlace, b: CardPlace): boolean {
  return a.repositoryId === b.repositoryId && a.folder === b.folder && a.byteOrderMark === b.byteOrderMark;
}
