import type { DiffHunk } from '../../card/mergeDiff';
import type { TextEdit } from '../../card/text';
import type { CardName, DraftCommon, DraftProblem } from '../../results/types';
import type { EditableDraft } from './draftEdits';

/** A model of the table or another source, as a person chooses among them. */
export interface ModelOption {
  readonly index: number;
  /** Empty in a table that names no model. */
  readonly name: string;
  readonly scores: number;
  /** Its name is, token by token, a name that the card goes by, or the source says so. */
  readonly own: boolean;
}

/** Two claims that contradict each other, as texts. */
export interface ConflictOption {
  readonly id: string;
  readonly name: string;
  readonly metric: string;
  readonly existing: { readonly value: string; readonly line: number; readonly verified: boolean };
  readonly wanted: { readonly value: string; readonly place: string };
  readonly decision: 'keep' | 'replace';
}

/** Which entry of model-index the results go to. */
export type EntryOptions =
  | { readonly kind: 'new'; readonly name: string }
  | { readonly kind: 'sole'; readonly name: string }
  | { readonly kind: 'several'; readonly names: readonly string[]; readonly chosen: number | null };

/** What the merge would do, or the sentence that says why there is none. */
export type MergeOutcome =
  | {
      readonly kind: 'merge';
      readonly added: number;
      readonly same: number;
      /** Scores that only repeat another one. */
      readonly repeated: number;
      readonly conflicts: readonly ConflictOption[];
      /** Whether a table of the body is made or changed, too. */
      readonly table: boolean;
      readonly diff: readonly DiffHunk[];
      /** How many lines of the diff are left out, because so many help nobody. */
      readonly linesLeftOut: number;
    }
  | { readonly kind: 'choose-model' | 'nothing-chosen' | 'mend-first' | 'choose-entry'; readonly message: string }
  | { readonly kind: 'hidden-front-matter'; readonly message: string }
  | {
      readonly kind: 'broken-front-matter' | 'not-editable';
      readonly message: string;
      readonly line: number;
      readonly column: number;
    };

/** Everything a person decides and sees about extracting one table or other source, worked out on one version of the card. */
export interface Extraction {
  readonly names: readonly CardName[];
  /** The name that one of the models goes by, token by token. */
  readonly matched: CardName | null;
  readonly models: readonly ModelOption[];
  /** Models whose name comes close, most likely first, where none is the card's own. */
  readonly candidates: readonly number[];
  /** The chosen or preselected model. */
  readonly model: number | null;
  /** The model is not the card's by name, and the person has not confirmed that its scores are the card's. */
  readonly needsConfirmation: boolean;
  /** The model is not the card's by name, so a confirmation is (or was) asked for. */
  readonly asksConfirmation: boolean;
  readonly drafts: readonly EditableDraft[];
  readonly problems: readonly DraftProblem[];
  readonly common: DraftCommon;
  readonly entry: EntryOptions;
  readonly merge: MergeOutcome;
  /** What Apply would change: the merge with the table of the body, or moving hidden front matter to the top. */
  readonly edits: readonly TextEdit[];
  /** The results on their own, to be copied; empty where there are none. */
  readonly yaml: string;
  /** Two extractions with the same one would write the same results and decide the same conflicts. */
  readonly fingerprint: string;
}
