import { nameKey } from '../results/benchmarks';
import { asList, asMap } from '../results/plainValues';

/** A word that the Hub knows, with the name a person knows it by. */
export interface Term {
  readonly id: string;
  readonly name: string;
}

/** The closed lists of the Hub, from the data files of the product. */
export class HubTerms {
  readonly licenses: readonly Term[];
  readonly tasks: readonly Term[];
  readonly #languages: ReadonlyMap<string, string>;
  #languageCodes: ReadonlyMap<string, string> | undefined;

  constructor(licenses: readonly Term[], tasks: readonly Term[], languages: ReadonlyMap<string, string>) {
    this.licenses = licenses;
    this.tasks = tasks;
    this.#languages = languages;
  }

  isLanguage(code: string): boolean {
    return this.#languages.has(code);
  }

  /** The shortest code of a language by its English name. */
  languageNamed(name: string): string | undefined {
    this.#languageCodes ??= codesByName(this.#languages);
    return this.#languageCodes.get(nameKey(name));
  }
}

/** Reads the lists from the product's data files, which `read` gives parsed by their names. */
export function readTerms(read: (name: 'licenses' | 'tasks' | 'languages') => unknown): HubTerms {
  const languages = Object.entries(asMap(asMap(read('languages'))['languages']));
  return new HubTerms(
    termsOf(asMap(read('licenses'))['licenses']),
    termsOf(asMap(read('tasks'))['tasks']),
    new Map(languages.map(([code, name]) => [code, String(name)])),
  );
}

function termsOf(list: unknown): readonly Term[] {
  return asList(list).map((item) => {
    const { id, name } = asMap(item);
    return { id: String(id), name: String(name) };
  });
}

function codesByName(languages: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (const [code, name] of languages) {
    const key = nameKey(name.replace(/\s*\(.*$/, ''));
    const known = codes.get(key);
    if (known === undefined || code.length < known.length) codes.set(key, code);
  }
  return codes;
}
