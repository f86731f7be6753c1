import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { launchBrowser } from './browser.mjs';
import { versions } from './install.mjs';
import { makeScratch } from './scratch.mjs';
import { startServer } from './server.mjs';

const project = resolve(import.meta.dirname, '../..');
const suite = join(project, 'out/test/vscode/index.js');
const longest = 10 * 60_000;

/**
 * Runs the suite of test/vscode inside the extension host of a VS Code, on a copy of the samples.
 * The desktop VS Code is used where it can be had, else the server of code-server with a headless browser.
 * @param {import('./install.mjs').Version} version
 * @param {Record<string, string>} env what the extension host finds in its environment
 * @returns {Promise<number>} the exit status
 */
export async function runInExtensionHost(version, env) {
  const scratch = makeScratch();
  try {
    const workspace = scratch.folder('workspace');
    cpSync(join(project, 'samples'), workspace, { recursive: true });
    return (await desktopIsAvailable())
      ? await runOnDesktop(version, workspace, env)
      : await runInBrowser(version, workspace, env, scratch);
  } finally {
    scratch.remove();
  }
}

/** Whether a desktop VS Code can be started here: one is named, or it can be downloaded and has a display. */
export async function desktopIsAvailable() {
  if (process.env['MODEL_CARD_VSCODE'] !== undefined) return true;
  if (process.platform === 'linux' && process.env['DISPLAY'] === undefined) return false;
  try {
    const releases = 'https://update.code.visualstudio.com/api/releases/stable';
    return (await fetch(releases, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}

function runOnDesktop(version, workspace, env) {
  const named = process.env['MODEL_CARD_VSCODE'];
  return runTests({
    ...(named === undefined ? { version: versions[version].vscode } : { vscodeExecutablePath: named }),
    extensionDevelopmentPath: project,
    extensionTestsPath: suite,
    extensionTestsEnv: env,
    launchArgs: [workspace, '--disable-extensions', '--skip-welcome', '--disable-workspace-trust'],
  });
}

async function runInBrowser(version, workspace, env, scratch) {
  const server = await startServer({ version, scratch, driver: true, env });
  const browser = await launchBrowser(scratch);
  try {
    const page = await browser.newPage();
    /** @type {Promise<number>} */
    const status = new Promise((done, fail) => {
      void page.exposeFunction('codeAutomationExit', done);
      browser.once('disconnected', () => fail(new Error('The browser ended before the suite did.')));
      setTimeout(() => fail(new Error('The suite took longer than ten minutes.')), longest).unref();
    });
    await page.exposeFunction('codeAutomationLog', () => undefined);
    await page.goto(
      server.url(workspace, [
        ['extensionDevelopmentPath', server.remote(project)],
        ['extensionTestsPath', server.remote(suite)],
        ['skipWelcome', 'true'],
      ]),
    );
    return await status;
  } finally {
    await browser.close();
    await server.stop();
  }
}
