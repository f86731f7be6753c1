import { EventEmitter } from 'vscode';

type Subscribe = (...args: readonly unknown[]) => { dispose(): unknown };

/** Of a stack: its title, and the function here that every subscription goes through. */
const OWN_LINES = 2;

/**
 * Counts what the code in the caller's bundle listens to from here on and has not disposed of, until it is stopped. The events
 * of the editor itself come from emitters of the same class, so that a listener forgotten on one of them is counted too.
 */
export class OpenListeners {
  /** How many were ever there. */
  all = 0;
  /** How many are. */
  open = 0;
  /** Counts no more. */
  readonly stop: () => void;

  constructor() {
    const prototype = EventEmitter.prototype as object;
    const own = Object.getOwnPropertyDescriptor(prototype, 'event');
    if (own?.get === undefined) throw new Error('An emitter has no "event" any more; count its listeners another way.');
    const counted = (subscribe: Subscribe): Subscribe => {
      return (...args) => {
        const subscription = subscribe(...args);
        const callers = new Error().stack?.split('\n').slice(OWN_LINES) ?? [];
        if (callers.some((line) => line.includes(__filename))) this.#count(subscription);
        return subscription;
      };
    };
    Object.defineProperty(prototype, 'event', {
      ...own,
      get(this: unknown) {
        return counted(own.get?.call(this) as Subscribe);
      },
    });
    this.stop = () => Object.defineProperty(prototype, 'event', own);
  }

  #count(subscription: { dispose(): unknown }): void {
    this.all++;
    this.open++;
    const dispose = subscription.dispose.bind(subscription);
    subscription.dispose = () => {
      this.open--;
      subscription.dispose = dispose;
      return dispose();
    };
  }
}
