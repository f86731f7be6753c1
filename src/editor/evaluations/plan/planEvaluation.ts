import type * as vscode from 'vscode';
import type { EvaluationParts } from '../evaluationParts';
import type { PlannedRun } from '../plannedRun';

/** Asks what to evaluate of a card's model, with what, and where; undefined where the person left. */
export function planEvaluation(_card: vscode.TextDocument, _parts: EvaluationParts): Promise<PlannedRun | undefined> {
  return Promise.resolve(undefined);
}
