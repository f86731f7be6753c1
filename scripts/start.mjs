// npm start [-- --host browser]: opens the built extension in a VS Code on a copy of the samples.
import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { canHost } from './vscode/install.mjs';
import { makeScratch } from './vscode/scratch.mjs';
import { startServer } from './vscode/server.mjs';
import { installVsix, packageExtension } from './vscode/vsix.mjs';

const { values } = parseArgs({ options: { host: { type: 'string' } } });
if (values.host !== undefined && !['browser', 'desktop'].includes(values.host)) {
  fail(`There is no host "${values.host}"; choose browser or desktop.`);
}
const firstCard = 'qwill-7b/README.md';
const firstStep = `In ${firstCard}, click "Extract to model-index" above the first table.`;

if (values.host !== 'browser' && hasDesktop()) startOnDesktop();
else if (values.host === 'desktop')
  fail('The command `code` was not found; install it from VS Code or choose another host.');
else if (canHost) await startInBrowser();
else fail('Install VS Code with its command `code`, or run this on Linux on x64, where npm alone brings a VS Code.');

/** Opens the extension from this folder in the installed VS Code. */
function startOnDesktop() {
  build();
  const { folder } = copySamples();
  runCode(`--extensionDevelopmentPath=${resolve('.')}`, '--new-window', folder, join(folder, firstCard));
  console.log(`VS Code opens ${folder}.\n${firstStep}`);
}

/** Serves a VS Code with the packaged extension installed until Ctrl+C. */
async function startInBrowser() {
  const { scratch, folder } = copySamples();
  await installVsix(packageExtension(), scratch.folder('extensions'));
  const server = await startServer({ version: 'newest', scratch });
  const address = server.url(folder, [['openFile', server.remote(join(folder, firstCard))]]);
  console.log(`\nOpen this address in a browser on this machine; Ctrl+C ends it:\n\n  ${address}\n\n${firstStep}`);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, async () => {
      await server.stop();
      scratch.remove();
      process.exit(0);
    });
  }
}

function copySamples() {
  const scratch = makeScratch();
  const folder = scratch.folder('model-cards');
  cpSync('samples', folder, { recursive: true });
  return { scratch, folder };
}

function build() {
  const { status } = spawnSync(process.execPath, ['esbuild.mjs'], { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

function hasDesktop() {
  return runCode('--version') === 0;
}

/** `code` is a script of the shell on Windows, which takes arguments in quotes. */
function runCode(...args) {
  const windows = process.platform === 'win32';
  const quoted = windows ? args.map((argument) => `"${argument}"`) : args;
  return spawnSync('code', quoted, { shell: windows, stdio: 'ignore' }).status;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
