import type { CommitDone } from '../hub';
import { proposalWords } from '../results/proposalWords';
import { badUse } from './arguments';
import type { Failure } from './exit';
import type { Extraction } from './mergeDrafts';
import type { MergeOptions, MergeRequest } from './mergeOptions';
import type { Card } from './openCard';
import { publish } from './publish';
import { isReplaceable, writeCard } from './writeCard';

/** Where the results of an extraction are now. */
export type Saved =
  /** `next` is the option that would bring them there; absent where none can. */
  | { readonly kind: 'nowhere'; readonly next?: 'write' | 'createPr' }
  | { readonly kind: 'file' }
  | { readonly kind: 'hub'; readonly done: CommitDone };

/** Brings the results of an extraction to where the options say, if there are any and it is `allowed`. */
export async function saveMerge(
  card: Card,
  extraction: Extraction,
  request: MergeRequest,
  allowed: boolean,
): Promise<Saved | Failure> {
  const { hub, repositoryId } = card;
  const { options } = request;
  const wrong = hub === undefined ? wrongForFile(request, repositoryId) : wrongForHub(options);
  if (wrong !== null) return badUse(request.command, wrong);
  const { plan } = extraction;
  const wanted = options.write === true || options.apply === true || options.createPr === true;
  if (!wanted || !allowed || plan.edits.length === 0) {
    const next = hub === undefined ? 'write' : 'createPr';
    return next === 'write' && !isReplaceable(options.file) ? { kind: 'nowhere' } : { kind: 'nowhere', next };
  }
  if (hub === undefined) return writeCard(options.file, card.text, plan.text) ?? { kind: 'file' };
  const words = proposalWords(plan, extraction.origin.place);
  return publish(hub, plan.text, {
    title: options.title ?? words.title,
    description: options.description ?? words.description,
    newPullRequest: options.createPr === true,
    evenIfOpen: options.evenIfOpen === true,
  });
}

function wrongForFile({ options, commandWith }: MergeRequest, repositoryId = 'org/name'): string | null {
  if (options.createPr === true) {
    const instead = commandWith({ file: repositoryId });
    return `${options.file} lies here, and a pull request is for a card on the Hub, as in ${instead}`;
  }
  const worded = options.title !== undefined || options.description !== undefined;
  return worded ? `${options.file} lies here, and only a change on the Hub has a title and a description` : null;
}

function wrongForHub(options: MergeOptions): string | null {
  if (options.write !== true) return null;
  return `${options.file} lies on the Hub; --apply commits to it, --create-pr opens a pull request`;
}
