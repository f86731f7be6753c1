/** Commands that package.json contributes. */
export const Command = {
  extractTable: 'modelCard.extractTable',
  extractWithQuickPicks: 'modelCard.extractWithQuickPicks',
  extractFromClipboard: 'modelCard.extractFromClipboard',
  extractFromClipboardWithQuickPicks: 'modelCard.extractFromClipboardWithQuickPicks',
  pasteTable: 'modelCard.pasteTable',
  showResults: 'modelCard.showResults',
  addResults: 'modelCard.addResults',
  importScores: 'modelCard.importScores',
  changeScoresKey: 'modelCard.changeScoresKey',
  checkAllCards: 'modelCard.checkAllCards',
  newCard: 'modelCard.newCard',
  showLog: 'modelCard.showLog',
  signIn: 'modelCard.hub.signIn',
  switchAccount: 'modelCard.hub.switchAccount',
  signOut: 'modelCard.hub.signOut',
  showAccount: 'modelCard.hub.showAccount',
  openFromHub: 'modelCard.hub.open',
  publish: 'modelCard.hub.publish',
  discardDraft: 'modelCard.hub.discardDraft',
  compareWithHub: 'modelCard.hub.compare',
  pushToHub: 'modelCard.hub.push',
  chooseModel: 'modelCard.hub.chooseModel',
  validateWithHub: 'modelCard.hub.validate',
  extractRow: 'modelCard.thisCard.extractTable',
  showTableOfRow: 'modelCard.thisCard.showTable',
  fixRow: 'modelCard.thisCard.fix',
  refreshPullRequests: 'modelCard.pullRequests.refresh',
  watchModel: 'modelCard.pullRequests.watch',
  unwatchModel: 'modelCard.pullRequests.unwatch',
  showPullRequest: 'modelCard.pullRequests.show',
  diffPullRequest: 'modelCard.pullRequests.diff',
  browsePullRequest: 'modelCard.pullRequests.browse',
  checkOutPullRequest: 'modelCard.pullRequests.checkOut',
  commentPullRequest: 'modelCard.pullRequests.comment',
  closePullRequest: 'modelCard.pullRequests.close',
  reopenPullRequest: 'modelCard.pullRequests.reopen',
  readyPullRequest: 'modelCard.pullRequests.markReady',
  mergePullRequest: 'modelCard.pullRequests.merge',
  copyPullRequestLink: 'modelCard.pullRequests.copyLink',
  evaluate: 'modelCard.evaluate',
  refreshEvaluations: 'modelCard.evaluations.refresh',
  showRunLog: 'modelCard.evaluations.showLog',
  addRunResults: 'modelCard.evaluations.addResults',
  cancelRun: 'modelCard.evaluations.cancel',
  runAgain: 'modelCard.evaluations.runAgain',
  copyRunCommand: 'modelCard.evaluations.copyCommand',
  browseJob: 'modelCard.evaluations.browse',
  removeRun: 'modelCard.evaluations.remove',
  reviewMany: 'modelCard.reviewMany',
  proposeTicked: 'modelCard.manyCards.propose',
  fatesOfMany: 'modelCard.manyCards.status',
  withdrawMany: 'modelCard.manyCards.withdraw',
  saveManyReport: 'modelCard.manyCards.saveReport',
  openManyCard: 'modelCard.manyCards.open',
  openManyTable: 'modelCard.manyCards.openTable',
  diffManyCard: 'modelCard.manyCards.diff',
} as const;

/** Commands that only our own lenses and links run; they take arguments and are not contributed. */
export const InternalCommand = {
  /** Opens the panel on one table: `[uri: string, line: number]`. */
  openPanel: 'modelCard.openPanel',
  /** Shows a 1-based line and column of a card: `[uri: string, line: number, column?: number]`. */
  revealLine: 'modelCard.revealLine',
  /** Shows how a pull request changes a file: `[model: string, number: number, path: string, line?: number]`. */
  diffFile: 'modelCard.diffFile',
  /** Reads the next page of a list of pull requests: `[model: string, status: 'open' | 'closed']`. */
  loadMore: 'modelCard.loadMore',
} as const;

/** The tools for an agent, as package.json describes them and the command line serves them. */
export const AgentTool = {
  inspectTables: 'model_card_inspect_tables',
  extractResults: 'model_card_extract_results',
  validate: 'model_card_validate',
  listPullRequests: 'model_card_list_pull_requests',
  createPullRequest: 'model_card_create_pull_request',
  checkHardware: 'model_card_check_hardware',
  startEvaluation: 'model_card_start_evaluation',
  evaluationState: 'model_card_evaluation_state',
} as const;

/** The section all settings stand in. */
export const SETTINGS = 'modelCard';

/** The settings, by their name inside the section. */
export const Setting = {
  codeLens: 'codeLens',
  files: 'files',
  rules: 'rules',
  hubUrl: 'hub.url',
  hubSuggest: 'hub.suggest',
} as const;

/** Which tables get a lens. */
export type CodeLensSetting = 'all' | 'scores' | 'off';

/** Context keys that `when` clauses of package.json read. */
export const ContextKey = {
  /** The active editor shows a model card. */
  isModelCard: 'modelCard.isModelCard',
  /** The active editor shows a card of the Hub with a draft. */
  isHubDraft: 'modelCard.isHubDraft',
  /** Why the view of pull requests is empty: `signedOut` or `offline`; empty where it is not. */
  noPullRequests: 'modelCard.noPullRequests',
  /** Many cards were reviewed, so that their view has something to show. */
  hasManyCards: 'modelCard.hasManyCards',
} as const;

/** The views of the container "Model Cards". */
export const View = {
  thisCard: 'modelCard.thisCard',
  pullRequests: 'modelCard.pullRequests',
  evaluations: 'modelCard.evaluations',
  manyCards: 'modelCard.manyCards',
} as const;

/** Who owns our diagnostics; the problem matcher of package.json has the same name, so that one problem is shown once. */
export const DIAGNOSTICS = 'modelCard';

/** Whose diagnostics those are that the Hub itself makes. */
export const HUB_DIAGNOSTICS = 'modelCard.hub';

/** The type of our tasks, and the matcher that reads their output. */
export const TASK = 'modelCard';
export const PROBLEM_MATCHER = '$model-card';

/** The view type of the panel, as window reloads remember it. */
export const PANEL = 'modelCard.extractPanel';

/** Schemes of the documents that we show. */
export const Scheme = {
  /** Files on the Hub. */
  hub: 'hf',
  /** What the draft of a card on the Hub is based on. */
  hubBase: 'model-card-base',
  /** What a pull request changes: its summary, and its files as they were before. */
  pullRequest: 'model-card-pull-request',
  /** The log of an evaluation. */
  runLog: 'model-card-run',
  /** The card as it would be after the merge. */
  preview: 'model-card-preview',
  /** What the card claims now. */
  results: 'model-card-results',
} as const;
