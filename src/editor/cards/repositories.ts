import * as vscode from 'vscode';
import { Scheme } from '../../contributions';
import { hubRepositoryOfConfig, type HubRepository } from '../../card/repository';
import { hubReference } from '../hubFiles/hubUri';
import { type GitFolder, gitFolderOf } from './gitFolder';

/** A look-up is repeated after this time, so that a remote added meanwhile is seen. */
const FRESH_FOR_MS = 10_000;

/** A working tree whose remote is a repository of the Hub. */
export interface Clone {
  readonly repository: HubRepository;
  readonly root: vscode.Uri;
  readonly git: GitFolder;
}

interface LookUp {
  readonly at: number;
  readonly clone: Promise<Clone | null>;
}

/** Tells which repository of the Hub a file comes from, by its address there or the git remotes of the folders above. */
export class Repositories {
  readonly #byFolder = new Map<string, LookUp>();

  /** The Hub repository that `file` stands in, or null. */
  async of(file: vscode.Uri): Promise<HubRepository | null> {
    if (file.scheme === Scheme.hub) {
      const reference = hubReference(file);
      return reference && { kind: 'model', id: reference.model };
    }
    return (await this.cloneOf(file))?.repository ?? null;
  }

  /** The clone of a Hub repository that `file` stands in, or null. */
  cloneOf(file: vscode.Uri): Promise<Clone | null> {
    if (!file.path.startsWith('/') || ['untitled', Scheme.hub].includes(file.scheme)) return Promise.resolve(null);
    const folder = vscode.Uri.joinPath(file, '..');
    const known = this.#byFolder.get(folder.toString());
    if (known !== undefined && Date.now() - known.at < FRESH_FOR_MS) return known.clone;
    const clone = findClone(folder);
    this.#byFolder.set(folder.toString(), { at: Date.now(), clone });
    return clone;
  }
}

async function findClone(start: vscode.Uri): Promise<Clone | null> {
  for (let root = start; ; root = vscode.Uri.joinPath(root, '..')) {
    const git = await gitFolderOf(root);
    if (git !== null) {
      const repository = hubRepositoryOfConfig(git.config);
      return repository && { repository, root, git };
    }
    if (root.path === '/' || root.path === '') return null;
  }
}
