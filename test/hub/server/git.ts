import { createHash } from 'node:crypto';

/** The files of a commit by path. */
export type Files = ReadonlyMap<string, Buffer>;

/** A commit with all its files. */
export interface Commit {
  readonly oid: string;
  readonly parents: readonly string[];
  readonly files: Files;
  readonly title: string;
  readonly message: string;
  readonly author: string;
  readonly date: Date;
}

/** What a commit is made from. */
export type CommitFacts = Omit<Commit, 'oid'>;

/** The name that git gives to the content of a file. */
export function blobOid(content: Buffer): string {
  return objectOid('blob', content).toString('hex');
}

/** A commit with the name that git gives it. */
export function makeCommit(facts: CommitFacts): Commit {
  const who = `${facts.author} <${facts.author}@users.noreply.example> ${Math.floor(facts.date.getTime() / 1000)} +0000`;
  const lines = [
    `tree ${treeOid(facts.files).toString('hex')}`,
    ...facts.parents.map((parent) => `parent ${parent}`),
    `author ${who}`,
    `committer ${who}`,
    '',
    facts.message === '' ? facts.title : `${facts.title}\n\n${facts.message}`,
  ];
  return { ...facts, oid: objectOid('commit', Buffer.from(`${lines.join('\n')}\n`)).toString('hex') };
}

function treeOid(files: Files): Buffer {
  const entries = new Map<string, { readonly mode: string; readonly oid: Buffer }>();
  const folders = new Map<string, Map<string, Buffer>>();
  for (const [path, content] of files) {
    const slash = path.indexOf('/');
    if (slash < 0) {
      entries.set(path, { mode: '100644', oid: objectOid('blob', content) });
      continue;
    }
    const folder = path.slice(0, slash);
    const inside = folders.get(folder) ?? new Map<string, Buffer>();
    folders.set(folder, inside.set(path.slice(slash + 1), content));
  }
  for (const [folder, inside] of folders) entries.set(folder, { mode: '40000', oid: treeOid(inside) });
  // Git sorts a folder as if its name ended in a slash.
  const key = (name: string): string => (folders.has(name) ? `${name}/` : name);
  const sorted = [...entries].sort(([a], [b]) => Buffer.compare(Buffer.from(key(a)), Buffer.from(key(b))));
  const parts = sorted.flatMap(([name, { mode, oid }]) => [Buffer.from(`${mode} ${name}\0`), oid]);
  return objectOid('tree', Buffer.concat(parts));
}

function objectOid(type: string, content: Buffer): Buffer {
  return createHash('sha1').update(`${type} ${content.length}\0`).update(content).digest();
}
