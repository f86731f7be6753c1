import * as vscode from 'vscode';
import type { ApiKey } from '../../scores/index';
import { dotEnvWith, readText } from '../account/tokenPlaces';
import type { Asker } from '../asker';
import { loadScores } from '../scoresClient';

const SECRET = 'artificialAnalysis.key';

/** The key of Artificial Analysis: the one that was set here, else that of the environment or of a trusted folder. */
export class ScoresKeys {
  readonly #secrets: vscode.SecretStorage;
  readonly #asker: Asker;
  readonly #env: NodeJS.ProcessEnv;

  constructor(secrets: vscode.SecretStorage, asker: Asker, env: NodeJS.ProcessEnv) {
    this.#secrets = secrets;
    this.#asker = asker;
    this.#env = env;
  }

  /** The key to use; null where there is none. */
  async find(): Promise<ApiKey | null> {
    const { ApiKey, findKey } = loadScores();
    const set = await this.#secrets.get(SECRET);
    if (set !== undefined) return new ApiKey(set, 'that you have set');
    const dotEnv = vscode.workspace.isTrusted ? await dotEnvWith('AA_API_KEY') : undefined;
    return findKey({ env: this.#env, readFile: readText, ...(dotEnv !== undefined && { dotEnv }) });
  }

  /** Asks for a key and keeps it, or forgets the one that is kept; false where nothing changed. */
  async change(): Promise<boolean> {
    if ((await this.#secrets.get(SECRET)) !== undefined) {
      const ways = [
        { label: 'Replace…', value: 'replace' },
        { label: 'Forget', value: 'forget' },
      ] as const;
      const detail = 'The key is kept in the editor’s secret storage only.';
      const way = await this.#asker.choose('A key of Artificial Analysis is set.', detail, ways);
      if (way === undefined) return false;
      if (way === 'forget') {
        await this.#secrets.delete(SECRET);
        void vscode.window.showInformationMessage('The key of Artificial Analysis is forgotten.');
        return true;
      }
    }
    const typed = await this.#asker.type({
      title: 'Key of Artificial Analysis',
      prompt: 'Paste a key from artificialanalysis.ai/data-api; it is kept in the editor’s secret storage only.',
      secret: true,
      check: (text) => (/^[\x21-\x7e]+$/.test(text) ? null : 'A key is one word of Latin letters, digits and signs.'),
    });
    const key = typed?.trim() ?? '';
    if (key === '') return false;
    await this.#secrets.store(SECRET, key);
    return true;
  }
}
