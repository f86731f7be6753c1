import * as vscode from 'vscode';

/** The folders in which git keeps what it knows of a working tree. */
export interface GitFolder {
  /** Holds what belongs to this working tree alone, as `HEAD`. */
  readonly own: vscode.Uri;
  /** Holds what all working trees of the repository share. */
  readonly shared: vscode.Uri;
  /** The text of the configuration. */
  readonly config: string;
}

/** What git keeps for the working tree that `folder` is the root of; null where it is none. Worktrees and submodules point elsewhere. */
export async function gitFolderOf(folder: vscode.Uri): Promise<GitFolder | null> {
  const git = vscode.Uri.joinPath(folder, '.git');
  const config = await readConfig(git);
  if (config !== null) return { own: git, shared: git, config };
  const pointer = /^gitdir:\s*(.+?)\s*$/m.exec((await readText(git)) ?? '')?.[1];
  if (pointer === undefined) return null;
  const own = resolve(folder, pointer);
  const common = (await readText(vscode.Uri.joinPath(own, 'commondir')))?.trim();
  const shared = common === undefined ? own : resolve(own, common);
  const sharedConfig = await readConfig(shared);
  return sharedConfig === null ? null : { own, shared, config: sharedConfig };
}

/** The commit that is checked out; null where git's files do not tell. */
export async function headCommit({ own, shared }: GitFolder): Promise<string | null> {
  const head = (await readText(vscode.Uri.joinPath(own, 'HEAD')))?.trim() ?? '';
  const branch = /^ref:\s*(refs\/\S+)$/.exec(head)?.[1];
  if (branch === undefined) return commitIn(head);
  const loose = await readText(vscode.Uri.joinPath(shared, branch));
  if (loose !== null) return commitIn(loose);
  const packed = (await readText(vscode.Uri.joinPath(shared, 'packed-refs'))) ?? '';
  return commitIn(packed.split(/\r?\n/).find((line) => line.endsWith(` ${branch}`)) ?? '');
}

function commitIn(text: string): string | null {
  return /^[0-9a-f]{40}\b/.exec(text)?.[0] ?? null;
}

function readConfig(git: vscode.Uri): Promise<string | null> {
  return readText(vscode.Uri.joinPath(git, 'config'));
}

function resolve(folder: vscode.Uri, path: string): vscode.Uri {
  if (/^[A-Za-z]:[\\/]/.test(path)) return folder.with({ path: `/${path.replaceAll('\\', '/')}` });
  return path.startsWith('/') ? folder.with({ path }) : vscode.Uri.joinPath(folder, path);
}

async function readText(file: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch {
    return null;
  }
}
