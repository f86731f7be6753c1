import type { Uri } from 'vscode';

/** Cards in the order in which a file's results are likely theirs: the current one, then the nearest in the folders. */
export function likeliestFirst(cards: readonly Uri[], file: Uri, current: Uri | undefined): readonly Uri[] {
  const rank = (card: Uri) =>
    card.toString() === current?.toString() ? Number.POSITIVE_INFINITY : sharedFolders(card, file);
  return [...cards].sort((a, b) => rank(b) - rank(a) || a.path.localeCompare(b.path));
}

function sharedFolders(a: Uri, b: Uri): number {
  if (a.scheme !== b.scheme || a.authority !== b.authority) return 0;
  const [ours, theirs] = [a.path.split('/').slice(0, -1), b.path.split('/').slice(0, -1)];
  const apart = ours.findIndex((folder, index) => folder !== theirs[index]);
  return apart < 0 ? ours.length : apart;
}
