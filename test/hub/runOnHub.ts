import assert from 'node:assert/strict';
import { type ChildProcess, execFile } from 'node:child_process';
import { type Outcome, PROGRAM } from '../cli/program';
import { TOKENS } from './server/samples';

/** How the program is started. */
export interface ProgramStart {
  /** Where it runs, and what it takes for its home. */
  readonly folder: string;
  /** An account's token, or nobody's. */
  readonly token: string | null;
  readonly args: readonly string[];
  /** Is given the process while it runs. */
  readonly started?: (process: ChildProcess) => void;
}

/** Runs the program on a Hub and looks that no token is printed. The status is null where it was killed. */
export async function runOnHub(hubUrl: string, { folder, token, args, started }: ProgramStart): Promise<Outcome> {
  const { PATH = '' } = process.env;
  const env = { PATH, HOME: folder, HF_ENDPOINT: hubUrl, ...(token !== null && { HF_TOKEN: token }) };
  const outcome = await new Promise<Outcome>((done) => {
    const options = { cwd: folder, env, maxBuffer: Infinity };
    const child = execFile(process.execPath, [PROGRAM, ...args], options, (_error, stdout, stderr) => {
      done({ status: child.exitCode, stdout, stderr });
    });
    started?.(child);
  });
  for (const secret of Object.values(TOKENS)) assert.ok(!(outcome.stdout + outcome.stderr).includes(secret));
  return outcome;
}
