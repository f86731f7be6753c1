import * as vscode from 'vscode';
import type { TextEdit } from '../../card/text';
import { chooseFixes, type MendableProblem } from '../../metadata/combine';
import type { Fix } from '../../metadata/problem';
import type { Checks, DocumentCheck } from './checks';
import { ruleSettings, toDiagnostic } from './diagnostic';
import { severityOf } from './ruleSettings';

/** Everything that may be mended without a look at it: what `editor.codeActionsOnSave` asks for. */
export const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('modelCard');

/** Offers to mend a problem, all of its kind, or all that is safe. */
export class FixActions implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, FIX_ALL],
  };

  readonly #checks: Checks;

  constructor(checks: Checks) {
    this.#checks = checks;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { only }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const wantsAll = only?.intersects(FIX_ALL) ?? false;
    const wantsQuick = only === undefined || only.contains(vscode.CodeActionKind.QuickFix);
    const check = wantsAll || wantsQuick ? await this.#checks.of(document) : null;
    if (check?.version !== document.version) return [];
    const actions = wantsAll ? await fixAll(document, check) : await quickFixes(document, range, check);
    // What was worked out for an older text must not be applied.
    return check.version === document.version ? actions : [];
  }
}

async function fixAll(document: vscode.TextDocument, check: DocumentCheck): Promise<vscode.CodeAction[]> {
  const settings = ruleSettings(document.uri);
  const problems = (await check.mendable()) ?? [];
  const chosen = chooseFixes(problems, (problem, { safe }) => safe && severityOf(problem, settings) !== null);
  if (chosen.length === 0) return [];
  const action = new vscode.CodeAction('Fix all that is safe to fix', FIX_ALL);
  action.edit = changeOf(
    document,
    chosen.flatMap(({ fix }) => fix.edits),
  );
  return [action];
}

async function quickFixes(
  document: vscode.TextDocument,
  range: vscode.Range,
  check: DocumentCheck,
): Promise<vscode.CodeAction[]> {
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const settings = ruleSettings(document.uri);
  const places = [...check.problems.entries()].filter(
    ([, problem]) => problem.range.start <= end && problem.range.end >= start && severityOf(problem, settings) !== null,
  );
  const here = (await check.mendable(places.map(([place]) => place))) ?? [];
  const single = here.flatMap(({ problem, fixes }) => {
    const diagnostic = toDiagnostic(problem, settings, (offset) => document.positionAt(offset));
    return fixes.map((fix, index) => quickFix(document, fix, index === 0, diagnostic));
  });
  const codes = new Set(here.filter(({ fixes }) => fixes.length > 0).map(({ problem }) => problem.code));
  const all = await Promise.all([...codes].map((code) => fixesOfCode(document, check, code)));
  return [...single, ...all.flat()];
}

async function fixesOfCode(
  document: vscode.TextDocument,
  check: DocumentCheck,
  code: string,
): Promise<vscode.CodeAction[]> {
  const places = [...check.problems.entries()].flatMap(([place, problem]) => (problem.code === code ? [place] : []));
  if (places.length < 2) return [];
  const problems: readonly MendableProblem[] = (await check.mendable(places)) ?? [];
  const chosen = chooseFixes(problems, () => true);
  if (chosen.length < 2) return [];
  const action = new vscode.CodeAction(
    `Fix all ${chosen.length} of this kind (${code})`,
    vscode.CodeActionKind.QuickFix,
  );
  action.edit = changeOf(
    document,
    chosen.flatMap(({ fix }) => fix.edits),
  );
  return [action];
}

function quickFix(
  document: vscode.TextDocument,
  { title, edits }: Fix,
  isLikeliest: boolean,
  diagnostic: vscode.Diagnostic | null,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = changeOf(document, edits);
  action.isPreferred = isLikeliest;
  if (diagnostic) action.diagnostics = [diagnostic];
  return action;
}

function changeOf(document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
  const change = new vscode.WorkspaceEdit();
  for (const { start, end, text } of edits) {
    change.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  }
  return change;
}
