import * as vscode from 'vscode';
import { Scheme } from '../../contributions';
import { hubRepositoryOfConfig, type HubRepository } from '../../card/repository';
import { hubReference } from '../hubFiles/hubUri';

/** A look-up is repeated after this time, so that a remote added meanwhile is seen. */
const FRESH_FOR_MS = 10_000;

interface LookUp {
  readonly at: number;
  readonly repository: Promise<HubRepository | null>;
}

/** Tells which repository of the Hub a file comes from, by its address there or the git remotes of the folders above. */
export class Repositories {
  readonly #byFolder = new Map<string, LookUp>();

  /** The Hub repository that `file` stands in, or null. */
  of(file: vscode.Uri): Promise<HubRepository | null> {
    if (file.scheme === Scheme.hub) {
      const reference = hubReference(file);
      return Promise.resolve(reference && { kind: 'model', id: reference.model });
    }
    if (!file.path.startsWith('/') || file.scheme === 'untitled') return Promise.resolve(null);
    const folder = vscode.Uri.joinPath(file, '..');
    const known = this.#byFolder.get(folder.toString());
    if (known !== undefined && Date.now() - known.at < FRESH_FOR_MS) return known.repository;
    const repository = findRepository(folder);
    this.#byFolder.set(folder.toString(), { at: Date.now(), repository });
    return repository;
  }
}

async function findRepository(start: vscode.Uri): Promise<HubRepository | null> {
  for (let folder = start; ; folder = vscode.Uri.joinPath(folder, '..')) {
    const config = await readGitConfig(folder);
    if (config !== null) return hubRepositoryOfConfig(config);
    if (folder.path === '/' || folder.path === '') return null;
  }
}

/** The git configuration of a working tree, also where `.git` is a file that points elsewhere (worktrees, submodules). */
async function readGitConfig(folder: vscode.Uri): Promise<string | null> {
  const git = vscode.Uri.joinPath(folder, '.git');
  const config = await readText(vscode.Uri.joinPath(git, 'config'));
  if (config !== null) return config;
  const pointer = /^gitdir:\s*(.+?)\s*$/m.exec((await readText(git)) ?? '')?.[1];
  if (pointer === undefined) return null;
  const gitFolder = resolve(folder, pointer);
  const common = (await readText(vscode.Uri.joinPath(gitFolder, 'commondir')))?.trim();
  return readText(vscode.Uri.joinPath(common === undefined ? gitFolder : resolve(gitFolder, common), 'config'));
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
