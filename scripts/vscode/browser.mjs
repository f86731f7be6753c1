import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { installOnce, npmInstall } from './install.mjs';

/**
 * Starts a headless Chromium. `MODEL_CARD_BROWSER` names another one than that from npm.
 * @param {import('./scratch.mjs').Scratch} scratch
 */
export function launchBrowser(scratch) {
  const own = process.env['MODEL_CARD_BROWSER'];
  const { executablePath, env } = own === undefined ? unpackedChromium() : { executablePath: own, env: {} };
  return chromium.launch({
    executablePath,
    env: { ...scratch.env, ...env },
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync'],
    ],
  });
}

/** The Chromium that an npm package carries inside itself, with the libraries and fonts that it brings. */
function unpackedChromium() {
  const folder = installOnce('chromium-147.0.2', unpack);
  const executablePath = join(folder, 'chromium');
  return {
    executablePath,
    env: {
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
      ...(lacksLibraries(executablePath) ? { LD_LIBRARY_PATH: join(folder, 'al2023/lib') } : {}),
    },
  };
}

function unpack(target, folder) {
  npmInstall(target, ['@sparticuz/chromium@147.0.2']);
  const unpacking = "await (await import('@sparticuz/chromium')).default.executablePath()";
  execFileSync(process.execPath, ['--input-type=module', '--eval', unpacking], {
    cwd: target,
    // The package unpacks into TMPDIR, and its system libraries only where it believes to run in a bare container.
    env: { ...process.env, TMPDIR: target, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
    stdio: 'inherit',
  });
  rmSync(join(target, 'node_modules'), { recursive: true });
  mkdirSync(join(target, 'fontcache'));
  writeFileSync(join(target, 'fonts.conf'), fontConfiguration(folder));
}

/** The fonts of the machine where it has some, and those unpacked beside the browser: without any it ends in silence. */
function fontConfiguration(folder) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fontcache</cachedir>
</fontconfig>
`;
}

function lacksLibraries(executable) {
  const { status, stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' });
  return status !== 0 || stdout.includes('not found');
}
