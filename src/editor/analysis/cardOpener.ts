import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HubTerms } from '../../metadata/terms';
import type { Benchmarks } from '../../results/benchmarks';
import type { RegisteredBenchmarks } from '../../results/evalResults/registered';
import { loadCore, loadMetadata } from '../cardCore';
import type { CardPlace } from './cardOverview';
import { OpenCard } from './openCard';

/** Opens versions of cards; the core and its data are loaded with the first one, or when first asked for. */
export class CardOpener {
  readonly #dataFolder: string;
  #benchmarks: Benchmarks | undefined;
  #registered: RegisteredBenchmarks | undefined;
  #terms: HubTerms | undefined;

  /** `dataFolder` holds the data files of the product. */
  constructor(dataFolder: string) {
    this.#dataFolder = dataFolder;
  }

  /** Loads the core, and lets other work have its turn before the first card is read. */
  async load(): Promise<void> {
    if (this.#benchmarks !== undefined) return;
    loadCore();
    await new Promise(setImmediate);
    this.benchmarks();
    await new Promise(setImmediate);
  }

  /** Analyses one version of a card. */
  open(text: string, place: CardPlace, previous: OpenCard | undefined): OpenCard {
    const core = loadCore();
    const data = { benchmarks: this.benchmarks(), terms: () => this.terms() };
    return new OpenCard(core, data, text, place, previous);
  }

  /** The benchmarks that are known. */
  benchmarks(): Benchmarks {
    return (this.#benchmarks ??= loadCore().parseBenchmarks(this.#read('benchmarks')));
  }

  /** The benchmarks with a leaderboard on the Hub, as they were known when the product was made. */
  registered(): RegisteredBenchmarks {
    return (this.#registered ??= loadCore().parseRegistered(this.#read('registered-benchmarks')));
  }

  /** The licences, tasks and languages that are known. */
  terms(): HubTerms {
    return (this.#terms ??= loadMetadata().readTerms((name) => this.#read(name)));
  }

  #read(name: string): unknown {
    return JSON.parse(readFileSync(join(this.#dataFolder, `${name}.json`), 'utf8'));
  }
}
