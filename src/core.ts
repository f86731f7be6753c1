/**
 * The core: everything that is known of a card and can be done with one, without a program around it. The editor and
 * the command line load its bundle when they meet the first card.
 */
export { whyHidden } from './card/frontMatter';
export { mergeDiff, shortenDiff } from './card/mergeDiff';
export { hasConflictMarks, threeWay } from './card/threeWay';
export { matchModel, sameModel } from './tables/modelName';
export { plainText } from './tables/plainText';
export { NO_SCORES_LABEL } from './tables/reading';
export { analyzeCard, cardNames, parseCard } from './results/analysis';
export { parseBenchmarks } from './results/benchmarks';
export { chooseOwnModel } from './results/cardModel';
export { besideCardScale, onCardScale } from './results/cardScale';
export { claimLines } from './results/claimLines';
export { cardAsSource, defaultTaskType } from './results/draftCommon';
export { checkCommon, checkDrafts, toResults } from './results/draftResults';
export { draftScores } from './results/drafts';
export { entryName } from './results/entryName';
export { readBenchmarkFile } from './results/evalResults/benchmarkFile';
export { convertModelIndex } from './results/evalResults/convert';
export { isSameRow } from './results/evalResults/entry';
export { entryOf } from './results/evalResults/entryOf';
export { planEvalMerge } from './results/evalResults/merge';
export { parseRegistered } from './results/evalResults/registered';
export { modelIndexYaml, planMerge } from './results/merge';
export { withShots } from './results/shots';
// For the bundles of the checks and of pasted tables, which hold no parsers of their own.
export { isAlias, isMap, isScalar, isSeq } from 'yaml';
export { parseFragment } from 'parse5';
export { pairOf, parseMetadata, parseYaml, resolved, valueOf } from './results/modelIndex/document';
export { planResultsTable, tabledResults } from './results/resultsTable';
export { draftRun } from './results/runs/draftRun';
export { pastedModel, pastedSource } from './results/pastedSource';
export { cardScale } from './results/scale';
export { tableStanding } from './results/standing';
export { takeDrafts } from './results/takeDrafts';
export type { FrontMatter } from './card/frontMatter';
export type { LineBreak, TextEdit, TextRange } from './card/text';
export type { Benchmark, Benchmarks } from './results/benchmarks';
export type { ClaimLine } from './results/claimLines';
export type { EvaluationResult, MetricValue } from './results/evaluationResult';
export type * from './results/types';
export type { Cell, FoundTables, Grid, NearTable } from './tables/grid';
export type { ModelReading, NoScoresReason, Orientation, Score, SkippedCell, TableReading } from './tables/reading';
