import type { ErrorCode } from 'yaml';
import type { FrontMatter } from '../card/frontMatter';
import type { TextEdit, TextRange } from '../card/text';
import type { Grid, NearTable } from '../tables/grid';
import type { WantedName } from '../tables/modelName';
import type { TableReading } from '../tables/reading';
import type { EvaluationResult } from './evaluationResult';

/** One metric of one result that the card's model-index holds now. */
export interface IndexedMetric {
  readonly result: EvaluationResult;
  /** Positions in `model-index`: entry, result, metric, 0-based. */
  readonly entry: number;
  readonly position: readonly [result: number, metric: number];
  /** The metric's range and its value's range in the card. */
  readonly range: TextRange;
  readonly valueRange: TextRange;
  /** 1-based line of the metric. */
  readonly line: number;
  readonly verified: boolean;
}

/** One entry of `model-index`: a model's name and what is claimed for it. */
export interface ModelIndexEntry {
  readonly name: string | null;
  readonly range: TextRange;
  readonly metrics: readonly IndexedMetric[];
}

/** What the front matter says that other parts need, as plain data. */
export interface CardMetadata {
  /** Set where the YAML cannot be read, or is no map: then nothing below is known and nothing may be edited. */
  readonly problem?: {
    /** The code of an error of the YAML library, or what else keeps it from being read. */
    readonly reason: ErrorCode | 'alias' | 'aliases' | 'no-map' | 'too-deep' | 'unclosed';
    readonly message: string;
    readonly line: number;
    readonly column: number;
    readonly offset: number;
  };
  /** Top-level keys in order. */
  readonly keys: readonly string[];
  readonly pipelineTag?: string;
  readonly entries: readonly ModelIndexEntry[];
}

/** How a table's scores stand against model-index, for the model of the card (or over all its models where none is it). */
export interface Standing {
  readonly scores: number;
  readonly present: number;
  readonly different: number;
}

/** A table of the card: `number` is its 1-based place among all tables, as `inspect` prints it. */
export interface CardTable {
  readonly number: number;
  readonly grid: Grid;
  readonly reading: TableReading;
}

/** All that is known of one version of a card's text. Plain data: it crosses threads and is never changed. */
export interface CardAnalysis {
  readonly frontMatter: FrontMatter;
  /** Text of the YAML block this was read from: unchanged text is not parsed again. */
  readonly yamlText: string | null;
  readonly metadata: CardMetadata;
  /** Plain text of the first heading. */
  readonly title?: string;
  readonly tables: readonly CardTable[];
  readonly nearTables: readonly NearTable[];
}

/** A name the card's model goes by. */
export type CardName = WantedName;

/** One result on its way into the card, as a flat record a person can edit. All texts; empty means "none". */
export interface ResultDraft {
  /** Stable within one source. */
  readonly id: string;
  readonly include: boolean;
  /** The benchmark's pretty name. */
  readonly name: string;
  readonly datasetId: string;
  readonly config: string;
  readonly split: string;
  readonly metricType: string;
  readonly metricName: string;
  readonly shots: string;
  readonly value: string;
  readonly uncertainty: string;
  readonly unit: '' | '%';
  readonly higherIsBetter?: boolean;
  /** 1-based line of the card that it was read from. */
  readonly line?: number;
  /** Sentences a person should see: the dataset id is made up, the pair is not named, … */
  readonly notes: readonly string[];
  /** The average that stands for it, of which it is a part. */
  readonly partOf?: string;
  /** Value and uncertainty on the scale of the card's results, where that is the other one, and a sentence that says so. */
  readonly converted?: { readonly value: string; readonly uncertainty: string; readonly note: string };
  /** What nobody edits: it goes along as the source states it. */
  readonly facts?: Pick<EvaluationResult, 'samples' | 'partial' | 'date' | 'run' | 'origin'> & {
    readonly revision?: string;
  };
}

/** One score of a table; its id is `row:column` and, for a pair, `:part`. */
export interface ScoreDraft extends ResultDraft {
  readonly line: number;
  /** The place of the cell in the grid. */
  readonly row: number;
  readonly column: number;
}

/** A model with its results, as a source other than a table of the card gives them. */
export interface ScoredModel {
  readonly name: string;
  readonly drafts: readonly ResultDraft[];
  /** The source says itself that it is the card's model. */
  readonly own?: boolean;
  /** What the results name as their source, unless a person says otherwise. */
  readonly sourceName: string;
  readonly sourceUrl: string;
}

/** Scores from elsewhere than the card's tables. */
export interface ScoreSource {
  readonly kind: 'scores';
  /** What it is called, as the subject of a sentence. */
  readonly title: string;
  /** What a person should know before using it, a sentence each. */
  readonly warnings: readonly string[];
  readonly models: readonly ScoredModel[];
  /** How to get these scores again, as Markdown, where that is known. */
  readonly reproduce?: string;
}

/** What all results of one extraction share. An empty `sourceUrl` writes no source. */
export interface DraftCommon {
  readonly taskType: string;
  readonly sourceUrl: string;
  readonly sourceName: string;
}

/** Something that must be mended in a draft before it can be merged. */
export interface DraftProblem {
  readonly id: string;
  readonly field: keyof ScoreDraft | keyof DraftCommon;
  readonly message: string;
}

/** The card claims another value for the same measurement; the person decides. */
export interface MergeConflict {
  /** Stable for the same pair of claims. */
  readonly id: string;
  readonly existing: IndexedMetric;
  readonly wanted: EvaluationResult;
  readonly decision: 'keep' | 'replace';
}

/** What a merge is asked for. */
export interface MergeOptions {
  /** 0-based entry of model-index to add to; needed only where there are several. */
  readonly entry?: number;
  /** The name of a new entry where there is none. */
  readonly entryName: string;
  readonly decisions?: Readonly<Record<string, 'keep' | 'replace'>>;
  /** For conflicts without a decision of their own; `keep` if absent, and for values that the Hub has verified. */
  readonly onConflict?: 'keep' | 'replace';
}

/** A merge worked out on one text of the card, or why there can be none. */
export type MergePlan =
  | {
      readonly kind: 'merge';
      /** The smallest edits on the given text; empty where nothing changes. */
      readonly edits: readonly TextEdit[];
      /** The text after the edits. */
      readonly text: string;
      readonly added: readonly EvaluationResult[];
      /** What is added, as a model-index of its own; empty where nothing is. */
      readonly yaml: string;
      /** Results that repeat an earlier one of those that are added. */
      readonly repeated: readonly EvaluationResult[];
      readonly same: readonly IndexedMetric[];
      readonly conflicts: readonly MergeConflict[];
    }
  /** Front matter that the Hub would not see; `fix` moves it to the top. */
  | { readonly kind: 'hidden-front-matter'; readonly message: string; readonly fix: readonly TextEdit[] }
  /** Front matter that cannot be read, or that is read but written in a way that no edit of ours fits. */
  | {
      readonly kind: 'broken-front-matter' | 'not-editable';
      readonly message: string;
      readonly line: number;
      readonly column: number;
    }
  | { readonly kind: 'choose-entry'; readonly message: string; readonly names: readonly (string | null)[] };
