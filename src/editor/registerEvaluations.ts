import * as vscode from 'vscode';
import { Command, Scheme, View } from '../contributions';
import type { EvaluationNode, EvaluationParts, Evaluations } from './evaluations/index';
import { type RunRecord, RUNS } from './evaluations/runRecord';
import { loadEvaluations } from './evaluationsClient';
import { registerCommands } from './registerCommand';

const COMMANDS = Object.values(Command).filter((id) => id.startsWith('modelCard.evaluat'));

/** Registers what leads to the evaluations; they are loaded when one of them is asked for, or a run is not over. */
export function registerEvaluations(parts: EvaluationParts): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  let loaded: Evaluations | undefined;
  const evaluations = (): Evaluations =>
    (loaded ??= new (loadEvaluations().Evaluations)(parts, view, () => changed.fire(undefined)));
  const view: vscode.TreeView<EvaluationNode> = vscode.window.createTreeView(View.evaluations, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (node?: EvaluationNode) => evaluations().tree.getChildren(node),
      getTreeItem: (node) => evaluations().tree.getTreeItem(node),
    },
  });
  const handlers = COMMANDS.map((id) => [id, (...args: never[]) => evaluations().handlers[id]?.(...args)] as const);
  if (parts.memory.get<readonly RunRecord[]>(RUNS, []).some(({ endedAt }) => endedAt === undefined)) evaluations();
  return vscode.Disposable.from(
    view,
    { dispose: () => loaded?.dispose() },
    registerCommands(Object.fromEntries(handlers), parts.log),
    // For tabs that the editor restores; once loaded, the evaluations show logs themselves.
    vscode.workspace.registerTextDocumentContentProvider(Scheme.runLog, {
      provideTextDocumentContent: (uri) => evaluations().logs.provideTextDocumentContent(uri),
    }),
  );
}
