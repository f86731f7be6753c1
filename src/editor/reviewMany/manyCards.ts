import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Knowledge } from '../../batch/index';
import { Command } from '../../contributions';
import type { HubSession, OpenSession } from '../account/hubSession';
import { openOrTell } from '../account/openOrTell';
import type { Asker } from '../asker';
import type { Previews } from '../extract/preview';
import { withProgress } from '../progress';
import { loadBatch } from './batchClient';
import { chooseSource } from './chooseSource';
import { type KnownBatch, KnownBatches } from './knownBatches';
import { ManyCardsTree } from './manyCardsTree';
import type { ManyNode } from './nodes';
import { fatesOfBatch, withdrawBatch } from './openedPullRequests';
import { proposeCards } from './proposeTicked';
import { type Report, saveReport, showReport } from './report';
import { reviewSource } from './review';
import { showCard, showChange, showTable } from './showCard';

/** What many cards at once work with. */
export interface ManyCardsParts {
  readonly session: HubSession;
  readonly previews: Pick<Previews, 'show'>;
  readonly asker: Asker;
  readonly state: vscode.Memento;
  /** The folder of what the extension keeps. */
  readonly storage: string;
  readonly knowledge: () => Knowledge;
  readonly progress?: typeof withProgress;
}

/** Many cards at once: reviewed, shown by what can be done, proposed, and looked after. */
export class ManyCards implements vscode.Disposable {
  readonly tree = new ManyCardsTree();
  readonly #parts: ManyCardsParts & { readonly known: KnownBatches; readonly progress: typeof withProgress };
  #report: Report | null = null;

  constructor(parts: ManyCardsParts) {
    const known = new KnownBatches(parts.state, join(parts.storage, 'batches'));
    this.#parts = { progress: withProgress, ...parts, known };
  }

  /** What each of its commands does. */
  readonly handlers: Readonly<Record<string, (node: ManyNode) => Promise<void>>> = {
    [Command.reviewMany]: () => this.#review(),
    [Command.proposeTicked]: () => this.#propose(),
    [Command.fatesOfMany]: () => this.#fates(),
    [Command.withdrawMany]: () => this.#withdraw(),
    [Command.saveManyReport]: () => this.#save(),
    [Command.openManyCard]: (node) => this.#show(node, showCard),
    [Command.openManyTable]: (node) => this.#show(node, showTable),
    [Command.diffManyCard]: (node) =>
      this.#show(node, (card) => showChange(card, this.#parts.knowledge(), this.#parts.previews)),
  };

  dispose(): void {
    this.tree.dispose();
  }

  async #review(): Promise<void> {
    const { session, asker, known } = this.#parts;
    const opened = await openOrTell(session.openAsking());
    const source = opened && (await chooseSource(session, opened.connection, asker));
    if (!opened || !source) return;
    const batch = await known.remember(opened.connection.hubUrl, source);
    const cards = await reviewSource(batch, source, opened.connection, this.#parts);
    if (!cards) return;
    const outcomes = cards.map(({ outcome }) => outcome);
    this.#report = { title: `Model cards of ${batch.label}`, sections: loadBatch().reviewSections(outcomes), outcomes };
    await this.tree.show(batch, cards);
  }

  async #propose(): Promise<void> {
    const { batch, ticked } = this.tree;
    if (batch === null || ticked.length === 0) {
      tell('Nothing is ticked; tick the cards in "Many Cards" whose changes are to be proposed.');
      return;
    }
    const opened = await this.#openFor(batch);
    if (!opened) return;
    const account = await this.#parts.session.account(opened.connection);
    if (!account.ok) {
      void vscode.window.showErrorMessage(account.failure.message);
      return;
    }
    const cards = ticked.map(({ card }) => card);
    const outcomes = await proposeCards(batch, cards, account.value, opened.connection, this.#parts);
    if (!outcomes) return;
    this.tree.note(outcomes);
    const title = `Proposals for the model cards of ${batch.label}`;
    await this.#tell({ title, sections: loadBatch().proposalSections(outcomes), outcomes });
  }

  async #fates(): Promise<void> {
    const chosen = await this.#chooseBatch();
    const outcomes = chosen && (await fatesOfBatch(chosen.batch, chosen.opened.connection, this.#parts));
    if (!outcomes) return;
    if (outcomes.length === 0) tell(`No pull request was opened for ${chosen.batch.label} yet.`);
    else await this.#tellFates(`What became of the pull requests of ${chosen.batch.label}`, outcomes);
  }

  async #withdraw(): Promise<void> {
    const chosen = await this.#chooseBatch();
    const outcomes = chosen && (await withdrawBatch(chosen.batch, chosen.opened.connection, this.#parts));
    if (outcomes) await this.#tellFates(`Withdrawal of the pull requests of ${chosen.batch.label}`, outcomes);
  }

  async #save(): Promise<void> {
    if (this.#report) await saveReport(this.#report);
    else tell('There is no report yet; review or propose something first.');
  }

  async #show(node: ManyNode, show: (card: Extract<ManyNode, { kind: 'card' }>['reviewed']) => unknown): Promise<void> {
    if (node.kind === 'card') await show(node.reviewed);
  }

  async #tellFates(
    title: string,
    outcomes: Parameters<ReturnType<typeof loadBatch>['fateSections']>[0],
  ): Promise<void> {
    await this.#tell({ title, sections: loadBatch().fateSections(outcomes), outcomes });
  }

  async #tell(report: Report): Promise<void> {
    this.#report = report;
    await showReport(report);
  }

  /** One of the batches on the Hub in use: the one that is shown, if the person does not say otherwise. */
  async #chooseBatch(): Promise<{ readonly batch: KnownBatch; readonly opened: OpenSession } | null> {
    const { session, asker, known } = this.#parts;
    const opened = await openOrTell(session.openAsking());
    if (!opened) return null;
    const batches = known.of(opened.connection.hubUrl);
    const [first] = batches;
    if (!first) {
      tell('No cards were reviewed yet; run "Model Card: Review Many…" first.');
      return null;
    }
    const options = batches.map((value) => ({ label: value.label, value }));
    const batch = batches.length === 1 ? first : await asker.pick('Pull Requests: of Which Cards?', options);
    return batch ? { batch, opened } : null;
  }

  /** A way to the Hub of a batch for an account that may write; null where there is none, which is told. */
  async #openFor({ hub, label }: KnownBatch): Promise<OpenSession | null> {
    const opened = await openOrTell(this.#parts.session.openAsking());
    if (!opened) return null;
    if (opened.connection.hubUrl !== hub) {
      tell(`The cards of ${label} are on ${hub}, which is not the Hub in use any more; review them again.`);
      return null;
    }
    if (opened.connection.signedIn) return opened;
    tell('Nobody is signed in; run "Model Card: Sign In to Hugging Face…" first.');
    return null;
  }
}

function tell(message: string): void {
  void vscode.window.showInformationMessage(message);
}
