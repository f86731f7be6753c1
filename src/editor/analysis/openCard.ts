import { createHash } from 'node:crypto';
import type { Navigation } from '../../metadata/navigation';
import type { Benchmarks } from '../../results/benchmarks';
import type { CheckedFile } from '../../metadata/check';
import type { MendableProblem } from '../../metadata/combine';
import type { HubVerdict } from '../../metadata/hubMessages';
import type { Problem } from '../../metadata/problem';
import type { HubTerms } from '../../metadata/terms';
import type { ParsedCard } from '../../results/analysis';
import type { CardAnalysis, CardName, CardTable, ScoreSource } from '../../results/types';
import { type Core, loadMetadata } from '../cardCore';
import type { ExtractionChoice } from '../extract/choice';
import { type Candidates, sourceCandidates, tableCandidates } from '../extract/candidates';
import { extract } from '../extract/extract';
import type { Extraction } from '../extract/extraction';
import type { CardOverview, CardPlace, NearTableSummary, TableSummary } from './cardOverview';
import { type Claims, claimsOf } from './claims';
import { tableContent } from './readTableContent';
import type { TableContent } from './tableContent';

/** What can be asked of one version of a card; all answers are plain data that cross threads. */
export interface CardQueries {
  overview(): CardOverview;
  /** The cells of the table with this number, or null where there is none. */
  table(number: number): TableContent | null;
  /** What extracting the table with this number, or scores from elsewhere, would do; null where there is no such table. */
  extract(from: number | ScoreSource, choice: ExtractionChoice): Extraction | null;
  /** What model-index claims now. */
  claims(): Claims;
  /** The links and the outline of the front matter. */
  navigation(): Navigation;
  /** What is wrong with it, in the order of the text. */
  problems(): readonly Problem[];
  /** The problems in these places of `problems()`, or all, with what mends them. */
  mendable(places?: readonly number[]): readonly MendableProblem[];
  /** What the Hub says of it, each thing at its place. */
  hubProblems(verdict: HubVerdict): readonly Problem[];
}

/** The data files of the product, as the core reads them. */
export interface CardData {
  readonly benchmarks: Benchmarks;
  terms(): HubTerms;
}

const LONGEST_HEADER = 200;

const NOWHERE: Navigation = { links: [], outline: [], topLevel: [] };

/** One version of a card, analysed. */
export class OpenCard implements CardQueries {
  readonly #core: Core;
  readonly #data: CardData;
  readonly #text: string;
  readonly #place: CardPlace;
  readonly #parsed: ParsedCard;
  readonly #names: readonly CardName[];
  #navigation: Navigation | undefined;
  /** What was checked of the version before, until this one is. */
  #checkedBefore: CheckedFile | undefined;
  #checked: CheckedFile | undefined;

  /** Analyses `text`; what is known of its `previous` version is used again where it still holds. */
  constructor(core: Core, data: CardData, text: string, place: CardPlace, previous?: OpenCard) {
    this.#core = core;
    this.#data = data;
    this.#text = text;
    this.#place = place;
    this.#parsed = core.parseCard(text, previous && previous.#parsed);
    this.#names = core.cardNames(this.#analysis, place);
    if (previous && previous.#analysis.metadata === this.#analysis.metadata) this.#navigation = previous.#navigation;
    this.#checkedBefore = previous && (previous.#checked ?? previous.#checkedBefore);
  }

  overview(): CardOverview {
    return {
      names: this.#names,
      tables: this.#analysis.tables.map((table) => this.#summary(table)),
      nearTables: this.#analysis.nearTables.map(({ line, message }): NearTableSummary => ({ line, message })),
    };
  }

  table(number: number): TableContent | null {
    const table = this.#analysis.tables[number - 1];
    return table ? tableContent(table, this.#text, this.#core) : null;
  }

  extract(from: number | ScoreSource, choice: ExtractionChoice): Extraction | null {
    const candidates = typeof from === 'number' ? this.#candidates(from) : sourceCandidates(from);
    if (candidates === null) return null;
    const card = { text: this.#text, analysis: this.#analysis, names: this.#names };
    return extract(card, candidates, choice, this.#core, this.#data.benchmarks);
  }

  claims(): Claims {
    return claimsOf(this.#analysis, this.#core.claimLines(this.#analysis, this.#names, this.#data.benchmarks));
  }

  problems(): readonly Problem[] {
    return this.#check().problems;
  }

  mendable(places?: readonly number[]): readonly MendableProblem[] {
    return this.#check().mendable(places);
  }

  hubProblems(verdict: HubVerdict): readonly Problem[] {
    return loadMetadata().placeHubVerdict(this.#text, this.#parsed, verdict);
  }

  #candidates(number: number): Candidates | null {
    const table = this.#analysis.tables[number - 1];
    return table ? tableCandidates(table, this.#place, this.#core, this.#data.benchmarks) : null;
  }

  get #analysis(): CardAnalysis {
    return this.#parsed.analysis;
  }

  #check(): CheckedFile {
    if (this.#checked) return this.#checked;
    const { byteOrderMark = false } = this.#place;
    const { benchmarks } = this.#data;
    const known = { names: this.#names, benchmarks, terms: this.#data.terms(), byteOrderMark };
    this.#checked = loadMetadata().checkCard(this.#text, this.#parsed, known, this.#checkedBefore);
    this.#checkedBefore = undefined;
    return this.#checked;
  }

  navigation(): Navigation {
    const { document } = this.#parsed;
    return (this.#navigation ??= document === null ? NOWHERE : loadMetadata().navigationOf(document));
  }

  #summary(table: CardTable): TableSummary {
    const { grid, reading, number } = table;
    const hasClaims = this.#analysis.metadata.entries.some(({ metrics }) => metrics.length > 0);
    return {
      number,
      line: grid.line,
      endLine: grid.endLine,
      title: grid.headings.at(-1) ?? grid.caption ?? '',
      header: this.#header(table),
      checksum: createHash('sha1').update(this.#text.slice(grid.start, grid.end)).digest('base64'),
      evaluation: reading.evaluation,
      reason: reading.noScores === undefined ? '' : this.#core.NO_SCORES_LABEL[reading.noScores],
      models: reading.models.length,
      benchmarks: reading.benchmarks,
      standing:
        reading.evaluation && hasClaims
          ? this.#core.tableStanding(this.#analysis, table, this.#names, this.#data.benchmarks)
          : null,
    };
  }

  #header({ grid }: CardTable): string {
    const texts: string[] = [];
    let length = 0;
    for (const cell of new Set(grid.rows[0] ?? [])) {
      if (cell === null || length > LONGEST_HEADER) continue;
      const text = this.#core.plainText(this.#text.slice(cell.start, Math.min(cell.end, cell.start + LONGEST_HEADER)));
      texts.push(text);
      length += text.length;
    }
    return texts.filter((text) => text !== '').join(' | ');
  }
}
