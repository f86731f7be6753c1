// npm runs this after an install in a checkout, and before it packs the package from a git URL. There
// `npm install -g` (which pre-commit calls) passes its own -g on, so that the tools of the build are not
// installed: then they are installed here first.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

if (!existsSync('node_modules/esbuild')) run('npm', 'ci', '--ignore-scripts', '--no-global', '--include=dev');
run(process.execPath, 'esbuild.mjs');

function run(program, ...args) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_config_(?:global|prefix)$/i.test(name)),
  );
  const { status, error } = spawnSync(program, args, { stdio: 'inherit', env, shell: process.platform === 'win32' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
