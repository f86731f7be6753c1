import * as vscode from 'vscode';

/** An icon of the editor and, where it says something, the theme colour it has. */
export interface RowIcon {
  readonly id: string;
  readonly color?: string;
}

/** What a row of a tree shows, as plain data. */
export interface Row {
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  readonly icon?: RowIcon;
  /** Words that `when` clauses of menus look for. */
  readonly facts: readonly string[];
  readonly folding: 'none' | 'folded' | 'unfolded';
}

const FOLDING: Readonly<Record<Row['folding'], vscode.TreeItemCollapsibleState>> = {
  none: vscode.TreeItemCollapsibleState.None,
  folded: vscode.TreeItemCollapsibleState.Collapsed,
  unfolded: vscode.TreeItemCollapsibleState.Expanded,
};

/** A row as the editor's tree takes it; `id` keeps it folded or selected while the tree is read again. */
export function treeItem(id: string, { label, description, tooltip, icon, facts, folding }: Row): vscode.TreeItem {
  const item = new vscode.TreeItem(label, FOLDING[folding]);
  item.id = id;
  item.contextValue = facts.join(' ');
  if (description !== undefined) item.description = description;
  item.tooltip = tooltip ?? [label, description].filter((part) => part !== undefined).join(' – ');
  if (icon)
    item.iconPath = new vscode.ThemeIcon(
      icon.id,
      icon.color === undefined ? undefined : new vscode.ThemeColor(icon.color),
    );
  return item;
}
