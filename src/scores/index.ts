/**
 * The scores of Artificial Analysis. The editor and the command line load its bundle when they are first asked for; what
 * they import from here otherwise is types.
 */
export { type AgedList, cachedList, describeAge, type ListStore } from './cachedList';
export { type ClientOptions, ScoresClient } from './client';
export { scoresFailure, type ScoresFailure, type ScoresResult } from './failure';
export { baseUrlOf, findKey } from './findKey';
export { ApiKey } from './key';
export { listFile } from './listFile';
export { efforts, modelsOf, nearestModels, rowsNamed, rowsOfCard } from './match';
export type { MeasuredModel, ModelList } from './modelList';
export { scoreSource, TITLE } from './source';
