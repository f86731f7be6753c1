import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder for one run of VS Code and its browser, with a home, temporary files and run-time files of their own:
 * they leave caches, sockets and histories there. Its path is short, since sockets allow about 100 characters.
 */
export function makeScratch() {
  const root = mkdtempSync(join(tmpdir(), 'model-card-'));
  const folder = (/** @type {string} */ name) => {
    const path = join(root, name);
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return path;
  };
  return {
    root,
    folder,
    env: { ...process.env, HOME: folder('home'), TMPDIR: folder('tmp'), XDG_RUNTIME_DIR: folder('run') },
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** @typedef {ReturnType<typeof makeScratch>} Scratch */
