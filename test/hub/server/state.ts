import { Jobs } from './jobs/jobs';
import { Repository, type RepositoryOptions } from './repository';

/** A person with an account. */
export interface User {
  readonly name: string;
  readonly fullName: string;
}

/** An organisation and what its members may do. */
export interface Organization {
  readonly name: string;
  readonly fullName: string;
  readonly members: Readonly<Record<string, 'admin' | 'write' | 'contributor' | 'read'>>;
}

/** What a fine-grained token may do. */
export interface FineGrained {
  readonly global?: readonly string[];
  readonly scoped?: readonly {
    readonly entity: { readonly type: 'model' | 'user' | 'org'; readonly name: string };
    readonly permissions: readonly string[];
  }[];
}

/** A token and whose it is. */
export interface Token {
  readonly secret: string;
  readonly user: string;
  readonly name: string;
  readonly role: 'read' | 'write' | 'fineGrained';
  readonly fineGrained?: FineGrained;
  readonly expiresAt?: Date;
}

/** A row of a benchmark's leaderboard. */
export interface LeaderboardRow {
  readonly model: string;
  readonly value: number;
  readonly filename: string;
}

/** All that a Hub holds. */
export class HubState {
  readonly users = new Map<string, User>();
  readonly organizations = new Map<string, Organization>();
  readonly tokens = new Map<string, Token>();
  /** The ids of datasets. */
  readonly datasets: string[] = [];
  /** The `eval.yaml` of those that are benchmarks, by their ids. */
  readonly benchmarks = new Map<string, string>();
  readonly leaderboards = new Map<string, readonly LeaderboardRow[]>();
  readonly jobs = new Jobs();
  readonly #repositories = new Map<string, Repository>();
  /** Former names of repositories, and what they are called now. */
  readonly #renamed = new Map<string, string>();
  #lastId = 0;

  /** The time, which passes even between two changes of one millisecond. */
  now(): Date {
    return new Date(Date.UTC(2026, 9, 1) + ++this.#lastId * 1000);
  }

  /** A name for something new, as the Hub's database gives it. */
  newId(): string {
    return (++this.#lastId).toString(16).padStart(24, '0');
  }

  addUser(name: string, fullName: string): void {
    this.users.set(name, { name, fullName });
  }

  addOrganization(organization: Organization): void {
    this.organizations.set(organization.name, organization);
  }

  addToken(token: Token): void {
    this.tokens.set(token.secret, token);
  }

  addModel(options: RepositoryOptions): Repository {
    const repository = new Repository(options, this.now());
    this.#repositories.set(options.id, repository);
    return repository;
  }

  renameModel(id: string, name: string): void {
    const repository = this.model(id);
    this.#repositories.delete(id);
    repository.id = name;
    this.#repositories.set(name, repository);
    this.#renamed.set(id, name);
  }

  /** The repository of an id, which a test knows to be there. */
  model(id: string): Repository {
    const repository = this.find(id);
    if (repository === undefined) throw new Error(`There is no model ${id}.`);
    return repository;
  }

  find(id: string): Repository | undefined {
    return this.#repositories.get(id);
  }

  /** What a repository of a former name is called now. */
  currentName(id: string): string | undefined {
    return this.#renamed.get(id);
  }

  models(): readonly Repository[] {
    return [...this.#repositories.values()];
  }
}
