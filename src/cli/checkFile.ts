import type { CheckedFile } from '../metadata';
import { placeOfCard } from './cardPlace';
import { loadBenchmarks, loadCore, loadMetadata, loadTerms } from './core';
import type { Failure } from './exit';
import { readCard } from './readCard';

/** A file that was read, and how any version of its text is checked. */
export interface CheckableFile {
  readonly kind: 'file';
  readonly text: string;
  readonly check: (text: string) => CheckedFile;
}

/** Checks any number of files; the data of the checks is read once. */
export class FileChecker {
  #known:
    | { readonly benchmarks: ReturnType<typeof loadBenchmarks>; readonly terms: ReturnType<typeof loadTerms> }
    | undefined;

  /** Reads a card, or a file of results where the name ends so. */
  open(file: string): CheckableFile | Failure {
    const read = readCard(file);
    if (read.kind === 'failure') return read;
    const isResults = /\.ya?ml$/i.test(file);
    const { checkEvalResults } = loadMetadata();
    return {
      kind: 'file',
      text: read.text,
      check: isResults ? checkEvalResults : (text) => this.#checkCard(file, text),
    };
  }

  #checkCard(file: string, text: string): CheckedFile {
    const { parseCard, cardNames } = loadCore();
    this.#known ??= { benchmarks: loadBenchmarks(), terms: loadTerms() };
    const parsed = parseCard(text);
    const names = cardNames(parsed.analysis, placeOfCard(file));
    return loadMetadata().checkCard(text, parsed, { names, ...this.#known });
  }
}
