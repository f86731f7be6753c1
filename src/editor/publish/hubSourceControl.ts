import * as vscode from 'vscode';
import { Command, Scheme } from '../../contributions';
import { loadHub } from '../hubClient';
import type { HubCards } from '../hubFiles/hubCards';
import { hubReference } from '../hubFiles/hubUri';
import { type BaseDocuments, baseUri } from './baseDocuments';

/** The source control "Hugging Face": the drafts as changes, and a box for what is to be said of them. */
export class HubSourceControl implements vscode.Disposable {
  readonly #cards: HubCards;
  readonly #bases: BaseDocuments;
  readonly #subscriptions: vscode.Disposable;
  #shown: { readonly control: vscode.SourceControl; readonly drafts: vscode.SourceControlResourceGroup } | null = null;

  constructor(cards: HubCards, bases: BaseDocuments) {
    this.#cards = cards;
    this.#bases = bases;
    this.#subscriptions = vscode.Disposable.from(
      cards.onDidChange(() => void this.refresh()),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => {
        if (uri.scheme === Scheme.hub) void this.refresh();
      }),
    );
    void this.refresh();
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#shown?.control.dispose();
  }

  /** What stands in the message box. */
  get message(): string {
    return this.#shown?.control.inputBox.value ?? '';
  }

  set message(text: string) {
    if (this.#shown) this.#shown.control.inputBox.value = text;
  }

  /** Shows the drafts as they are now; without any and without an open card there is nothing to show. */
  async refresh(): Promise<void> {
    const records = await this.#cards.drafts();
    const isOpen = vscode.workspace.textDocuments.some(({ uri }) => uri.scheme === Scheme.hub);
    if (records.length === 0 && !isOpen) return;
    const { control, drafts } = (this.#shown ??= this.#show());
    drafts.resourceStates = records.map(({ uri }) => stateOf(vscode.Uri.parse(uri, true)));
    control.count = records.length;
  }

  #show() {
    const control = vscode.scm.createSourceControl('huggingface', 'Hugging Face');
    control.inputBox.placeholder = 'Title, then a description below it (Ctrl+Enter publishes)';
    control.acceptInputCommand = { command: Command.publish, title: 'Publish to Hub…' };
    control.quickDiffProvider = this.#bases;
    return { control, drafts: control.createResourceGroup('drafts', 'Not on the Hub Yet') };
  }
}

function stateOf(uri: vscode.Uri): vscode.SourceControlResourceState {
  const reference = hubReference(uri);
  const title = reference === null ? uri.path : `${reference.path} of ${loadHub().formatReference(reference)}`;
  return {
    resourceUri: uri,
    contextValue: 'draft',
    decorations: { tooltip: 'Saved here, not on the Hub yet' },
    command: {
      command: 'vscode.diff',
      title: 'Show Changes',
      arguments: [baseUri(uri), uri, `${title} (Hub ↔ draft)`],
    },
  };
}
