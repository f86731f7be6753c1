import { type ChildProcess, spawn } from 'node:child_process';
import { StringDecoder } from 'node:string_decoder';

/** A program to start: its arguments as they are, without a shell. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  /** Set beside what the environment holds already; the token is here and nowhere else. */
  readonly environment: Readonly<Record<string, string>>;
}

/** A run that was started. */
export interface StartedRun {
  /** Its exit status and the result file that it named; rejects where the program cannot be started. */
  readonly ended: Promise<{ readonly status: number; readonly results: string | null }>;
  /** Asks it to end with all that it started, which frees the GPU; that takes up to half a minute. */
  cancel(): void;
}

/** An evaluation script, and the extras of inspect_evals that its tasks need. */
export interface Script {
  readonly path: string;
  /** What stands in the file; its header says what uv installs. */
  readonly text: string;
  readonly extras: readonly string[];
}

/** The command that runs an evaluation script with uv. */
export function uvCommand(
  uv: string,
  script: Script,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Command {
  const words = ['run', '--no-project', ...extraArguments(script), '--script', script.path];
  return { program: uv, args: [...words, ...args], environment };
}

/** Has uv install extras too, in the version and as of the day that the script is bound to. */
export function extraArguments({ text, extras }: Pick<Script, 'text' | 'extras'>): readonly string[] {
  if (extras.length === 0) return [];
  const version = /"inspect-evals(==[\d.]+)"/.exec(text)?.[1] ?? '';
  const day = /^# exclude-newer = "(.+)"$/m.exec(text)?.[1];
  return [
    ...(day === undefined ? [] : ['--exclude-newer', day]),
    ...['--with', `inspect-evals[${extras.join(',')}]${version}`],
  ];
}

/** Starts a run whose standard output goes to `show`; what it says on standard error is seen at once. */
export function startRun({ program, args, environment }: Command, show: (text: Buffer) => void): StartedRun {
  const child = spawn(program, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
    // A group of its own, so that Ctrl+C reaches it once, by `cancel`.
    detached: process.platform !== 'win32',
  });
  const results = new ResultsLine();
  child.stdout.on('data', (text: Buffer) => {
    results.read(text);
    show(text);
  });
  return {
    ended: new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (status) => {
        resolve({ status: status ?? 1, results: results.path });
      });
    }),
    cancel: () => {
      endOnce(child);
    },
  };
}

function endOnce(child: ChildProcess): void {
  // On Windows Ctrl+C has reached it already.
  if (process.platform === 'win32' || child.killed) return;
  // uv hands this signal on to the script, which ends what it has started. A second one would cut that short.
  child.kill('SIGTERM');
}

/** Finds the line in which a script names its result file. */
class ResultsLine {
  path: string | null = null;
  readonly #decoder = new StringDecoder('utf8');
  #line = '';

  read(bytes: Buffer): void {
    const lines = (this.#line + this.#decoder.write(bytes)).split(/\r?\n|\r/);
    // Longer than any path: a line that never ends is not kept.
    this.#line = (lines.pop() ?? '').slice(0, 8192);
    for (const line of lines) this.path = /^Results: (.+)$/.exec(line)?.[1] ?? this.path;
  }
}
