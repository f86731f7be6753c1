import * as vscode from 'vscode';

/** A task that takes a while: it may be stopped, and may tell how far it is. */
export type LongTask<T> = (signal: AbortSignal, tell: (message: string) => void) => Promise<T>;

/** Runs a task that takes a while, shown in the corner with a way to cancel it. */
export async function withProgress<T>(title: string, task: LongTask<T>): Promise<T> {
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title, cancellable: true }, async (progress, cancellation) => {
    const stop = new AbortController();
    const cancelled = cancellation.onCancellationRequested(() => stop.abort());
    try {
      return await task(stop.signal, (message) => progress.report({ message }));
    } finally {
      cancelled.dispose();
    }
  });
}
