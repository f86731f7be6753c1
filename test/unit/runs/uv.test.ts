import assert from 'node:assert/strict';
import { findUv, placesOfUv, uvInstallCommand } from '../../../src/runs/uv';
import type { RunProgram } from '../../../src/runs/program';

const LINUX = { platform: 'linux', homeFolder: '/home/mona', env: {} } as const;

/** A machine on which only one path is a program, which prints this. */
function only(path: string, stdout: string): RunProgram {
  return (tried) =>
    Promise.resolve(tried === path ? { kind: 'ended', status: 0, stdout, stderr: '' } : { kind: 'missing' });
}

describe('uv', () => {
  it('is found on the PATH, or where its installers put it', async () => {
    assert.deepEqual(await findUv(LINUX, only('uv', 'uv 0.13.9 (abc 2026-11-01)\n')), {
      path: 'uv',
      version: '0.13.9',
    });
    const own = '/home/mona/.local/bin/uv';
    assert.equal((await findUv(LINUX, only(own, 'uv 0.12.5\n')))?.path, own);
    assert.equal((await findUv(LINUX, only('/opt/homebrew/bin/uv', 'uv 0.12.5\n')))?.path, '/opt/homebrew/bin/uv');
    const chosen = { ...LINUX, env: { UV_INSTALL_DIR: '/tools' } };
    assert.equal((await findUv(chosen, only('/tools/uv', 'uv 0.12.5\n')))?.path, '/tools/uv');
  });

  it('is not any program of that name', async () => {
    assert.equal(await findUv(LINUX, only('uv', 'UltraViewer 3\n')), null);
    assert.equal(await findUv(LINUX, () => Promise.resolve({ kind: 'late' })), null);
  });

  it('is installed by a command of the system', () => {
    assert.match(uvInstallCommand('darwin'), /^curl .*install\.sh \| sh$/);
    assert.match(uvInstallCommand('win32'), /^powershell .*install\.ps1/);
    const windows = placesOfUv({
      platform: 'win32',
      homeFolder: 'C:\\Users\\mona',
      env: { LOCALAPPDATA: 'C:\\Local', PATH: '.;"C:\\My Tools";;bin;D:\\uv' },
    });
    // Never by its bare name, for which Windows looks into the current folder first.
    assert.deepEqual(windows.slice(0, 2), ['C:\\My Tools\\uv.exe', 'D:\\uv\\uv.exe']);
    assert.ok(!windows.includes('uv.exe'));
    assert.ok(windows.some((path) => path.includes('WinGet')));
  });
});
