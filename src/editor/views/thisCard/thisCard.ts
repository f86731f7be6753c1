import * as vscode from 'vscode';
import { Command, InternalCommand, Scheme, View } from '../../../contributions';
import type { CardStore } from '../../analysis/cardStore';
import { loadHub } from '../../hubClient';
import { hubReference } from '../../hubFiles/hubUri';
import { shownProblems } from '../../problems/diagnostic';
import type { CurrentCard } from '../currentCard';
import { treeItem } from '../row';
import { type CardNode, cardNodes, type ProblemFacts } from './cardNodes';

const TYPING_PAUSE_MS = 400;

/** The view "This Card": tables, results and problems of the card that is worked on, each with its place and action. */
export class ThisCard implements vscode.TreeDataProvider<CardNode>, vscode.Disposable {
  readonly #current: CurrentCard;
  readonly #store: CardStore;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<CardNode>;
  readonly #subscriptions: vscode.Disposable;
  #timer: NodeJS.Timeout | undefined;
  #shown: readonly CardNode[] = [];

  constructor(current: CurrentCard, store: CardStore) {
    this.#current = current;
    this.#store = store;
    this.#view = vscode.window.createTreeView(View.thisCard, { treeDataProvider: this });
    this.#subscriptions = vscode.Disposable.from(
      this.#view,
      this.#changed,
      current.onDidChange(() => this.#changed.fire()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#schedule(document.uri)),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        for (const uri of uris) this.#schedule(uri);
      }),
    );
  }

  /** What the actions of its rows do. */
  readonly handlers = {
    [Command.extractRow]: ({ line }: CardNode) => this.#run(InternalCommand.openPanel, line),
    [Command.showTableOfRow]: ({ tableLine }: CardNode) => this.#run(InternalCommand.revealLine, tableLine),
    [Command.fixRow]: async ({ line, column }: CardNode) => {
      await this.#run(InternalCommand.revealLine, line, column);
      await vscode.commands.executeCommand('editor.action.quickFix');
    },
  };

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  async getChildren(node?: CardNode): Promise<CardNode[]> {
    return [...(node ? node.children : await this.#roots())];
  }

  async #roots(): Promise<readonly CardNode[]> {
    const { document } = this.#current;
    this.#view.description = document === null ? '' : nameOf(document.uri);
    if (document === null) return (this.#shown = []);
    const card = await this.#store.openNewest(document);
    const claims = await card?.claims();
    // Someone types; the next pause asks again.
    if (!card || !claims) return this.#shown;
    return (this.#shown = cardNodes(card.overview, claims, problemsOf(document.uri)));
  }

  getTreeItem(node: CardNode): vscode.TreeItem {
    const item = treeItem(node.id, node.row);
    const { document } = this.#current;
    if (node.line !== undefined && document !== null) {
      const args = [document.uri.toString(), node.line, node.column];
      item.command = { command: InternalCommand.revealLine, title: 'Show', arguments: args };
    }
    return item;
  }

  #schedule(uri: vscode.Uri): void {
    if (uri.toString() !== this.#current.document?.uri.toString()) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#changed.fire(), TYPING_PAUSE_MS);
  }

  async #run(command: string, line: number | undefined, column?: number): Promise<void> {
    const { document } = this.#current;
    if (document !== null && line !== undefined) {
      await vscode.commands.executeCommand(command, document.uri.toString(), line, column);
    }
  }
}

/** What a card is called: the model and revision on the Hub, else its path in the folder. */
function nameOf(uri: vscode.Uri): string {
  const reference = uri.scheme === Scheme.hub ? hubReference(uri) : null;
  return reference === null ? vscode.workspace.asRelativePath(uri) : loadHub().formatReference(reference);
}

const SEVERITY: Readonly<Record<vscode.DiagnosticSeverity, ProblemFacts['severity']>> = {
  [vscode.DiagnosticSeverity.Error]: 'error',
  [vscode.DiagnosticSeverity.Warning]: 'warning',
  [vscode.DiagnosticSeverity.Information]: 'information',
  [vscode.DiagnosticSeverity.Hint]: 'hint',
};

function problemsOf(uri: vscode.Uri): readonly ProblemFacts[] {
  return shownProblems(uri).map(({ severity, message, code, range }) => ({
    severity: SEVERITY[severity],
    message,
    code: typeof code === 'object' ? String(code.value) : String(code ?? ''),
    line: range.start.line + 1,
    column: range.start.character + 1,
  }));
}
