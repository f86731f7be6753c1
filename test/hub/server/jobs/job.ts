import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What a job was asked to do. */
export interface JobSpec {
  readonly dockerImage: string;
  readonly command: readonly string[];
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly flavor: string;
  readonly timeoutSeconds: number;
  readonly labels: Readonly<Record<string, string>>;
}

/** An entry of a log. */
export interface LogEntry {
  readonly data: string;
  readonly timestamp: string;
}

export type Stage = 'SCHEDULING' | 'RUNNING' | 'COMPLETED' | 'CANCELED' | 'ERROR';

/** A job, whose command runs in a process of this machine in place of a container. */
export class Job {
  stage: Stage = 'SCHEDULING';
  message: string | null = null;
  startedAt: Date | null = null;
  finishedAt: Date | null = null;
  readonly createdAt = new Date();
  readonly log: LogEntry[] = [];
  readonly #watchers = new Set<() => void>();
  #child: ChildProcess | null = null;

  constructor(
    readonly id: string,
    readonly owner: string,
    readonly initiator: string,
    readonly spec: JobSpec,
  ) {}

  get isOver(): boolean {
    return this.finishedAt !== null;
  }

  /** Runs the command to its end in an empty folder. */
  async run(environment: Readonly<Record<string, string>>): Promise<void> {
    if (this.isOver) return;
    const { command, arguments: more, secrets, timeoutSeconds } = this.spec;
    const [program = '', ...args] = [...command, ...more];
    const folder = mkdtempSync(join(tmpdir(), 'model-card-job-'));
    this.stage = 'RUNNING';
    this.startedAt = new Date();
    this.#write(`===== Job started at ${this.startedAt.toISOString()} =====`);
    const child = spawn(program, args, {
      cwd: folder,
      env: { HOME: folder, JOB_ID: this.id, ...environment, ...this.spec.environment, ...secrets },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, which is ended as a whole.
      detached: true,
    });
    this.#child = child;
    for (const output of [child.stdout, child.stderr]) {
      createInterface({ input: output }).on('line', (line) => this.#write(line));
    }
    const timer = setTimeout(() => this.#end('ERROR', 'Job timeout'), timeoutSeconds * 1000);
    const [code] = await once(child, 'close').catch((error: unknown) => [String(error)] as unknown[]);
    clearTimeout(timer);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    if (code === 0) this.#end('COMPLETED', null);
    else this.#end('ERROR', `Job failed with exit code: ${String(code)}`);
  }

  cancel(): void {
    this.#end('CANCELED', null);
  }

  /** Calls back at each new entry and at the end, until the function that it gives back is called. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  #write(data: string): void {
    if (this.isOver) return;
    this.log.push({ data, timestamp: new Date().toISOString() });
    for (const watcher of this.#watchers) watcher();
  }

  #end(stage: Stage, message: string | null): void {
    if (this.isOver) return;
    this.#write(`===== Job finished: status=${stage} =====`);
    this.stage = stage;
    this.message = message;
    this.finishedAt = new Date();
    for (const watcher of this.#watchers) watcher();
    const { pid, exitCode, signalCode } = this.#child ?? {};
    if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, 'SIGKILL');
  }
}
