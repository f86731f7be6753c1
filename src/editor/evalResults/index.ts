/** Files of `.eval_results/` beside a card: a bundle of its own, loaded when scores are first to go there. */
export { EvalResults, type EvalResultsParts } from './evalResults';
export { chooseBeside, hasLeaderboard } from './quickPicks';
