import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Benchmarks } from '../../results/benchmarks';
import { loadCore } from '../cardCore';
import type { CardPlace } from './cardOverview';
import { OpenCard } from './openCard';

/** Opens versions of cards; the core and its data are loaded with the first one. */
export class CardOpener {
  readonly #dataFolder: string;
  #benchmarks: Benchmarks | undefined;

  /** `dataFolder` holds the data files of the product. */
  constructor(dataFolder: string) {
    this.#dataFolder = dataFolder;
  }

  /** Analyses one version of a card. */
  open(text: string, place: CardPlace, previous: OpenCard | undefined): OpenCard {
    const core = loadCore();
    this.#benchmarks ??= core.parseBenchmarks(
      JSON.parse(readFileSync(join(this.#dataFolder, 'benchmarks.json'), 'utf8')),
    );
    return new OpenCard(core, this.#benchmarks, text, place, previous);
  }
}
