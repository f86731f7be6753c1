import type { CommandTarget } from '../openedCard';
import type { EvaluationParts } from './evaluationParts';
import type { PlannedRun } from './plannedRun';
import { planEvaluation } from './plan/planEvaluation';

/** Evaluations of this editor and of the account's jobs: planned, started, followed. */
export class Evaluations {
  readonly #parts: EvaluationParts;

  constructor(parts: EvaluationParts) {
    this.#parts = parts;
  }

  /** Plans an evaluation of a card's model with the person, and starts it. */
  async evaluate(target: CommandTarget): Promise<void> {
    const card = await this.#parts.cardOf(target);
    const planned = card && (await planEvaluation(card, this.#parts));
    if (planned) await this.start(planned);
  }

  /** Starts a planned run, or has it wait for its GPU. */
  async start(planned: PlannedRun): Promise<void> {
    await Promise.reject(new Error(`Starting ${planned.request.model} is yet to be written.`));
  }
}
