import {
  type Account,
  type HubConnection,
  type HubResult,
  mayOpenPullRequest,
  modelInfo,
  openPullRequests,
  writeCommit,
} from '../hub';
import { type BatchCard, CARD_PATH, modelOf } from './card';
import { type CardChange, changeOf } from './change';
import { checkText, type Knowledge } from './checkedCard';
import { arrivedFrom, earlierProposal } from './earlier';
import type { Journal } from './journal';
import { type FailedCard, type OpenedPullRequest, type Outcome, passed, type PassedCard } from './outcome';
import { markerOf, type OwnPullRequests, ownPullRequests } from './ownProposals';
import type { Pace } from './pace';
import { readCard } from './readCard';
import type { SkipList } from './skipList';
import { fillTemplate, type Template } from './template';

/** What a batch of proposals is asked for. */
export interface ProposalOptions {
  readonly template: Template;
  readonly skip: SkipList;
  /** Propose also where a pull request of somebody is open. */
  readonly evenIfOpen: boolean;
  /** Propose also what was proposed before and is closed. */
  readonly again: boolean;
}

/** What a batch of proposals works with. */
export interface ProposalParts {
  readonly connection: HubConnection;
  readonly knowledge: Knowledge;
  readonly pace: Pace;
  /** The account that proposes; null where nobody is signed in. */
  readonly account: Account | null;
  /** What earlier runs did, and where this one keeps what it does. */
  readonly journal: Journal | null;
  /** False for a dry run, which only tells what it would do. */
  readonly write: boolean;
}

/** A change of a card as it was read at a commit. */
interface Plan {
  readonly kind: 'plan';
  readonly change: CardChange;
  readonly commit: string;
}

const NO_PULL_REQUESTS: OwnPullRequests = { highest: 0, proposals: [] };

/**
 * Proposes what is certain for a card, as one pull request. Before anything is sent it is looked for, also what an
 * earlier run may have sent: so it is there once, however often a batch is stopped and started.
 */
export class Proposer {
  readonly #parts: ProposalParts;
  readonly #options: ProposalOptions;
  /** The name by which each model is proposed for, by its name of today. */
  readonly #names = new Map<string, string>();

  constructor(parts: ProposalParts, options: ProposalOptions) {
    this.#parts = parts;
    this.#options = options;
  }

  /** Proposes what is certain for a card, or tells why not. */
  async propose(card: BatchCard, signal: AbortSignal): Promise<HubResult<Outcome>> {
    const model = modelOf(card);
    if (model === undefined) {
      return done(passed(card, 'here', 'It lies here only; a pull request is for a card on the Hub.'));
    }
    if (this.#options.skip.holds(model)) return done(passed(card, 'skipped', 'The skip list names it or its owner.'));

    const own = await this.#ownPullRequests(model, signal);
    if (!own.ok) return own;
    const arrived = arrivedFrom(this.#parts.journal?.pendingIntent(model), model, own.value);
    if (arrived) return done(this.#keep(arrived));

    const plan = await this.#plan(card, model, signal);
    if (!plan.ok) return plan;
    if (plan.value.kind !== 'plan') return done(plan.value);
    const { change } = plan.value;
    const earlier = earlierProposal(card, model, change.id, own.value);
    if (earlier?.kind === 'opened') return done(this.#keep(earlier));
    if (earlier && !this.#options.again) return done(earlier);
    const open = await this.#othersOpen(card, model, signal);
    if (!open.ok) return open;
    if (open.value !== null) return done(open.value);
    const twin = await this.#twin(card, model, signal);
    if (!twin.ok) return twin;
    if (twin.value !== null) return done(twin.value);

    if (!this.#parts.write) {
      return done({ kind: 'would-open', model, yaml: change.yaml, ...this.#wording(model, change) });
    }
    const refused = this.#refused(model);
    if (refused) return done(refused);
    if (!this.#parts.pace.takeCommit()) {
      // The card may be another one after the wait.
      await this.#parts.pace.ready(signal);
      return this.propose(card, signal);
    }
    return this.#send(model, plan.value, own.value.highest, signal);
  }

  async #ownPullRequests(model: string, signal: AbortSignal): Promise<HubResult<OwnPullRequests>> {
    const { account, connection } = this.#parts;
    return account === null ? done(NO_PULL_REQUESTS) : ownPullRequests(connection, model, account.name, signal);
  }

  /** Works out the change of what the Hub has; a card that lies here must be the same. */
  async #plan(card: BatchCard, model: string, signal: AbortSignal): Promise<HubResult<Plan | PassedCard | FailedCard>> {
    const { connection, knowledge } = this.#parts;
    const there = await readCard({ kind: 'hub', model }, connection, signal);
    if (!there.ok) return there;
    if (there.value.kind === 'failed') return done(there.value);
    const { text, commit } = there.value;
    const here = card.kind === 'hub' ? there : await readCard(card, connection, signal);
    if (!here.ok) return here;
    if (here.value.kind === 'failed') return done(here.value);
    if (here.value.text !== text) {
      return done(passed(card, 'here', `It differs from the card of ${model} on the Hub; push or pull it first.`));
    }
    const change = changeOf(card, checkText(card, text, knowledge), knowledge);
    if (change.kind === 'change') return done({ kind: 'plan', change, commit });
    return done(
      change.message === null
        ? passed(card, 'nothing', 'Nothing is certain enough to be proposed, or all of it is there.')
        : passed(card, 'undecided', change.message),
    );
  }

  async #othersOpen(card: BatchCard, model: string, signal: AbortSignal): Promise<HubResult<PassedCard | null>> {
    if (this.#options.evenIfOpen) return done(null);
    const open = await openPullRequests(this.#parts.connection, model, signal);
    if (!open.ok) return open;
    const [first] = open.value;
    if (!first) return done(null);
    const message = `Pull request ${String(first.number)} is open, "${first.title}"; look whether it says the same.`;
    return done(passed(card, 'open-pull-request', message));
  }

  /** A renamed model may be in a batch by both names; the first that comes here is the one that is proposed for. */
  async #twin(card: BatchCard, model: string, signal: AbortSignal): Promise<HubResult<PassedCard | null>> {
    const info = await modelInfo(this.#parts.connection, { model }, signal);
    if (!info.ok) return info;
    const today = info.value.model;
    const first = this.#names.get(today) ?? model;
    this.#names.set(today, first);
    if (first === model) return done(null);
    return done(passed(card, 'nothing', `It is the same model as ${first}, which is in this batch too.`));
  }

  /** What the account's token lacks. */
  #refused(model: string): FailedCard | null {
    const { account, connection } = this.#parts;
    const permission = account === null ? null : mayOpenPullRequest(account, model, connection.hubUrl);
    return permission?.kind === 'no' ? { kind: 'failed', card: model, message: permission.message } : null;
  }

  /** Opens the pull request. Its intent is on the disk first; what is not known to have arrived is looked for next time. */
  async #send(
    model: string,
    { change, commit }: Plan,
    above: number,
    signal: AbortSignal,
  ): Promise<HubResult<Outcome>> {
    const { connection, journal } = this.#parts;
    const { title, description } = this.#wording(model, change);
    journal?.add({ kind: 'intent', model, change: change.id, title, above });
    const request = {
      model,
      revision: 'main',
      files: [{ path: CARD_PATH, content: Buffer.from(change.text) }],
      title,
      description: `${description}\n\n${markerOf(change.id)}`.trim(),
      parentCommit: commit,
      newPullRequest: true,
    };
    const sent = await writeCommit(connection, request, signal);
    if (!sent.ok) return sent;
    const { pullRequest: number = 0, url } = sent.value;
    return done(this.#keep({ kind: 'opened', model, change: change.id, title, number, url }));
  }

  #wording(model: string, change: CardChange): { readonly title: string; readonly description: string } {
    return fillTemplate(this.#options.template, model, change);
  }

  #keep(pullRequest: OpenedPullRequest): OpenedPullRequest {
    if (this.#parts.write) this.#parts.journal?.add(pullRequest);
    return pullRequest;
  }
}

function done<T>(value: T): HubResult<T> {
  return { ok: true, value };
}
