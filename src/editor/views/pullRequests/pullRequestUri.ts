import * as vscode from 'vscode';
import { Scheme } from '../../../contributions';

/** A read-only text about a pull request: its summary, or one side of a file that it changes. */
export interface PullRequestText {
  readonly model: string;
  readonly number: number;
  readonly text: 'summary' | 'before' | 'after';
  /** The file's path; of a summary, the card's. */
  readonly path: string;
}

/** The URI of a text about a pull request; its path is for people, its query names the text. */
export function pullRequestUri(place: PullRequestText): vscode.Uri {
  const { model, number, text, path } = place;
  const name = text === 'summary' ? `${model} pull request ${number}.md` : `${model}/${number}/${text}/${path}`;
  return vscode.Uri.from({ scheme: Scheme.pullRequest, path: `/${name}`, query: JSON.stringify(place) });
}

/** What a URI of ours names; null where somebody else made it up. */
export function pullRequestText({ query }: vscode.Uri): PullRequestText | null {
  try {
    const place = JSON.parse(query) as PullRequestText;
    return typeof place.model === 'string' && typeof place.number === 'number' ? place : null;
  } catch {
    return null;
  }
}
