import * as vscode from 'vscode';
import type { HubConnection, HubReference } from '../../hub/index';
import type { Asker } from '../asker';
import type { Repositories } from '../cards/repositories';
import { chooseFile } from '../hubFiles/chooseFile';
import { hubReference } from '../hubFiles/hubUri';

const ANSWERS = 'hub.models';

/** Tells where on the Hub a card belongs: by its address there, the remote of its clone, or what a person says of its folder. */
export class CardPlaces {
  readonly #repositories: Repositories;
  readonly #state: vscode.Memento;
  readonly #asker: Asker;

  constructor(repositories: Repositories, state: vscode.Memento, asker: Asker) {
    this.#repositories = repositories;
    this.#state = state;
    this.#asker = asker;
  }

  /** The place of a card; where nothing tells it, that is asked once. Undefined where nobody answers. */
  async of(card: vscode.Uri, connection: HubConnection): Promise<HubReference | undefined> {
    const model = hubReference(card) ?? (await this.#inClone(card)) ?? this.#answered(card);
    return model ?? this.choose(card, connection);
  }

  /** Asks for the model of a card, and remembers it for its folder. */
  async choose(card: vscode.Uri, connection: HubConnection): Promise<HubReference | undefined> {
    const chosen = await chooseFile(`Which Model Does ${nameOf(card)} Describe?`, connection, this.#asker);
    if (chosen) await this.#remember(card, chosen.model);
    return chosen && inModel(chosen.model, nameOf(card));
  }

  /** Forgets what was answered for the folder of a card. */
  async forget(card: vscode.Uri): Promise<void> {
    if (this.#answered(card)) await this.#remember(card, undefined);
  }

  async #inClone(card: vscode.Uri): Promise<HubReference | null> {
    const clone = await this.#repositories.cloneOf(card);
    if (clone?.repository.kind !== 'model') return null;
    const path = card.path.slice(clone.root.path.replace(/\/$/, '').length + 1);
    return inModel(clone.repository.id, path);
  }

  #answered(card: vscode.Uri): HubReference | null {
    const model = this.#answers()[folderOf(card)];
    return model === undefined ? null : inModel(model, nameOf(card));
  }

  async #remember(card: vscode.Uri, model: string | undefined): Promise<void> {
    await this.#state.update(ANSWERS, { ...this.#answers(), [folderOf(card)]: model });
  }

  #answers(): Readonly<Record<string, string | undefined>> {
    return this.#state.get(ANSWERS, {});
  }
}

function inModel(model: string, path: string): HubReference {
  return { model, revision: 'main', path };
}

function folderOf(card: vscode.Uri): string {
  return vscode.Uri.joinPath(card, '..').toString();
}

function nameOf(card: vscode.Uri): string {
  return card.path.slice(card.path.lastIndexOf('/') + 1);
}
