import * as vscode from 'vscode';
import { Command, Scheme } from '../../contributions';
import type { HubConnection, HubReference } from '../../hub/index';
import type { HubSession } from '../account/hubSession';
import { openOrTell } from '../account/openOrTell';
import type { CommandTarget } from '../openedCard';
import type { PublishCommands } from '../publish/publishCommands';
import type { CardPlaces } from './cardPlaces';
import { compareWithHub } from './compare';
import { prepareDraft, type PrepareParts, type Refusal } from './prepareDraft';

/** What the commands for cards that lie here work with. */
export interface CloneParts extends PrepareParts {
  readonly session: HubSession;
  readonly places: CardPlaces;
  readonly publishing: PublishCommands;
  /** The card that a command is about; null where there is none, which was told then. */
  readonly cardOf: (target: CommandTarget) => Promise<vscode.TextDocument | null>;
}

/** The commands that bring a card that lies here together with the one on the Hub. */
export class CloneCommands {
  readonly #parts: CloneParts;

  constructor(parts: CloneParts) {
    this.#parts = parts;
  }

  /** What each command does. */
  readonly handlers = {
    [Command.compareWithHub]: (target: CommandTarget) => this.compare(target),
    [Command.pushToHub]: (target: CommandTarget) => this.push(target),
    [Command.chooseModel]: (target: CommandTarget) => this.chooseModel(target),
  };

  /** Shows what the Hub has beside the card. */
  async compare(target?: CommandTarget): Promise<void> {
    const card = await this.#card(target);
    if (card) await this.#compare(card);
  }

  /** Sends the card as a pull request, or to one that is open. */
  async push(target?: CommandTarget): Promise<void> {
    const card = await this.#card(target);
    if (!card) return;
    const { cards, publishing } = this.#parts;
    // A card on the Hub is its own draft.
    if (card.document.uri.scheme === Scheme.hub) return publishing.publish(card.document.uri);
    const prepared = await prepareDraft(card.document, card.reference, this.#parts);
    switch (prepared.kind) {
      case 'cancelled':
        return;
      case 'compare':
        return this.#compare(card);
      case 'refused':
        return this.#refuse(card, prepared);
      case 'draft': {
        const { uri, content } = prepared;
        const draft = await vscode.workspace.openTextDocument(uri);
        const { kind } = await publishing.publishDraft(draft, { directCommit: false });
        // The card lies here still, so a draft that went nowhere is one text too many.
        if (kind !== 'published' && kind !== 'merged') await cards.discard(uri, content);
      }
    }
  }

  /** Asks anew which model a card describes. */
  async chooseModel(target?: CommandTarget): Promise<void> {
    const document = await this.#parts.cardOf(target);
    const connection = document && (await this.#connection());
    const chosen = document && connection && (await this.#parts.places.choose(document.uri, connection));
    if (!chosen) return;
    void vscode.window.showInformationMessage(`${chosen.path} is taken for the card of ${chosen.model} from now on.`);
  }

  async #compare(card: CardOnHub): Promise<void> {
    const failure = await compareWithHub(card.document.uri, card.reference, this.#parts.cards);
    if (failure === null || failure.kind === 'cancelled') return;
    const { kind, message } = failure;
    await this.#refuse(card, { kind: 'refused', message, isMissing: kind === 'missing-repository' });
  }

  /** Tells why nothing is done; a model that is not there is not remembered any longer. */
  async #refuse({ document }: CardOnHub, { message, isMissing = false }: Refusal): Promise<void> {
    void vscode.window.showWarningMessage(message);
    if (isMissing) await this.#parts.places.forget(document.uri);
  }

  async #card(target: CommandTarget): Promise<CardOnHub | undefined> {
    const document = await this.#parts.cardOf(target);
    const connection = document && (await this.#connection());
    if (!document || !connection) return undefined;
    const reference = await this.#parts.places.of(document.uri, connection);
    return reference && { document, reference };
  }

  async #connection(): Promise<HubConnection | null> {
    return (await openOrTell(this.#parts.session.openAsking()))?.connection ?? null;
  }
}

interface CardOnHub {
  readonly document: vscode.TextDocument;
  readonly reference: HubReference;
}
