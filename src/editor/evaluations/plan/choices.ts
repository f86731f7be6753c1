import type { Memento } from 'vscode';
import type { Framework, RunOptions, RunRequest } from '../../../runs';
import type { PlannedRun } from '../plannedRun';

const KEY = 'evaluations.choices';
const MOST_MODELS = 50;
const MOST_TASKS = 20;

/** What was chosen for the last run of a model. */
export interface Chosen extends Pick<RunRequest, 'framework' | 'backend' | 'tasks' | 'options'> {
  /** Absent where no run was ever placed. */
  readonly place?: ChosenPlace | undefined;
  /** Tasks of its runs by their framework, the newest first. */
  readonly recent: Readonly<Partial<Record<Framework, readonly string[]>>>;
}

type ChosenPlace =
  | { readonly kind: 'here' }
  | { readonly kind: 'job'; readonly namespace: string; readonly flavor: string; readonly timeoutSeconds: number };

/** Remembers what was chosen for each model. */
export class Choices {
  readonly #memory: Memento;

  constructor(memory: Memento) {
    this.#memory = memory;
  }

  /** What was chosen the last time for a model. */
  of(model: string): Chosen | undefined {
    return this.#all().find(([name]) => name === model)?.[1];
  }

  /** The tasks that ran lately: those of a model first, then those of others. */
  recentTasks(model: string, framework: Framework): readonly string[] {
    const own = this.of(model)?.recent[framework] ?? [];
    return [...new Set([...own, ...this.#all().flatMap(([, { recent }]) => recent[framework] ?? [])])];
  }

  /** Who paid for a job of a model the last time, or of another one. */
  lastPayer(model: string): string | undefined {
    const places = [this.of(model), ...this.#all().map(([, chosen]) => chosen)].map((chosen) => chosen?.place);
    return places.find((place) => place?.kind === 'job')?.namespace;
  }

  /**
   * Remembers a run as far as it was planned, so that nothing is chosen twice where its place cannot be had. What a person
   * agreed to is asked again, as another commit holds other code.
   */
  async remember({ request, place }: Pick<PlannedRun, 'request'> & Partial<PlannedRun>): Promise<void> {
    const { model, framework, backend, tasks, options } = request;
    const { recent = {}, place: before } = this.of(model) ?? {};
    const chosen: Chosen = {
      ...{ framework, backend, tasks, options: withoutConsents(options), place: place ? chosenPlace(place) : before },
      recent: { ...recent, [framework]: [...new Set([...tasks, ...(recent[framework] ?? [])])].slice(0, MOST_TASKS) },
    };
    const others = this.#all().filter(([name]) => name !== model);
    await this.#memory.update(KEY, [[model, chosen], ...others].slice(0, MOST_MODELS));
  }

  /** The newest first. */
  #all(): readonly (readonly [model: string, chosen: Chosen])[] {
    return this.#memory.get(KEY, []);
  }
}

function chosenPlace(place: PlannedRun['place']): ChosenPlace {
  if (place.kind === 'here') return { kind: 'here' };
  const { namespace, hardware, timeoutSeconds } = place;
  return { kind: 'job', namespace, flavor: hardware.flavor, timeoutSeconds };
}

function withoutConsents({
  'trust-remote-code': _trusted,
  'allow-local-code-execution': _allowed,
  ...options
}: RunOptions): RunOptions {
  return options;
}
