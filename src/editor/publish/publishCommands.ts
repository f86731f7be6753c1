import * as vscode from 'vscode';
import { Command, Scheme } from '../../contributions';
import type { AccountCommands } from '../account/accountCommands';
import { loadHub } from '../hubClient';
import { hubReference } from '../hubFiles/hubUri';
import { loadPublishing } from '../publishClient';
import { discardDraft } from './discard';
import { publishedAs } from './fileDrafts';
import type { HubSourceControl } from './hubSourceControl';
import type { PublishOutcome } from './outcome';
import type { PublishParts, PublishWishes } from './publish';

/** What a menu hands over: a URI, a source control or one of its rows. */
type Target = vscode.Uri | vscode.SourceControl | vscode.SourceControlResourceState | undefined;

/** The commands that publish a draft and that discard one. */
export class PublishCommands {
  readonly #parts: PublishParts;
  readonly #accounts: AccountCommands;
  readonly #control: HubSourceControl;

  constructor(parts: PublishParts, accounts: AccountCommands, control: HubSourceControl) {
    this.#parts = parts;
    this.#accounts = accounts;
    this.#control = control;
  }

  /** What each command does. */
  readonly handlers = {
    [Command.publish]: (target: Target) => this.publish(target),
    [Command.discardDraft]: (target: Target) => this.discard(target),
  };

  /** Publishes the draft that a command was called on; whoever is not signed in may do so on the way. */
  async publish(target?: Target): Promise<void> {
    const document = await this.#document(target);
    if (!document) return;
    const outcome = await this.publishDraft(document, { message: this.#control.message });
    if (outcome.kind === 'published') this.#control.message = '';
  }

  /** Publishes the draft of a document and tells how that went. */
  async publishDraft(document: vscode.TextDocument, wishes: PublishWishes): Promise<PublishOutcome> {
    const run = (): Promise<PublishOutcome> => loadPublishing().publish(document, this.#parts, wishes);
    let outcome = await run();
    if (outcome.kind === 'not-signed-in' && (await this.#accounts.signIn())) outcome = await run();
    void this.#tell(outcome);
    return outcome;
  }

  /** Drops a draft after asking. */
  async discard(target?: Target): Promise<void> {
    const document = await this.#document(target);
    if (document) await discardDraft(document, this.#parts.cards, this.#parts.asker);
  }

  async #tell(outcome: PublishOutcome): Promise<void> {
    switch (outcome.kind) {
      case 'cancelled':
        return;
      case 'published': {
        const show = 'Show on the Hub';
        if ((await vscode.window.showInformationMessage(outcome.message, show)) === show) {
          this.#parts.showPage(outcome.page);
        }
        return;
      }
      case 'merged':
        void vscode.window.showInformationMessage(outcome.message);
        return;
      case 'failed':
      case 'not-signed-in':
        void vscode.window.showErrorMessage(outcome.message);
        return;
      case 'refused':
        void vscode.window.showWarningMessage(outcome.message);
    }
  }

  /** The document with the draft: the one named, the active editor's, or one of the drafts there are. */
  async #document(target: Target): Promise<vscode.TextDocument | undefined> {
    const named = target instanceof vscode.Uri ? target : target && 'resourceUri' in target ? target.resourceUri : null;
    const active = vscode.window.activeTextEditor?.document.uri;
    const uri = named ?? (active?.scheme === Scheme.hub ? active : await this.#choose());
    return uri && vscode.workspace.openTextDocument(uri);
  }

  async #choose(): Promise<vscode.Uri | undefined> {
    // Those that go to the Hub as one are one choice.
    const byChange = new Map<string, vscode.Uri>();
    for (const record of await this.#parts.cards.drafts()) {
      const uri = vscode.Uri.parse(record.uri, true);
      const reference = hubReference(uri);
      byChange.set(reference === null ? record.uri : publishedAs(reference), uri);
    }
    const drafts = [...byChange.values()];
    if (drafts.length === 0) {
      const message = 'There is no draft to publish; open a card by "Model Card: Open from Hub…" and change it.';
      void vscode.window.showInformationMessage(message);
    }
    if (drafts.length < 2) return drafts[0];
    const options = drafts.map((uri) => {
      const reference = hubReference(uri);
      return { label: reference === null ? uri.path : loadHub().formatReference(reference), value: uri };
    });
    return this.#parts.asker.pick('Which Draft?', options);
  }
}
