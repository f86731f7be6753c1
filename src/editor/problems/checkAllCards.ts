import * as vscode from 'vscode';
import { count } from '../../plural';
import type { Diagnostics } from './diagnostics';
import type { FileCheck, FileChecks } from './fileChecks';

/** How a check of all cards ended. */
export interface CheckSummary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly cancelled: boolean;
}

/** Checks every card and file of results of the workspace, shows their problems, and says how many there are. */
export async function checkAllCards(files: FileChecks, diagnostics: Diagnostics): Promise<void> {
  const options = { location: vscode.ProgressLocation.Notification, title: 'Checking model cards', cancellable: true };
  const summary = await vscode.window.withProgress(options, (progress, token) =>
    checkFiles(files, diagnostics, progress, token),
  );
  const action = summary.errors + summary.warnings > 0 ? ['Show Problems'] : [];
  const chosen = await vscode.window.showInformationMessage(summaryText(summary), ...action);
  if (chosen !== undefined) await vscode.commands.executeCommand('workbench.actions.view.problems');
}

async function checkFiles(
  files: FileChecks,
  diagnostics: Diagnostics,
  progress: vscode.Progress<{ readonly message: string; readonly increment: number }>,
  token: vscode.CancellationToken,
): Promise<CheckSummary> {
  const found = await files.find(token);
  diagnostics.clearFiles();
  const checked: FileCheck[] = [];
  for (const uri of found) {
    if (token.isCancellationRequested) break;
    progress.report({ message: vscode.workspace.asRelativePath(uri), increment: 100 / found.length });
    const check = await files.check(uri);
    if (check === null) continue;
    checked.push(check);
    diagnostics.show(check);
  }
  const severities = checked.flatMap((check) => check.diagnostics.map(({ severity }) => severity));
  return {
    files: checked.length,
    errors: severities.filter((severity) => severity === vscode.DiagnosticSeverity.Error).length,
    warnings: severities.filter((severity) => severity === vscode.DiagnosticSeverity.Warning).length,
    cancelled: token.isCancellationRequested,
  };
}

function summaryText({ files, errors, warnings, cancelled }: CheckSummary): string {
  if (files === 0 && !cancelled)
    return 'The workspace holds no model card: open a folder with a README.md that has front matter.';
  const found =
    errors + warnings === 0 ? 'nothing is wrong' : `${count(errors, 'error')}, ${count(warnings, 'warning')}`;
  return `Checked ${count(files, 'file')}${cancelled ? ' before you stopped' : ''}: ${found}.`;
}
