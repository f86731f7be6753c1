import * as vscode from 'vscode';
import { PROBLEM_MATCHER, TASK } from '../../contributions';
import type { FileChecks } from './fileChecks';

/** What a task of ours in `tasks.json` may say. */
interface CheckDefinition extends vscode.TaskDefinition {
  /** Paths in the folder of the workspace; all cards and files of results where absent. */
  readonly files?: readonly string[];
}

/** Offers a task for each folder of the workspace that checks its cards by the program that comes with the extension. */
export class CheckTasks implements vscode.TaskProvider {
  readonly #program: string;
  readonly #files: FileChecks;

  /** `program` is the bundle of the command line. */
  constructor(program: string, files: FileChecks) {
    this.#program = program;
    this.#files = files;
  }

  async provideTasks(token: vscode.CancellationToken): Promise<vscode.Task[]> {
    const tasks: vscode.Task[] = [];
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const task = await this.#task({ type: TASK }, folder, token);
      if (task) tasks.push(task);
    }
    return tasks;
  }

  resolveTask({ definition, scope }: vscode.Task, token: vscode.CancellationToken): Promise<vscode.Task | undefined> {
    const folder = typeof scope === 'object' ? scope : vscode.workspace.workspaceFolders?.[0];
    return folder ? this.#task(definition, folder, token) : Promise.resolve(undefined);
  }

  async #task(
    definition: CheckDefinition,
    folder: vscode.WorkspaceFolder,
    token: vscode.CancellationToken,
  ): Promise<vscode.Task | undefined> {
    // The program reads files from disk.
    if (folder.uri.scheme !== 'file') return undefined;
    const files = definition.files ?? (await this.#filesOf(folder, token));
    if (files.length === 0) return undefined;
    const args = [this.#program, 'validate', '--', ...files];
    // The editor's own program runs as Node when it is told so.
    const execution = new vscode.ProcessExecution(process.execPath, args, {
      cwd: folder.uri.fsPath,
      env: { ELECTRON_RUN_AS_NODE: '1' },
    });
    return new vscode.Task(definition, folder, 'check all cards', 'model card', execution, PROBLEM_MATCHER);
  }

  async #filesOf(folder: vscode.WorkspaceFolder, token: vscode.CancellationToken): Promise<readonly string[]> {
    const files: string[] = [];
    for (const uri of await this.#files.find(token)) {
      if (vscode.workspace.getWorkspaceFolder(uri) !== folder || !(await this.#files.isOurs(uri))) continue;
      files.push(vscode.workspace.asRelativePath(uri, false));
    }
    return files;
  }
}
