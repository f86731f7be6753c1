import { existsSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { Exit, failure, type Failure } from './exit';

/** The folders that an agent may reach; links that lead out of them do not count as inside. */
export class Folders {
  readonly kind = 'folders';
  readonly #folders: readonly string[];

  private constructor(folders: readonly string[]) {
    this.#folders = folders;
  }

  /** Looks that each of them is one. */
  static open(paths: readonly string[]): Folders | Failure {
    for (const path of paths) {
      if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
        return failure(Exit.badUse, `${path} is no folder; give --folder the folder of your cards.`);
      }
    }
    return new Folders(paths.map((path) => realpathSync(path)));
  }

  /** The real path of a file that a path names in one of the folders, whether it exists or not; null outside of them. */
  find(path: string): string | null {
    const places = this.#folders.map((folder) => resolve(folder, path));
    const real = places.filter((place) => existsSync(place)).map((place) => realpathSync(place));
    const inside = (real.length > 0 ? real : places).filter((place) => this.#holds(place));
    return inside[0] ?? null;
  }

  #holds(place: string): boolean {
    return this.#folders.some((folder) => {
      const way = relative(folder, place);
      return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
    });
  }
}
