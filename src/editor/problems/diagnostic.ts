import * as vscode from 'vscode';
import { Setting, SETTINGS } from '../../contributions';
import type { Problem, Severity } from '../../metadata/problem';
import { type RuleSettings, severityOf } from './ruleSettings';

/** Who found it, as the Problems view shows it. */
export const SOURCE = 'Model Card';

const SEVERITY: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** What the settings say of rules for a file. */
export function ruleSettings(uri: vscode.Uri): RuleSettings {
  return vscode.workspace.getConfiguration(SETTINGS, uri).get<RuleSettings>(Setting.rules, {});
}

/** A problem as the editor shows it; null where its rule is switched off. */
export function toDiagnostic(
  problem: Problem,
  settings: RuleSettings,
  positionAt: (offset: number) => vscode.Position,
): vscode.Diagnostic | null {
  const severity = severityOf(problem, settings);
  if (severity === null) return null;
  const { code, message, link, range } = problem;
  const place = new vscode.Range(positionAt(range.start), positionAt(range.end));
  const diagnostic = new vscode.Diagnostic(place, message, SEVERITY[severity]);
  diagnostic.source = SOURCE;
  diagnostic.code = { value: code, target: vscode.Uri.parse(link, true) };
  return diagnostic;
}
