import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { installVsCode } from './install.mjs';

/** Settings that keep a VS Code quiet and its screen the same at every run. */
const quietSettings = {
  'security.workspace.trust.enabled': false,
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'terminal.integrated.gpuAcceleration': 'off',
};

/**
 * Starts VS Code's own server, whose workbench a browser opens.
 * `driver` makes it honour a test suite in the address, and refuse every modal dialog.
 * @param {{
 *   version: import('./install.mjs').Version,
 *   scratch: import('./scratch.mjs').Scratch,
 *   driver?: boolean,
 *   settings?: Record<string, unknown>,
 *   env?: Record<string, string>,
 * }} options
 */
export async function startServer({ version, scratch, driver = false, settings = {}, env = {} }) {
  const { node, main } = installVsCode(version);
  const data = scratch.folder('data');
  for (const scope of ['Machine', 'User']) {
    mkdirSync(join(data, 'data', scope), { recursive: true });
    writeFileSync(
      join(data, 'data', scope, 'settings.json'),
      JSON.stringify({ ...quietSettings, ...settings }, null, 2),
    );
  }
  const server = spawn(
    node,
    [
      main,
      ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'],
      ...['--telemetry-level', 'off', '--server-data-dir', data, '--extensions-dir', scratch.folder('extensions')],
      ...(driver ? ['--enable-smoke-test-driver'] : []),
    ],
    { env: { ...scratch.env, ...env }, detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const log = createWriteStream(join(scratch.folder('logs'), 'server.log'));
  server.stderr.pipe(log);
  server.stdout.pipe(log);
  // The whole group: the extension host and the terminals are processes of their own.
  const stop = () => {
    try {
      process.kill(-(server.pid ?? 0), 'SIGKILL');
    } catch {
      // It has ended already.
    }
  };
  process.once('exit', stop);
  const port = await listeningPort(server);
  return {
    /**
     * The address at which a browser opens the workbench on a folder.
     * @param {string} folder
     * @param {readonly (readonly [string, string])[]} payload
     */
    url: (folder, payload = []) =>
      `http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}` +
      (payload.length > 0 ? `&payload=${encodeURIComponent(JSON.stringify(payload))}` : ''),
    /** A file of this machine as the workbench names it. */
    remote: (/** @type {string} */ path) => `vscode-remote://127.0.0.1:${port}${path}`,
    stop: async () => {
      process.off('exit', stop);
      const ended = new Promise((resolve) => server.once('exit', resolve));
      stop();
      if (server.exitCode === null && server.signalCode === null) await ended;
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof startServer>>} Server */

/** @returns {Promise<number>} */
function listeningPort(server) {
  return new Promise((resolve, reject) => {
    createInterface({ input: server.stdout }).on('line', (line) => {
      const port = /listening on (\d+)/.exec(line)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
    server.once('error', reject);
    server.once('exit', (code) =>
      reject(new Error(`The VS Code server ended with status ${code} before it was ready.`)),
    );
  });
}
