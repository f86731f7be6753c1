import * as vscode from 'vscode';
import { Setting, SETTINGS } from '../../contributions';
import type { Problem, Severity } from '../../metadata/problem';
import { type RuleSettings, severityOf } from './ruleSettings';

/** Who found it, as the Problems view shows it. */
const SOURCE = 'Model Card';
export const HUB_SOURCE = 'Hugging Face';

const SEVERITY: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Our own problems of a file as they are shown, so that the settings hold for whoever counts or lists them. */
export function shownProblems(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === SOURCE);
}

/** What the settings say of rules for a file. */
export function ruleSettings(uri: vscode.Uri): RuleSettings {
  return vscode.workspace.getConfiguration(SETTINGS, uri).get<RuleSettings>(Setting.rules, {});
}

type Positions = (offset: number) => vscode.Position;

/** A problem as the editor shows it; null where its rule is switched off. */
export function toDiagnostic(
  problem: Problem,
  settings: RuleSettings,
  positionAt: Positions,
): vscode.Diagnostic | null {
  const severity = severityOf(problem, settings);
  return severity && diagnosticOf({ ...problem, severity }, SOURCE, positionAt);
}

/** A problem of any source as the editor shows it. */
export function diagnosticOf(
  { code, message, link, range, severity }: Problem,
  source: string,
  positionAt: Positions,
): vscode.Diagnostic {
  const place = new vscode.Range(positionAt(range.start), positionAt(range.end));
  const diagnostic = new vscode.Diagnostic(place, message, SEVERITY[severity]);
  diagnostic.source = source;
  diagnostic.code = { value: code, target: vscode.Uri.parse(link, true) };
  return diagnostic;
}
