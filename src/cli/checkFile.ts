import type { CheckedFile } from '../metadata';
import { placeOfCard, placeOnHub } from '../cardPlace';
import { loadBenchmarks, loadCore, loadMetadata, loadTerms } from './core';
import type { SourceText } from './readSource';

/** A file that was read, and how any version of its text is checked. */
export interface CheckableFile {
  readonly text: string;
  readonly check: (text: string) => CheckedFile;
}

/** Checks any number of files; the data of the checks is read once. */
export class FileChecker {
  #known:
    | { readonly benchmarks: ReturnType<typeof loadBenchmarks>; readonly terms: ReturnType<typeof loadTerms> }
    | undefined;

  /** How a card is checked, or a file of results where the name ends so. */
  open(file: string, source: SourceText): CheckableFile {
    const isResults = /\.ya?ml$/i.test(source.hub?.path ?? file);
    const { checkEvalResults } = loadMetadata();
    return { text: source.text, check: isResults ? checkEvalResults : (text) => this.#checkCard(file, source, text) };
  }

  #checkCard(file: string, { hub }: SourceText, text: string): CheckedFile {
    const { parseCard, cardNames } = loadCore();
    this.#known ??= { benchmarks: loadBenchmarks(), terms: loadTerms() };
    const parsed = parseCard(text);
    const names = cardNames(parsed.analysis, hub === undefined ? placeOfCard(file) : placeOnHub(hub.model));
    return loadMetadata().checkCard(text, parsed, { names, ...this.#known });
  }
}
