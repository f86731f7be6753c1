/** Files of `.eval_results/` beside a card: a bundle of its own, loaded when a panel's scores are first to go there. */
export { EvalResults, type EvalResultsParts } from './evalResults';
