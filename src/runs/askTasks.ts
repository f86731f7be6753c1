import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Framework, scriptOf } from './request';
import { uvCommand } from './start';
import { parseTaskList, type TaskList } from './taskLists';

/** What asking a framework for its tasks came to; a problem is one sentence with the next step. */
export type AskedTasks =
  | { readonly kind: 'list'; readonly list: TaskList }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'problem'; readonly message: string };

/** How a framework is asked. */
export interface TaskQuestion {
  /** The path of uv. */
  readonly uv: string;
  readonly framework: Framework;
  /** The folder of the evaluation scripts. */
  readonly scriptFolder: string;
  /** Ends what was started. */
  readonly signal: AbortSignal;
  /** Gets the lines of uv and of the framework about what they do. */
  readonly tell: (line: string) => void;
}

/** The scripts that need least beside the framework. */
const BACKENDS = { inspect: 'providers', lighteval: 'transformers' } as const;

/** More than any list of tasks; what says more is no list. */
const MOST_CHARACTERS = 32 * 1024 * 1024;

/** So much of what is said about a failure is looked through. */
const MOST_ERRORS = 64 * 1024;

/** How our scripts begin the sentence on a failure (`python/common/run.py`). */
const SENTENCE = /^(?:Not started|Failed): /;

/** A message has room for so much. */
const LONGEST_LINE = 200;

/** Asks a framework for its tasks, in the version that the scripts install; uv does that where it is not here yet. */
export async function askTasks(question: TaskQuestion): Promise<AskedTasks> {
  const { uv, framework, scriptFolder, signal } = question;
  const path = join(scriptFolder, scriptOf({ framework, backend: BACKENDS[framework] }) ?? '');
  const script = { path, text: await readFile(path, 'utf8'), extras: [] };
  const { program, args } = uvCommand(uv, script, ['--list-tasks'], {});
  const { status, output, errors } = await outputOf(program, args, question);
  if (signal.aborted) return { kind: 'cancelled' };
  const list = status === 0 ? parseTaskList(output, new Date().toISOString()) : null;
  if (list !== null) return { kind: 'list', list };
  const reason = status === 0 ? '' : reasonIn(errors);
  const told = reason === '' ? '' : ` (${reason})`;
  const message = `${framework} gave no list of its tasks${told}, so the one from before stays; look whether this machine is online, then try again.`;
  return { kind: 'problem', message };
}

/** The sentence with which a script ends, which stands above the line that it explains; else the last line. */
function reasonIn(errors: string): string {
  const lines = errors.split('\n').map((line) => line.trim());
  const sentence = lines.find((line) => SENTENCE.test(line))?.replace(SENTENCE, '');
  return (sentence ?? lines.findLast((line) => line !== '') ?? '').slice(0, LONGEST_LINE).replace(/\.$/, '');
}

/** Runs a program without a shell; status null where it could not be started or was ended. */
function outputOf(
  program: string,
  args: readonly string[],
  { signal, tell }: TaskQuestion,
): Promise<{ readonly status: number | null; readonly output: string; readonly errors: string }> {
  return new Promise((resolve) => {
    // uv hands SIGTERM on to the script, which ends what it has started.
    const env = { ...process.env, UV_NO_PROGRESS: '1' };
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true, signal });
    let [output, errors] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output.length > MOST_CHARACTERS) child.kill();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors = (errors + text).slice(-MOST_ERRORS);
      const line = text.trim().split('\n').at(-1)?.trim() ?? '';
      if (line !== '') tell(line.slice(0, LONGEST_LINE));
    });
    child.on('error', (error) => {
      errors = error.message;
    });
    child.on('close', (status) => resolve({ status, output, errors }));
  });
}
