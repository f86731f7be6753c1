/** Many cards at once. The command line loads its bundle when it is asked for a batch. */
export { fatesOf, proposeAll, reviewAll, withdrawAll } from './batch';
export { type BatchCard, CARD_PATH, cardName, type FileCard, type FoundCard, modelOf } from './card';
export { type CardChange, changeOf, type NoChange } from './change';
export { checkText, type Knowledge } from './checkedCard';
export type { BatchRun } from './each';
export { type Fate, openedIn } from './fates';
export { cardsIn } from './folder';
export { commitTimes, Journal, sinceReview } from './journal';
export type { JournalProblem, JournalRecord } from './journalRecords';
export type { FailedCard, Outcome, PassedCard, PassedFor } from './outcome';
export { COMMITS_PER_HOUR, Pace } from './pace';
export type { ProposalOptions } from './proposer';
export {
  fateSections,
  jsonReport,
  markdownReport,
  OPPORTUNITIES,
  proposalSections,
  type ReportSection,
  reviewSections,
  factsOf,
} from './report';
export { type CardReview, opportunitiesOf, type Opportunity, type ReadyChange, readyChange } from './review';
export { SkipList } from './skipList';
export { openSource, type Source, type SourceName } from './sources';
export { DEFAULT_TEMPLATE, readTemplate, type Template } from './template';
export { USUAL_COMMENT, type Withdrawal } from './withdraw';
