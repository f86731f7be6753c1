import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installOnce } from '../vscode/install.mjs';

/** The path of `uv`, from the PATH or installed by pip into the cache; undefined where neither is to be had. */
export function findUv() {
  if (works('uv', '--version')) return 'uv';
  const python = ['python3', 'python'].find((name) => works(name, '-m', 'pip', '--version'));
  if (python === undefined) return undefined;
  try {
    const folder = installOnce('uv', (target) => {
      const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--root-user-action=ignore'];
      const { status } = spawnSync(python, [...pip, '--target', target, 'uv'], { stdio: 'inherit' });
      if (status !== 0) throw new Error('pip could not install uv.');
    });
    return join(folder, 'bin/uv');
  } catch {
    return undefined;
  }
}

function works(...[program, ...args]) {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}
