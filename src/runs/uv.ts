import { join } from 'node:path';
import { onWindowsPath, type RunProgram } from './program';

/** The system that uv is looked for on. */
export interface System {
  readonly platform: NodeJS.Platform;
  readonly homeFolder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A uv that answers. */
export interface Uv {
  readonly path: string;
  /** As in `0.13.9`. */
  readonly version: string;
}

/** Finds uv on the PATH, or where its installers put it: an editor started from the desktop has no shell's PATH. */
export async function findUv(system: System, run: RunProgram): Promise<Uv | null> {
  for (const path of placesOfUv(system)) {
    const ending = await run(path, ['--version']);
    const version = ending.kind === 'ended' ? /^uv (\d+\.\S+)/.exec(ending.stdout)?.[1] : undefined;
    if (version !== undefined) return { path, version };
  }
  return null;
}

/** Where uv may be, the PATH first. */
export function placesOfUv({ platform, homeFolder, env }: System): readonly string[] {
  if (platform === 'win32') {
    const local = env['LOCALAPPDATA'];
    return [
      ...onWindowsPath('uv.exe', env['PATH']),
      join(homeFolder, '.local', 'bin', 'uv.exe'),
      ...(local === undefined ? [] : [join(local, 'Microsoft', 'WinGet', 'Links', 'uv.exe')]),
      join(homeFolder, 'scoop', 'shims', 'uv.exe'),
    ];
  }
  const own = [env['UV_INSTALL_DIR'], env['XDG_BIN_HOME']].filter((folder) => folder !== undefined && folder !== '');
  const folders = [
    ...own.map(String),
    join(homeFolder, '.local', 'bin'),
    join(homeFolder, '.cargo', 'bin'),
    '/opt/homebrew/bin',
    '/usr/local/bin',
    '/home/linuxbrew/.linuxbrew/bin',
  ];
  return ['uv', ...folders.map((folder) => join(folder, 'uv'))];
}

/** The command that installs uv on a system. */
export function uvInstallCommand(platform: NodeJS.Platform): string {
  return platform === 'win32'
    ? 'powershell -ExecutionPolicy ByPass -c "irm https://astral.sh/uv/install.ps1 | iex"'
    : 'curl -LsSf https://astral.sh/uv/install.sh | sh';
}
