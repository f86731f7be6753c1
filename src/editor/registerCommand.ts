import * as vscode from 'vscode';

/** Registers a command; a mistake of ours in it is told in one sentence and logged in full. */
export function registerCommand<Args extends never[]>(
  id: string,
  log: vscode.LogOutputChannel,
  run: (...args: Args) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (...args: Args) => {
    try {
      await run(...args);
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
      void vscode.window.showErrorMessage('That did not work; run "Model Card: Show Log" to see why.');
    }
  });
}

/** Registers what each of several commands does. */
export function registerCommands(
  handlers: Readonly<Record<string, (...args: never[]) => unknown>>,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return vscode.Disposable.from(...Object.entries(handlers).map(([id, run]) => registerCommand(id, log, run)));
}
