import * as vscode from 'vscode';
import type { Benchmarks } from '../../results/benchmarks';
import type { CardName } from '../../results/types';
import type { AgedList, MeasuredModel, ScoresResult } from '../../scores/index';
import type { CardStore } from '../analysis/cardStore';
import type { Asker } from '../asker';
import { NO_CHOICE } from '../extract/choice';
import type { ExtractPanels } from '../panel/extractPanels';
import { withProgress } from '../progress';
import { loadScores } from '../scoresClient';
import { pickRow } from './pickRow';
import type { ScoresKeys } from './scoresKeys';

/** What importing scores works with. */
export interface ScoresImportParts {
  readonly store: CardStore;
  readonly panels: Pick<ExtractPanels, 'open'>;
  readonly keys: ScoresKeys;
  readonly asker: Asker;
  readonly benchmarks: () => Benchmarks;
  /** The file that the list of models is kept in. */
  readonly listPath: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Brings the scores of Artificial Analysis into the panel of a card. */
export class ScoresImport {
  readonly #parts: ScoresImportParts;

  constructor(parts: ScoresImportParts) {
    this.#parts = parts;
  }

  /** Sets or forgets the key. */
  async changeKey(): Promise<void> {
    await this.#parts.keys.change();
  }

  /** Lets a person choose a row of the list and opens its scores. */
  async run(document: vscode.TextDocument): Promise<void> {
    const names = (await this.#parts.store.openNewest(document))?.overview.names ?? [];
    for (let fresh = false; ; fresh = true) {
      const list = await this.#list(fresh);
      const row = list && (await pickRow(list, names, this.#parts.asker));
      if (row === 'fresh') continue;
      if (list && row) this.#open(document, list, row, names);
      return;
    }
  }

  #open(document: vscode.TextDocument, list: AgedList, row: MeasuredModel, names: readonly CardName[]): void {
    const { efforts, rowsOfCard, scoreSource } = loadScores();
    const rows = efforts(list.models, row);
    const source = scoreSource(list, rows, this.#parts.benchmarks(), rowsOfCard(list.models, names));
    const model = { index: rows.indexOf(row), name: row.name };
    this.#parts.panels.open(document, source, { ...NO_CHOICE, model });
  }

  /** The list; null where there is none, which was told. */
  async #list(fresh: boolean): Promise<AgedList | null> {
    const read = await this.#read(fresh);
    if (read.ok) return read.value;
    const { kind, message } = read.failure;
    if (kind === 'no-key' || kind === 'bad-key' || kind === 'unusable-key') {
      const { asker, keys } = this.#parts;
      return (await asker.offer(message, 'Set Key…')) && (await keys.change()) ? this.#list(fresh) : null;
    }
    if (kind !== 'cancelled') void vscode.window.showErrorMessage(message);
    return null;
  }

  async #read(fresh: boolean): Promise<ScoresResult<AgedList>> {
    const { keys, env, listPath } = this.#parts;
    const { baseUrlOf, cachedList, listFile, ScoresClient, scoresFailure } = loadScores();
    const baseUrl = baseUrlOf(env);
    const key = await keys.find();
    if (baseUrl === null || key === null) {
      return { ok: false, failure: scoresFailure({ kind: key === null ? 'no-key' : 'no-address' }) };
    }
    const client = new ScoresClient({ key, baseUrl });
    return withProgress('Reading the models of Artificial Analysis', (signal) =>
      cachedList(client, listFile(listPath), { fresh }, signal),
    );
  }
}
