import type { DraftCommon, ScoreDraft } from '../../results/types';

/** The fields of a score that a person may change. */
export type EditableField =
  'include' | 'name' | 'metricType' | 'datasetId' | 'config' | 'split' | 'shots' | 'value' | 'uncertainty';

/** What a person changed of one score. */
export interface DraftEdit {
  readonly id: string;
  /** What the score said when it was changed; see `draftIdentity`. */
  readonly of: string;
  readonly changes: Partial<Pick<ScoreDraft, EditableField>>;
}

/** A model of the table, by its place and its name. */
export interface ChosenModel {
  readonly index: number;
  readonly name: string;
}

/** What a person has chosen of files in `.eval_results/`; it stays while the results do not go there. */
export interface EvalChoice {
  readonly include: boolean;
  /** Task ids by dataset, where it has several or none that is known. */
  readonly taskIds: Readonly<Record<string, string>>;
  /** Notes that the person wrote, by what the score says in its source; see `draftIdentity`. */
  readonly notes: Readonly<Record<string, string>>;
  /** The day of results that tell none, ISO 8601. */
  readonly date?: string;
  /** Values that differ from those in the files replace them. */
  readonly replace?: boolean;
}

/** What a person has chosen so far; whatever is absent takes its default. */
export interface ExtractionChoice {
  readonly model?: ChosenModel;
  /** The model that the person confirmed to be the card's, where that was asked. */
  readonly confirmed?: ChosenModel;
  readonly edits: readonly DraftEdit[];
  readonly common: Partial<DraftCommon>;
  /** 0-based entry of model-index, where there are several. */
  readonly entry?: number;
  /** The name of a new entry. */
  readonly entryName?: string;
  readonly decisions: Readonly<Record<string, 'keep' | 'replace'>>;
  /** The results go into a table of the body, too. */
  readonly table?: boolean;
  readonly evalResults?: EvalChoice;
}

/** Nothing chosen yet. */
export const NO_CHOICE: ExtractionChoice = { edits: [], common: {}, decisions: {} };
