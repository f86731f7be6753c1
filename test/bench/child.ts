import { spawnSync } from 'node:child_process';

/** Measures in a process of its own what the benchmark's program does when it is started with this name. */
export function inChild(name: string, env: NodeJS.ProcessEnv = {}): Readonly<Record<string, number>> {
  const { status, stdout, stderr } = spawnSync(process.execPath, [__filename, '--child', name], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(`Measuring ${name} failed: ${stderr}`);
  return JSON.parse(stdout) as Readonly<Record<string, number>>;
}
