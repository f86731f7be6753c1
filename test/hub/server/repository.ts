import { type Commit, type CommitFacts, type Files, makeCommit } from './git';

/** What happened in a discussion, as the Hub's answers hold it. */
export interface DiscussionEvent {
  readonly type: 'comment' | 'commit' | 'status-change' | 'title-change';
  readonly id: string;
  readonly createdAt: Date;
  readonly author: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A discussion or pull request. */
export interface Discussion {
  readonly number: number;
  title: string;
  readonly isPullRequest: boolean;
  status: 'draft' | 'open' | 'closed' | 'merged';
  readonly author: string;
  readonly createdAt: Date;
  readonly events: DiscussionEvent[];
  /** The branch that a pull request changes, and the commit that it began at. */
  readonly base?: { readonly branch: string; readonly commit: string };
  mergeCommit?: string;
}

/** What a repository begins with. */
export interface RepositoryOptions {
  readonly id: string;
  readonly files?: Readonly<Record<string, string | Buffer>>;
  readonly private?: boolean;
  /** Names of the accounts that may read a gated repository, beside those that may write. */
  readonly gatedFor?: readonly string[];
}

/** A model repository: commits, names for them, and discussions. */
export class Repository {
  id: string;
  readonly private: boolean;
  readonly gatedFor: readonly string[] | null;
  disabled = false;
  readonly createdAt: Date;
  readonly discussions: Discussion[] = [];
  readonly branches = new Map<string, string>();
  readonly tags = new Map<string, string>();
  readonly pullRequests = new Map<number, string>();
  /** The inference providers that serve the model, each with its status. */
  readonly providers = new Map<string, 'live' | 'staging'>();
  readonly #commits = new Map<string, Commit>();

  constructor({ id, files = {}, private: hidden = false, gatedFor }: RepositoryOptions, now: Date) {
    this.id = id;
    this.private = hidden;
    this.gatedFor = gatedFor ?? null;
    this.createdAt = now;
    const first = {
      parents: [],
      files: new Map(Object.entries(files).map(([path, content]) => [path, Buffer.from(content)])),
      title: 'initial commit',
      message: '',
      author: this.owner,
      date: now,
    };
    this.branches.set('main', this.add(first).oid);
  }

  /** The user or organisation that it belongs to. */
  get owner(): string {
    return this.id.split('/')[0] ?? '';
  }

  /** Adds a commit that no branch names yet. */
  add(facts: CommitFacts): Commit {
    const commit = makeCommit(facts);
    this.#commits.set(commit.oid, commit);
    return commit;
  }

  /** The commit of a branch, tag, `refs/pr/N` or commit name; undefined where there is none. */
  resolve(revision: string): Commit | undefined {
    const number = /^refs\/pr\/(\d+)$/.exec(revision)?.[1];
    const branch = revision.replace(/^refs\/heads\//, '');
    const oid =
      revision === 'HEAD'
        ? this.branches.get('main')
        : number === undefined
          ? (this.branches.get(branch) ?? this.tags.get(branch) ?? revision)
          : this.pullRequests.get(Number(number));
    return this.#commits.get(oid ?? '');
  }

  /** Lets a branch or `refs/pr/N` name another commit. */
  move(revision: string, commit: Commit): void {
    const number = /^refs\/pr\/(\d+)$/.exec(revision)?.[1];
    if (number === undefined) this.branches.set(revision, commit.oid);
    else this.pullRequests.set(Number(number), commit.oid);
  }

  /** A commit and those before it, the latest first, by first parents. */
  history(commit: Commit): readonly Commit[] {
    const parent = this.#commits.get(commit.parents[0] ?? '');
    return parent === undefined ? [commit] : [commit, ...this.history(parent)];
  }

  /** The text of a file of a commit, for tests. */
  text(path: string, revision = 'main'): string | undefined {
    return this.resolve(revision)?.files.get(path)?.toString('utf8');
  }

  /** The discussion of a number. */
  discussion(number: number): Discussion | undefined {
    return this.discussions.find((discussion) => discussion.number === number);
  }
}

/** The paths whose content differs between two commits. */
export function changedPaths(before: Files, after: Files): readonly string[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths.filter((path) => before.get(path)?.toString('hex') !== after.get(path)?.toString('hex'));
}
