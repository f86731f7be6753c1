import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Framework } from '../../../runs';
import { withProgress } from '../../progress';
import type { EvaluationParts } from '../evaluationParts';
import { loadRuns } from '../runsClient';
import { uvToRun } from './uvToRun';

/** Asks a framework for its tasks and keeps the list; the one from before stays where that fails, which is told. */
export async function refreshTasks(
  framework: Framework,
  { asker, programFolder, taskListFolder }: EvaluationParts,
): Promise<void> {
  const uv = await uvToRun(asker);
  if (uv === undefined) return;
  const { askTasks, keepTaskList } = loadRuns();
  const scriptFolder = join(programFolder, 'python');
  const asked = await withProgress(`Asking ${framework} for its tasks`, (signal, tell) =>
    askTasks({ uv: uv.path, framework, scriptFolder, signal, tell }),
  );
  if (asked.kind === 'cancelled') return;
  const problem = asked.kind === 'problem' ? asked.message : await keepTaskList(taskListFolder, framework, asked.list);
  if (problem !== null) void vscode.window.showErrorMessage(problem);
}
