import { applyPatch, structuredPatch } from 'diff';
import type { Files } from './git';
import { changedPaths, type Discussion, type Repository } from './repository';

type Merged =
  { readonly kind: 'merged'; readonly files: Files } | { readonly kind: 'conflict'; readonly paths: readonly string[] };

/** The files of a pull request's branch with its changes, line by line where both sides changed a file. */
export function mergedFiles(repository: Repository, { base, number }: Discussion): Merged {
  const start = repository.resolve(base?.commit ?? '')?.files ?? new Map<string, Buffer>();
  const ours = repository.resolve(base?.branch ?? '')?.files ?? start;
  const theirs = repository.resolve(`refs/pr/${number}`)?.files ?? start;
  const files = new Map(ours);
  const conflicts: string[] = [];
  for (const path of changedPaths(start, theirs)) {
    const merged = mergedFile(start.get(path), ours.get(path), theirs.get(path));
    if (merged === 'conflict') conflicts.push(path);
    else if (merged === undefined) files.delete(path);
    else files.set(path, merged);
  }
  return conflicts.length > 0 ? { kind: 'conflict', paths: conflicts } : { kind: 'merged', files };
}

/** The paths that keep a pull request from being merged. */
export function conflictsOf(repository: Repository, discussion: Discussion): readonly string[] {
  const merged = mergedFiles(repository, discussion);
  return merged.kind === 'conflict' ? merged.paths : [];
}

function mergedFile(start?: Buffer, ours?: Buffer, theirs?: Buffer): Buffer | undefined | 'conflict' {
  if (same(ours, start) || same(ours, theirs)) return theirs;
  if (start === undefined || ours === undefined || theirs === undefined) return 'conflict';
  const patch = structuredPatch('a', 'b', start.toString('utf8'), theirs.toString('utf8'), undefined, undefined, {
    // As near as git lets two changes come to each other.
    context: 1,
  });
  const merged = applyPatch(ours.toString('utf8'), patch);
  return merged === false ? 'conflict' : Buffer.from(merged);
}

function same(some?: Buffer, other?: Buffer): boolean {
  return some?.toString('hex') === other?.toString('hex');
}
