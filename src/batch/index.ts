/** Many cards at once. The command line loads its bundle when it is asked for a batch. */
export { fatesOf, proposeAll, reviewAll, withdrawAll } from './batch';
export { type BatchCard, type FileCard, modelOf } from './card';
export type { Knowledge } from './checkedCard';
export type { BatchRun } from './each';
export type { Fate } from './fates';
export { commitTimes, Journal } from './journal';
export type { JournalProblem } from './journalRecords';
export { listedLines } from './lines';
export type { FailedCard, Outcome, PassedFor } from './outcome';
export { COMMITS_PER_HOUR, Pace } from './pace';
export type { ProposalOptions } from './proposer';
export { fateSections, markdownReport, proposalSections, type ReportSection, reviewSections } from './report';
export type { CardReview } from './review';
export { SkipList } from './skipList';
export { DEFAULT_TEMPLATE, readTemplate, type Template } from './template';
export type { Withdrawal } from './withdraw';
