import * as vscode from 'vscode';
import { Command, ContextKey, View } from '../../contributions';
import type { Outcome } from '../../batch/index';
import { treeItem } from '../views/row';
import { loadBatch } from './batchClient';
import type { KnownBatch } from './knownBatches';
import { isReady, type ManyNode, manyNodes, type ReviewedCard } from './nodes';

/** The view "Many Cards": what the last review found, and which of its changes are ticked. */
export class ManyCardsTree implements vscode.TreeDataProvider<ManyNode>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<ManyNode>;
  readonly #subscriptions: vscode.Disposable;
  #cards = new Map<string, ReviewedCard>();
  #batch: KnownBatch | null = null;

  constructor() {
    this.#view = vscode.window.createTreeView(View.manyCards, { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      this.#view,
      this.#view.onDidChangeCheckboxState(({ items }) => {
        for (const [node, state] of items) this.tick(node, state === vscode.TreeItemCheckboxState.Checked);
      }),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** The batch that is shown; null before the first review. */
  get batch(): KnownBatch | null {
    return this.#batch;
  }

  /** The cards whose change is to be proposed. */
  get ticked(): readonly ReviewedCard[] {
    return [...this.#cards.values()].filter((card) => card.isTicked && isReady(card, loadBatch()));
  }

  /** Shows what a review found. */
  async show(batch: KnownBatch, cards: readonly ReviewedCard[]): Promise<void> {
    this.#batch = batch;
    this.#cards = new Map(cards.map((card) => [loadBatch().cardName(card.card), card]));
    this.#view.description = batch.label;
    this.#changed.fire();
    await vscode.commands.executeCommand('setContext', ContextKey.hasManyCards, true);
    await vscode.commands.executeCommand(`${View.manyCards}.focus`);
  }

  /** Notes what proposing made of cards; what is there now need not be ticked. */
  note(outcomes: readonly Outcome[]): void {
    const { cardName, modelOf } = loadBatch();
    for (const proposed of outcomes) {
      const about = 'model' in proposed ? proposed.model : proposed.card;
      for (const [name, card] of this.#cards) {
        if (about !== cardName(card.card) && about !== modelOf(card.card)) continue;
        this.#cards.set(name, { ...card, proposed, isTicked: proposed.kind === 'failed' && card.isTicked });
      }
    }
    this.#changed.fire();
  }

  /** Ticks a card or takes its tick away. */
  tick(node: ManyNode, isTicked: boolean): void {
    if (node.kind === 'card') this.#cards.set(node.row.label, { ...node.reviewed, isTicked });
  }

  getChildren(node?: ManyNode): ManyNode[] {
    if (node) return node.kind === 'group' ? [...node.children] : [];
    return [...manyNodes([...this.#cards.values()], loadBatch())];
  }

  getTreeItem(node: ManyNode): vscode.TreeItem {
    const item = treeItem(node.id, node.row);
    if (node.kind === 'group') return item;
    // The tooltip has the whole path.
    if (node.reviewed.card.kind !== 'hub') item.label = vscode.workspace.asRelativePath(node.row.label);
    item.command = { command: Command.openManyCard, title: 'Open', arguments: [node] };
    const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
    if (node.isTicked !== undefined) {
      const tooltip = 'Propose its change as a pull request';
      item.checkboxState = { state: node.isTicked ? Checked : Unchecked, tooltip };
    }
    return item;
  }
}
