import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { AccountStore } from '../../src/editor/account/accountStore';
import { HubSession } from '../../src/editor/account/hubSession';
import { CardOpener } from '../../src/editor/analysis/cardOpener';
import { EvalResults } from '../../src/editor/evalResults/index';
import { CardRecords } from '../../src/editor/hubFiles/cardRecords';
import { HubCards } from '../../src/editor/hubFiles/hubCards';
import { HubFileSystem } from '../../src/editor/hubFiles/hubFileSystem';
import type { Timers } from '../../src/http/timers';
import { addPeople, TOKENS } from '../hub/server/samples';
import { type LoopbackHub, startHub } from '../hub/server/start';
import { HurriedTimers } from '../hub/support';
import { activate, joinLines, ScriptedAsker } from './workspace';

export const MODEL = 'acme/anvil';
export const CARD = joinLines(
  ...['---', 'license: mit', '---', '', '# Anvil', '', '| Benchmark | Anvil |', '| --- | --- |', '| MMLU | 41.5 |'],
  ...['', '## Usage', '', 'Drop it.'],
);

/** A secret storage that shows what it holds. */
export class OpenSecrets implements vscode.SecretStorage {
  readonly held = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.SecretStorageChangeEvent>();
  readonly onDidChange = this.#changed.event;

  get(key: string): Promise<string | undefined> {
    return Promise.resolve(this.held.get(key));
  }

  store(key: string, value: string): Promise<void> {
    this.held.set(key, value);
    this.#changed.fire({ key });
    return Promise.resolve();
  }

  delete(key: string): Promise<void> {
    this.held.delete(key);
    this.#changed.fire({ key });
    return Promise.resolve();
  }
}

/** A memento that shows what it holds. */
export class OpenMemento implements vscode.Memento {
  readonly held = new Map<string, unknown>();

  keys(): readonly string[] {
    return [...this.held.keys()];
  }

  get<T>(key: string, otherwise?: T): T | undefined {
    return (this.held.get(key) as T | undefined) ?? otherwise;
  }

  update(key: string, value: unknown): Promise<void> {
    this.held.set(key, value);
    return Promise.resolve();
  }
}

/** A Hub with one model, and parts of our own that talk to it, for each test of the surrounding `describe`. */
export class HubBench {
  #hub: LoopbackHub | null = null;
  #folder = '';
  #disposables: vscode.Disposable[] = [];
  env: NodeJS.ProcessEnv = {};
  secrets = new OpenSecrets();
  state = new OpenMemento();
  asker = new ScriptedAsker();
  timers: Timers = new HurriedTimers();
  #session: HubSession | null = null;
  #cards: HubCards | null = null;
  /** Another scheme for each test, since an editor remembers the files of one. */
  scheme = '';

  constructor() {
    beforeEach(async () => {
      await activate();
      this.#hub = await startHub();
      addPeople(this.hub.state);
      this.hub.state.addModel({ id: MODEL, files: { 'README.md': CARD, 'config.json': '{}' } });
      this.#folder = mkdtempSync(join(tmpdir(), 'hub-cards-'));
      this.env = { HF_ENDPOINT: this.hub.url, HF_HOME: this.#folder };
      this.secrets = new OpenSecrets();
      this.state = new OpenMemento();
      this.asker = new ScriptedAsker();
      this.timers = new HurriedTimers();
      this.scheme = `hf-test-${randomUUID()}`;
      this.start();
    });
    afterEach(async () => {
      this.#end();
      await this.hub.stop();
      rmSync(this.#folder, { recursive: true });
    });
  }

  /** Builds the parts anew, as a reload of the window does; what was kept stays. */
  start(): void {
    this.#end();
    this.#session = new HubSession(this.accounts, this.secrets, this.asker, this.env, this.timers);
    this.#cards = new HubCards(this.session, new CardRecords(join(this.#folder, 'cards')), this.scheme);
    const files = new HubFileSystem(this.session, this.cards);
    const registered = vscode.workspace.registerFileSystemProvider(this.scheme, files, { isCaseSensitive: true });
    this.#disposables = [this.session, this.cards, registered];
  }

  #end(): void {
    for (const disposable of this.#disposables) disposable.dispose();
    this.#disposables = [];
  }

  get hub(): LoopbackHub {
    if (this.#hub === null) throw new Error('The Hub runs in tests only.');
    return this.#hub;
  }

  get session(): HubSession {
    if (this.#session === null) throw new Error('The parts are there in tests only.');
    return this.#session;
  }

  get cards(): HubCards {
    if (this.#cards === null) throw new Error('The parts are there in tests only.');
    return this.#cards;
  }

  get accounts(): AccountStore {
    return new AccountStore(this.secrets, this.state);
  }

  /** What brings scores of the model's card into `.eval_results/`. */
  async evalResults(): Promise<EvalResults> {
    const { extensionPath } = await activate();
    const opener = new CardOpener(join(extensionPath, 'media', 'data'));
    return new EvalResults({
      session: this.session,
      cards: { placeOf: () => Promise.resolve({ repositoryId: MODEL }) },
      benchmarks: () => opener.benchmarks(),
      registered: () => opener.registered(),
      listPath: join(this.#folder, 'benchmarks.json'),
    });
  }

  /** Makes an account the one in use, as signing in does. */
  async signIn(who: keyof typeof TOKENS): Promise<void> {
    await this.accounts.keep(this.hub.url, who, TOKENS[who]);
    this.session.reset();
  }

  /** The card at a revision as an address writes it, or another file. */
  uri(revision = 'main', path = 'README.md'): vscode.Uri {
    return vscode.Uri.from({ scheme: this.scheme, authority: 'models', path: `/${MODEL}@${revision}/${path}` });
  }

  /** Whether a text stands in anything that was kept outside of the secret storage. */
  leaks(secret: string): boolean {
    return JSON.stringify([...this.state.held]).includes(secret) || this.asker.asked.join('\n').includes(secret);
  }
}

/** The text of a file, by way of the editor. */
export async function textOf(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
