// npm start [-- --host browser] [--hub real]: opens the built extension in a VS Code on a copy of the samples.
import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startLocalHub } from './localHub.mjs';
import { canHost } from './vscode/install.mjs';
import { makeScratch } from './vscode/scratch.mjs';
import { startServer } from './vscode/server.mjs';
import { installVsix, packageExtension } from './vscode/vsix.mjs';

const { values } = parseArgs({ options: { host: { type: 'string' }, hub: { type: 'string', default: 'local' } } });
if (values.host !== undefined && !['browser', 'desktop'].includes(values.host)) {
  fail(`There is no host "${values.host}"; choose browser or desktop.`);
}
if (!['local', 'real'].includes(values.hub)) fail(`There is no hub "${values.hub}"; choose local or real.`);
const firstCard = 'qwill-7b/README.md';
const firstStep = `In ${firstCard}, click "Extract to model-index" above the first table.`;

if (values.host !== 'browser' && hasDesktop()) await startOnDesktop();
else if (values.host === 'desktop')
  fail('The command `code` was not found; install it from VS Code or choose another host.');
else if (canHost) await startInBrowser();
else fail('Install VS Code with its command `code`, or run this on Linux on x64, where npm alone brings a VS Code.');

/** Opens the extension from this folder in the installed VS Code. */
async function startOnDesktop() {
  build();
  const { scratch, folder } = copySamples();
  const hub = await startHub(scratch);
  const options = [`--extensionDevelopmentPath=${resolve('.')}`, '--new-window'];
  runCode([...options, folder, join(folder, firstCard)], hub.env);
  console.log(`VS Code opens ${folder}.\n${hub.steps}`);
  // Without a Hub of its own nothing has to stay.
  if (values.hub === 'local') onEnd(hub.stop);
}

/** Serves a VS Code with the packaged extension installed until Ctrl+C. */
async function startInBrowser() {
  const { scratch, folder } = copySamples();
  await installVsix(packageExtension(), scratch.folder('extensions'));
  const hub = await startHub(scratch);
  const server = await startServer({ version: 'newest', scratch, env: hub.env });
  const address = server.url(folder, [['openFile', server.remote(join(folder, firstCard))]]);
  console.log(`\nOpen this address in a browser on this machine; Ctrl+C ends it:\n\n  ${address}\n\n${hub.steps}`);
  onEnd(async () => {
    await server.stop();
    await hub.stop();
    scratch.remove();
  });
}

/** The Hub that was chosen: what leads an editor to it, and what a person does first. */
async function startHub(scratch) {
  if (values.hub === 'real') return { env: {}, steps: firstStep, stop: async () => undefined };
  const { url, tokens, stop } = await startLocalHub();
  // A token that is kept for the real Hub has no business here.
  const noTokens = { HF_TOKEN: '', HUGGING_FACE_HUB_TOKEN: '', HF_TOKEN_PATH: '', HF_HOME: scratch.folder('hf') };
  const steps = `${firstStep}

A Hub of its own runs beside it, which needs no account: run "Model Card: Open from Hub…", take acme/qwill-7b and change
a line; then click "Not on the Hub yet" below, and paste the token ${tokens.otto}, of somebody who may open pull
requests, or ${tokens.mona}, of the owner.`;
  return { env: { ...noTokens, HF_ENDPOINT: url }, steps, stop };
}

/** Runs `end` when this process is told to end. */
function onEnd(end) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, async () => {
      await end();
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
  return runCode(['--version']) === 0;
}

/** `code` is a script of the shell on Windows, which takes arguments in quotes. */
function runCode(args, env = {}) {
  const windows = process.platform === 'win32';
  const quoted = windows ? args.map((argument) => `"${argument}"`) : args;
  return spawnSync('code', quoted, { shell: windows, stdio: 'ignore', env: { ...process.env, ...env } }).status;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
