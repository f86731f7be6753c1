import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { hubRepositoryOfConfig } from './card/repository';

/** What the place of a card tells about its model. */
export interface CardPlace {
  /** The model repository of the Hub that the folder is a clone of. */
  readonly repositoryId?: string;
  /** The name of the card's folder. */
  readonly folder: string;
}

/** Looks at the folders around a card; git itself is not needed. */
export function placeOfCard(file: string): CardPlace {
  const folder = dirname(resolve(file));
  const config = gitConfig(folder);
  const repository = config === null ? null : hubRepositoryOfConfig(config);
  return { folder: basename(folder), ...(repository?.kind === 'model' && { repositoryId: repository.id }) };
}

/** A card on the Hub lies in its repository. */
export function placeOnHub(model: string): CardPlace {
  return { folder: basename(model), repositoryId: model };
}

/** The git configuration of the innermost repository that holds `folder`. */
function gitConfig(folder: string): string | null {
  const git = join(folder, '.git');
  const config = readIfThere(join(git, 'config')) ?? readIfThere(join(linkedGitFolder(git), 'config'));
  if (config !== null) return config;
  const parent = dirname(folder);
  return parent === folder ? null : gitConfig(parent);
}

/** In a worktree and a submodule `.git` is a file that names the folder; a worktree's in turn names the shared one. */
function linkedGitFolder(gitFile: string): string {
  const named = /^gitdir: (.*)/.exec(readIfThere(gitFile) ?? '')?.[1];
  if (named === undefined) return gitFile;
  const folder = resolve(dirname(gitFile), named.trim());
  return resolve(folder, readIfThere(join(folder, 'commondir'))?.trim() ?? '.');
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
