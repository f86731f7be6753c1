import type { HubRequest, Reply } from './exchange';

/** Something that goes wrong with an answer. */
export type Fault =
  /** Another answer instead of the endpoint's. */
  | { readonly kind: 'answer'; readonly reply: Reply }
  /** The connection ends before the endpoint ran, within its answer, or after it ran and before its answer. */
  | { readonly kind: 'cut'; readonly when: 'before' | 'within' | 'after' }
  /** The endpoint runs, and its answer stops after the first half. */
  | { readonly kind: 'slow' }
  /** The endpoint runs, and its answer says that it is of another type. */
  | { readonly kind: 'content-type'; readonly type: string }
  /** The endpoint runs, and the end of its answer is lost. */
  | { readonly kind: 'broken-json' };

/** Which requests a fault meets, and how many of them. */
export interface FaultPlan {
  readonly fault: Fault;
  readonly matches?: (request: HubRequest) => boolean;
  /** Once unless told otherwise. */
  readonly times?: number;
}

/** The faults that a test has switched on. */
export class Faults {
  readonly #plans: { readonly plan: FaultPlan; left: number }[] = [];

  /** Switches a fault on; the function it gives back switches it off. */
  add(plan: FaultPlan): () => void {
    const entry = { plan, left: plan.times ?? 1 };
    this.#plans.push(entry);
    return () => {
      entry.left = 0;
    };
  }

  /** Switches all faults off. */
  clear(): void {
    this.#plans.length = 0;
  }

  /** The fault that meets a request, counted as used. */
  take(request: HubRequest): Fault | null {
    const entry = this.#plans.find(({ plan, left }) => left > 0 && (plan.matches?.(request) ?? true));
    if (entry === undefined) return null;
    entry.left--;
    return entry.plan.fault;
  }
}
