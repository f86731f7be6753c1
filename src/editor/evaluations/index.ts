/** Evaluations in the editor: a bundle of its own, loaded when one is first planned or their view is first shown. */
export { Evaluations } from './evaluations';
export type { EvaluationNode } from './evaluationTree';
export type { EvaluationParts } from './evaluationParts';
