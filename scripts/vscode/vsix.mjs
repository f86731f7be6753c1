import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import yauzl from 'yauzl';

/** Builds and packages the extension and returns the path of the package. */
export function packageExtension() {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'package'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The extension could not be packaged.\n${stdout}${stderr}`);
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
  return resolve(`${name}-${version}.vsix`);
}

/**
 * The files of a packaged extension by their paths in it, without the wrapping that VS Code does not install.
 * @param {string} path
 * @returns {Promise<Map<string, Buffer>>}
 */
export async function readVsix(path) {
  /** @type {import('yauzl').ZipFile} */
  const archive = await new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened)));
  });
  const files = new Map();
  return new Promise((resolve, reject) => {
    archive.on('error', reject);
    archive.on('end', () => resolve(files));
    archive.on('entry', async (entry) => {
      try {
        const name = /^extension\/(.*[^/])$/.exec(entry.fileName)?.[1];
        if (name !== undefined)
          files.set(name, await buffer(await promisify(archive.openReadStream.bind(archive))(entry)));
        archive.readEntry();
      } catch (error) {
        reject(error);
      }
    });
    archive.readEntry();
  });
}

/**
 * Puts a packaged extension where a VS Code with this extensions folder finds it installed.
 * @param {string} path
 * @param {string} extensions
 */
export async function installVsix(path, extensions) {
  const files = await readVsix(path);
  const { publisher, name, version } = JSON.parse(String(files.get('package.json')));
  for (const [file, content] of files) {
    const target = join(extensions, `${publisher}.${name}-${version}`, file);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}
