/**
 * The Hub over HTTP. The editor and the command line load its bundle when they first need the network; what they
 * import from here otherwise is types.
 */
export { type Account, type Membership, type TokenRole, type TokenScope, whoAmI } from './account';
export { mayAccess } from './access';
export { type CommitDone, type CommitRequest, writeCommit } from './commit';
export { type ConnectionOptions, HubConnection } from './connection';
export { benchmarkFile, officialBenchmarks, searchDatasets } from './datasets';
export { type FileChange, fileChanges, textBefore } from './fileChanges';
export type { Discussion, DiscussionDetail, DiscussionEvent, DiscussionStatus } from './discussion';
export {
  closeWithComment,
  comment,
  discussionDetail,
  type DiscussionFilter,
  type DiscussionPage,
  type DiscussionReference,
  listDiscussions,
  listDiscussionsIfChanged,
  merge,
  openPullRequests,
  rename,
  setStatus,
} from './discussions';
export type { HubFailure, HubResult, Subject } from './failure';
export {
  type FileEntry,
  type GitReference,
  type GitReferences,
  type HubFile,
  listFiles,
  listReferences,
  readFile,
  readFileIfChanged,
} from './files';
export {
  findToken,
  type FoundToken,
  hubUrlOf,
  readDotEnv,
  type StoredToken,
  storedTokens,
  type TokenPlaces,
} from './findToken';
export { type Accelerator, type Hardware, listHardware } from './jobs/hardware';
export { isOver, type Job, type JobReference } from './jobs/job';
export { cancelJob, getJob, jobBody, type JobSpec, listJobs, RUN_LABEL, submitJob } from './jobs/jobs';
export { followLog, type LogFollower } from './jobs/log';
export { mayRunJobs, payers } from './jobs/rights';
export { leaderboard, type LeaderboardEntry } from './leaderboard';
export {
  evalResults,
  type HubEvalResult,
  modelInfo,
  type ModelInfo,
  modelsOf,
  type ModelSummary,
  searchModels,
} from './models';
export { mayCallProviders, mayCommit, mayOpenPullRequest, type Permission } from './permissions';
export { formatAddress, formatReference, type HubReference, parseAddress, parseReference } from './reference';
export { systemTimers, type Timers } from '../http/timers';
export { describeSource, HubToken, type TokenSource } from './token';
export { validateYaml, type YamlRemark, type YamlVerdict } from './validateYaml';
export { type ModelProvider, type ModelWeights, modelWeights } from './weights';
