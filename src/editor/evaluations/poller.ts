import { nextPause, type Situation } from './polling';

/** Looks at something again and again, as often as `nextPause` says. */
export class Poller {
  readonly #look: () => Promise<boolean>;
  readonly #situation: () => Pick<Situation, 'isVisible' | 'isActive'>;
  #timer: NodeJS.Timeout | null = null;
  #isLooking = false;
  #isDisposed = false;
  #quiet = 0;
  #failures = 0;

  /** `look` says whether it could. */
  constructor(look: () => Promise<boolean>, situation: () => Pick<Situation, 'isVisible' | 'isActive'>) {
    this.#look = look;
    this.#situation = situation;
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#clear();
  }

  /** Looks at once where anything is to be looked at, and goes on from there. */
  wake(): void {
    const { isVisible, isActive } = this.#situation();
    this.#clear();
    if (this.#isLooking || this.#isDisposed || !(isVisible || isActive)) return;
    this.noteNews();
    void this.#round();
  }

  /** Something is new, so that more may follow soon. */
  noteNews(): void {
    this.#quiet = 0;
  }

  async #round(): Promise<void> {
    this.#isLooking = true;
    this.#quiet++;
    const did = await this.#look().catch(() => false);
    this.#failures = did ? 0 : this.#failures + 1;
    this.#isLooking = false;
    const pause = nextPause({ ...this.#situation(), quiet: this.#quiet, failures: this.#failures });
    if (pause !== null && !this.#isDisposed) this.#timer = setTimeout(() => void this.#round(), pause);
  }

  #clear(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
