import type { TableContent } from '../../analysis/tableContent';
import type { EvalResultsView } from '../../evalResults/evalView';
import type { ExtractionChoice } from '../../extract/choice';
import type { Extraction } from '../../extract/extraction';
import type { ExtractFrom } from '../../extract/extractFrom';

/** What a panel needs to be opened again after a window reload. */
export interface PanelState {
  /** The card. */
  readonly uri: string;
  readonly from: ExtractFrom;
  readonly choice: ExtractionChoice;
}

/** The parts of an extraction that the page shows. */
export type PanelView = Omit<Extraction, 'edits' | 'yaml'> & { readonly hasYaml: boolean };

/** Which card the panel speaks of. */
export interface CardTitle {
  /** Path in the workspace. */
  readonly path: string;
}

/** What the editor tells the page; it says nothing before the page is ready. */
export type ToPage =
  /** Begin with this state; the page keeps it for window reloads. */
  | { readonly type: 'start'; readonly state: PanelState; readonly card: CardTitle; readonly tasks: readonly string[] }
  /** The table, or the scores from elsewhere as one, when it is new or has changed. */
  | { readonly type: 'table'; readonly from: ExtractFrom; readonly table: TableContent }
  /** What the choice with this number means. */
  | { readonly type: 'view'; readonly choice: number; readonly view: PanelView }
  /** What it means for files of `.eval_results/`; it may come again with more that the Hub says. */
  | { readonly type: 'evalResults'; readonly choice: number; readonly view: EvalResultsView }
  | { readonly type: 'gone'; readonly message: string }
  | { readonly type: 'status'; readonly level: 'info' | 'error'; readonly message: string };

/** What the page tells the editor. */
export type FromPage =
  | { readonly type: 'ready' }
  /** Choices are numbered, so that an answer to an older one is not taken for the newest's. */
  | { readonly type: 'choose'; readonly number: number; readonly choice: ExtractionChoice }
  /** The fingerprints of what was shown. */
  | { readonly type: 'apply'; readonly seen: string; readonly seenBeside: string }
  | { readonly type: 'preview' | 'copyYaml' | 'copyReproduce' | 'moveUp' | 'goToProblem' | 'chooseTable' }
  /** Copy the command in this place among those whose results the Hub verifies. */
  | { readonly type: 'copyVerify' | 'evaluateVerified'; readonly index: number }
  /** Show this 1-based line of the card. */
  | { readonly type: 'reveal'; readonly line: number };
