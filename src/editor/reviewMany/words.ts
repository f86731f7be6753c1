import type { PassedCard, SourceName } from '../../batch/index';
import { count } from '../../plural';

const MOST_NAMED = 12;

/** What a source is called in titles and lists. */
export function sourceLabel(source: SourceName): string {
  switch (source.kind) {
    case 'owners':
      return source.owners.join(', ');
    case 'search':
      return `the search "${source.words}"`;
    case 'list':
      return source.file;
    case 'folder':
      return source.folder;
  }
}

/** A sentence about what is wrong with the name of a user or an organisation; null where nothing is. */
export function wrongOwner(text: string): string | null {
  return /^[\w.-]+$/.test(text) ? null : 'A user or an organisation has a name of letters, digits, "-", "." and "_".';
}

/** What is asked before pull requests are sent. */
export function proposalQuestion(
  models: readonly string[],
  account: string,
): { readonly question: string; readonly yes: string } {
  const pullRequests = count(models.length, 'pull request');
  return {
    question: `Open ${pullRequests} on ${count(models.length, 'model')} as ${account}?`,
    yes: `Open ${pullRequests}`,
  };
}

/** What is at stake then. */
export function proposalDetail(models: readonly string[], title: string, description: string): string {
  return [
    'Everybody can see them, and the owners are told. None is opened where one is open or the same was closed before.',
    `Title: ${inWords(title)}\nDescription: ${description === '' ? 'none' : inWords(description)}`,
    named(models),
  ].join('\n\n');
}

/** A template as a person reads it. */
function inWords(template: string): string {
  return template
    .replaceAll('{summary}', '[what the change does]')
    .replaceAll('{changes}', '[the list of its results and fixes]')
    .replaceAll('{model}', '[the model]');
}

/** The first of many names, and how many there are beside. */
export function named(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  return [...names.slice(0, MOST_NAMED), ...(rest > 0 ? [`and ${rest} more`] : [])].join('\n');
}

/** Those that a person may still want to be proposed. */
export function heldBack(outcomes: readonly { readonly kind: string }[]): readonly PassedCard[] {
  return outcomes
    .filter((outcome): outcome is PassedCard => outcome.kind === 'passed')
    .filter(({ reason }) => reason === 'open-pull-request' || reason === 'closed-before');
}
