import { spawn } from 'node:child_process';
import { win32 } from 'node:path';

/** How a short program ended. */
export type Ending =
  | { readonly kind: 'ended'; readonly status: number; readonly stdout: string; readonly stderr: string }
  /** There is no such program, or none that may be run. */
  | { readonly kind: 'missing' }
  /** It was ended, as it took too long. */
  | { readonly kind: 'late' };

/** Runs a short program without a shell. */
export type RunProgram = (path: string, args: readonly string[]) => Promise<Ending>;

/** Runs programs that are ended after `ms` milliseconds. */
export function programsWithin(ms: number): RunProgram {
  return (path, args) =>
    new Promise((resolve) => {
      const child = spawn(path, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
      const output = { stdout: '', stderr: '' };
      for (const name of ['stdout', 'stderr'] as const) {
        child[name].setEncoding('utf8').on('data', (text: string) => (output[name] += text));
      }
      const timer = setTimeout(() => {
        // One that hangs in the driver does not even end when it is killed, so nobody waits for that.
        child.kill('SIGKILL');
        child.stdout.destroy();
        child.stderr.destroy();
        child.unref();
        resolve({ kind: 'late' });
      }, ms);
      child.on('error', () => {
        clearTimeout(timer);
        resolve({ kind: 'missing' });
      });
      child.on('close', (status) => {
        clearTimeout(timer);
        resolve({ kind: 'ended', status: status ?? 255, ...output });
      });
    });
}

/**
 * Where a program may be by a PATH of Windows. By its bare name it would be looked for in the current folder first, which
 * may be somebody else's repository.
 */
export function onWindowsPath(name: string, path: string | undefined): readonly string[] {
  const folders = (path ?? '').split(';').map((folder) => folder.replaceAll('"', ''));
  return folders.filter((folder) => win32.isAbsolute(folder)).map((folder) => win32.join(folder, name));
}
