// The messages between the panel's page and the editor, and the guards that check each one when it arrives. The editor's side imports
// its guards by their files, so that its bundle has no others.

export type { DiffHunk } from '../../../card/mergeDiff';
export type { TableContent } from '../../analysis/tableContent';
export type { EvalEntryRow, EvalLeftOut, EvalResultsView, EvalTask } from '../../evalResults/evalView';
export type { ChosenModel, DraftEdit, EditableField, EvalChoice, ExtractionChoice } from '../../extract/choice';
export type { EditableDraft } from '../../extract/draftEdits';
export type { ConflictOption, EntryOptions, MergeOutcome, ModelOption } from '../../extract/extraction';
export { isFromPage } from './fromPage';
export type { CardTitle, FromPage, PanelState, PanelView, ToPage } from './messages';
export { isPanelState } from './state';
export { isToPage } from './toPage';
