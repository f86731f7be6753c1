import assert from 'node:assert/strict';
import { addPeople, TOKENS } from './server/samples';
import { type HubOptions, type LoopbackHub, startHub } from './server/start';
import { type ConnectionOptions, HubConnection } from '../../src/hub/connection';
import type { HubFailure, HubResult } from '../../src/hub/failure';
import { systemTimers, type Timers } from '../../src/http/timers';
import { HubToken } from '../../src/hub/token';

/** The model of the tests. */
export const MODEL = 'acme/anvil';

/** Its card. */
export const CARD = [
  '---',
  'license: mit',
  'model-index:',
  '- name: Anvil',
  '  results:',
  '  - task: { type: text-generation }',
  '    dataset: { name: GSM8K, type: openai/gsm8k }',
  '    metrics: [{ type: acc, value: 55.0 }]',
  '---',
  '# Anvil',
  '',
  'It does not bend.',
  '',
].join('\n');

/** The usual time limit of a try. */
const USUAL_LIMIT = 20_000;

/**
 * A real clock that runs fifty times as fast, and counts what it still has to do. The usual time limit stays as it is:
 * a busy machine is no fault of the Hub.
 */
export class HurriedTimers implements Timers {
  pending = 0;

  now(): number {
    return systemTimers.now();
  }

  after(ms: number, callback: () => void): () => void {
    this.pending++;
    let open = true;
    const end = (): void => {
      if (open) this.pending--;
      open = false;
    };
    const cancel = systemTimers.after(ms === USUAL_LIMIT ? ms : ms / 50, () => {
      end();
      callback();
    });
    return () => {
      end();
      cancel();
    };
  }
}

/** A Hub with people and one model for each test of the surrounding `describe`. */
export class TestHub {
  #hub: LoopbackHub | null = null;
  timers = new HurriedTimers();

  constructor(options: () => HubOptions = () => ({})) {
    beforeEach(async () => {
      this.#hub = await startHub(options());
      this.timers = new HurriedTimers();
      addPeople(this.state);
      this.state.addModel({ id: MODEL, files: { 'README.md': CARD, 'config.json': '{}' } });
    });
    afterEach(() => this.#hub?.stop());
  }

  get hub(): LoopbackHub {
    if (this.#hub === null) throw new Error('The Hub runs in tests only.');
    return this.#hub;
  }

  get state() {
    return this.hub.state;
  }

  get model() {
    return this.state.model(MODEL);
  }

  /** A connection for an account; null for nobody. */
  connect(who: keyof typeof TOKENS | null = 'mona', options: Partial<ConnectionOptions> = {}): HubConnection {
    const { url } = this.hub;
    const token = who === null ? null : new HubToken(TOKENS[who], url, { kind: 'typed' });
    return new HubConnection({ hubUrl: url, token, timers: this.timers, ...options });
  }

  /** How often a path was asked for. */
  count(path: RegExp): number {
    return this.hub.requests.filter((request) => path.test(`${request.method} ${request.path}`)).length;
  }
}

/** The value of a result that must have gone well. */
export async function value<T>(result: Promise<HubResult<T>>): Promise<T> {
  const done = await result;
  if (!done.ok) throw new Error(`${done.failure.kind}: ${done.failure.message}`);
  return done.value;
}

/** The failure of a result that must not have gone well. */
export async function failure(result: Promise<HubResult<unknown>>): Promise<HubFailure> {
  const done = await result;
  if (done.ok) throw new Error('It went well.');
  const written = JSON.stringify(done.failure);
  for (const token of Object.values(TOKENS)) assert.ok(!written.includes(token), 'a failure shows a token');
  return done.failure;
}
