import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';

/** A task that takes a while: it may be stopped, and may tell how far it is. */
export type LongTask<T> = (signal: AbortSignal, tell: (message: string) => void) => Promise<T>;

/** What ends sooner has nothing shown, which would only flicker. */
const QUIET_MS = 300;

/** Runs a task that may take a while, shown in the corner with a way to cancel it once it does. */
export async function withProgress<T>(title: string, task: LongTask<T>): Promise<T> {
  const stop = new AbortController();
  let told = '';
  let tell = (message: string): void => {
    told = message;
  };
  const work = task(stop.signal, (message) => tell(message));
  const over = work.then(
    () => true,
    () => true,
  );
  if (await Promise.race([over, sleep(QUIET_MS, false)])) return work;
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title, cancellable: true }, async (progress, cancellation) => {
    tell = (message) => progress.report({ message });
    tell(told);
    const cancelled = cancellation.onCancellationRequested(() => stop.abort());
    try {
      return await work;
    } finally {
      cancelled.dispose();
    }
  });
}
