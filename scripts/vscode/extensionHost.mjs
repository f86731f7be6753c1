import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { refuseTokens } from '../test/traces.mjs';
import { launchBrowser } from './browser.mjs';
import { versions } from './install.mjs';
import { makeScratch } from './scratch.mjs';
import { startServer } from './server.mjs';

const project = resolve(import.meta.dirname, '../..');
const suite = join(project, 'out/test/vscode/index.js');
const longestMinutes = 30;

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
    const status = (await desktopIsAvailable(version))
      ? await runOnDesktop(version, workspace, env)
      : await runInBrowser(version, workspace, env, scratch);
    refuseTokens(scratch.root);
    return status;
  } finally {
    scratch.remove();
  }
}

/**
 * Whether a desktop VS Code can be started here: one is named, or it can be downloaded and has a display.
 * @param {import('./install.mjs').Version} version
 */
export async function desktopIsAvailable(version) {
  if (namedDesktop(version) !== undefined) return true;
  if (process.platform === 'linux' && process.env['DISPLAY'] === undefined) return false;
  try {
    const releases = 'https://update.code.visualstudio.com/api/releases/stable';
    return (await fetch(releases, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}

/** The VS Code that a person named; it stands for the newest, whatever it is. */
function namedDesktop(version) {
  return version === 'newest' ? process.env['MODEL_CARD_VSCODE'] : undefined;
}

async function runOnDesktop(version, workspace, env) {
  const named = namedDesktop(version);
  try {
    return await runTests({
      ...(named === undefined ? { version: versions[version].vscode } : { vscodeExecutablePath: named }),
      extensionDevelopmentPath: project,
      extensionTestsPath: suite,
      extensionTestsEnv: env,
      launchArgs: [workspace, '--disable-extensions', '--skip-welcome', '--disable-workspace-trust'],
    });
  } catch (error) {
    if (error instanceof TestRunFailedError) return error.code ?? 1;
    throw error;
  }
}

async function runInBrowser(version, workspace, env, scratch) {
  const server = await startServer({ version, scratch, driver: true, env });
  try {
    const browser = await launchBrowser(scratch);
    try {
      const page = await browser.newPage();
      const status = exitStatus(browser, page);
      await page.exposeFunction('codeAutomationLog', () => undefined);
      const address = server.url(workspace, [
        ['extensionDevelopmentPath', server.remote(project)],
        ['extensionTestsPath', server.remote(suite)],
        ['skipWelcome', 'true'],
      ]);
      const [code] = await Promise.all([status, page.goto(address)]);
      return code;
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

/**
 * What the workbench reports when the suite has ended.
 * @param {import('playwright-core').Browser} browser
 * @param {import('playwright-core').Page} page
 * @returns {Promise<number>}
 */
function exitStatus(browser, page) {
  return new Promise((done, fail) => {
    page.exposeFunction('codeAutomationExit', done).catch(fail);
    browser.once('disconnected', () => fail(new Error('The browser ended before the suite did.')));
    const tooLong = () => fail(new Error(`The suite took longer than ${String(longestMinutes)} minutes.`));
    setTimeout(tooLong, longestMinutes * 60_000).unref();
  });
}
