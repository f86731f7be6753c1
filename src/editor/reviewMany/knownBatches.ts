import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type * as vscode from 'vscode';
import type { SourceName } from '../../batch/index';
import { sourceLabel } from './words';

/** A source that was reviewed; its journal bears the name. */
export interface KnownBatch {
  readonly id: string;
  /** The Hub that it is about. */
  readonly hub: string;
  readonly label: string;
}

const BATCHES = 'manyCards.batches';

/** Which sources were reviewed, and where their journals lie. */
export class KnownBatches {
  readonly #state: vscode.Memento;
  readonly #folder: string;

  /** `folder` holds the journals. */
  constructor(state: vscode.Memento, folder: string) {
    this.#state = state;
    this.#folder = folder;
  }

  /** Those of a Hub, the one that was reviewed last first. */
  of(hub: string): readonly KnownBatch[] {
    return this.#state.get<readonly KnownBatch[]>(BATCHES, []).filter((batch) => batch.hub === hub);
  }

  /** The batch of a source, remembered. */
  async remember(hub: string, source: SourceName): Promise<KnownBatch> {
    const label = sourceLabel(source);
    const id = createHash('sha256')
      .update(JSON.stringify([hub, source.kind, label]))
      .digest('hex')
      .slice(0, 16);
    const batch = { id, hub, label };
    const others = this.#state.get<readonly KnownBatch[]>(BATCHES, []).filter((one) => one.id !== id);
    await this.#state.update(BATCHES, [batch, ...others]);
    return batch;
  }

  /** The path of its journal. */
  journalOf({ id }: KnownBatch): string {
    mkdirSync(this.#folder, { recursive: true });
    return join(this.#folder, `${id}.jsonl`);
  }
}
