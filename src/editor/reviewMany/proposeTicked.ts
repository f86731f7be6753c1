import * as vscode from 'vscode';
import type { FoundCard, Knowledge, Outcome, PassedCard, Template } from '../../batch/index';
import type { Account, HubConnection } from '../../hub/index';
import { count } from '../../plural';
import type { Asker } from '../asker';
import type { withProgress } from '../progress';
import { loadBatch } from './batchClient';
import { type BatchTask, runBatch } from './batchTask';
import type { KnownBatch, KnownBatches } from './knownBatches';
import { heldBack, proposalDetail, proposalQuestion } from './words';

/** What proposing works with. */
export interface ProposeParts {
  readonly known: KnownBatches;
  readonly asker: Asker;
  readonly knowledge: () => Knowledge;
  readonly progress: typeof withProgress;
}

/** Opens a pull request for each card once a person has confirmed them all; undefined where they left. */
export async function proposeCards(
  batch: KnownBatch,
  cards: readonly FoundCard[],
  account: Account,
  connection: HubConnection,
  parts: ProposeParts,
): Promise<readonly Outcome[] | undefined> {
  const { asker } = parts;
  const template = await askTemplate(asker);
  if (!template) return undefined;
  const models = cards.map((card) => loadBatch().modelOf(card) ?? '');
  const { question, yes } = proposalQuestion(models, account.name);
  if (!(await asker.confirm(question, proposalDetail(models, template.title, template.description), yes)))
    return undefined;

  const title = `Proposing changes of ${batch.label}`;
  return runBatch(title, parts, batch, connection, async (task) => {
    const send = (some: readonly FoundCard[], consent: Consent) =>
      propose(some, template, consent, account, task, parts.knowledge());
    const outcomes = new Map<string, Outcome>();
    const keep = (some: readonly Outcome[]) => some.forEach((one) => outcomes.set(nameOf(one), one));
    keep(await send(cards, NONE));
    const consents = new Map<string, Consent>();
    for (let held = heldBack([...outcomes.values()]); held.length > 0 && !task.run.signal.aborted;) {
      const again: Outcome[] = [];
      for (const { card: name, reason } of await askHeldBack(held, asker)) {
        const before = consents.get(name) ?? NONE;
        const consent = {
          evenIfOpen: before.evenIfOpen || reason === 'open-pull-request',
          again: before.again || reason === 'closed-before',
        };
        consents.set(name, consent);
        outcomes.delete(name);
        const card = cards.filter((one) => loadBatch().cardName(one) === name);
        again.push(...(await send(card, consent)));
      }
      keep(again);
      held = heldBack(again);
    }
    tellEnd([...outcomes.values()], task.run.signal.aborted);
    return [...outcomes.values()];
  });
}

/** What a person wants for a card although it was held back. */
interface Consent {
  readonly evenIfOpen: boolean;
  readonly again: boolean;
}

const NONE: Consent = { evenIfOpen: false, again: false };

async function propose(
  cards: readonly FoundCard[],
  template: Template,
  consent: Consent,
  account: Account,
  { connection, journal, run, tell }: BatchTask,
  knowledge: Knowledge,
): Promise<readonly Outcome[]> {
  const { proposeAll, SkipList } = loadBatch();
  const outcomes: Outcome[] = [];
  const parts = { connection, knowledge, pace: run.pace, account, journal, write: true };
  await proposeAll(cards, parts, { template, skip: new SkipList(''), ...consent }, run, (outcome) => {
    outcomes.push(outcome);
    tell(`${outcomes.length} of ${count(cards.length, 'card')}`);
  });
  return outcomes;
}

/** The words of the pull requests, with placeholders. */
async function askTemplate(asker: Asker): Promise<Template | undefined> {
  const { DEFAULT_TEMPLATE, readTemplate } = loadBatch();
  const check = (title: string, description: string): string | null => {
    const template = readTemplate(`${title}\n${description}`);
    return typeof template === 'string' ? template : null;
  };
  const prompt = '{summary}, {changes} and {model} are filled in for each card';
  const title = await asker.type({
    ...{ title: 'Title of the Pull Requests', prompt, value: DEFAULT_TEMPLATE.title },
    check: (text) => check(text, ''),
  });
  if (title === undefined) return undefined;
  const description = await asker.type({
    ...{ title: 'Description of the Pull Requests', prompt, value: DEFAULT_TEMPLATE.description },
    check: (text) => check(title, text),
  });
  return description === undefined ? undefined : { title: title.trim(), description: description.trim() };
}

async function askHeldBack(held: readonly PassedCard[], asker: Asker): Promise<readonly PassedCard[]> {
  const options = held.map((value) => ({ label: value.card, description: value.message, value }));
  return (await asker.pickMany('Held Back: Tick What Is to Be Proposed Nevertheless', options)) ?? [];
}

function nameOf(outcome: Outcome): string {
  return outcome.kind === 'opened' || outcome.kind === 'would-open' ? outcome.model : outcome.card;
}

function tellEnd(outcomes: readonly Outcome[], isStopped: boolean): void {
  const opened = outcomes.filter(({ kind }) => kind === 'opened').length;
  const there = `${count(opened, 'pull request')} ${opened === 1 ? 'is' : 'are'} there`;
  if (isStopped) void vscode.window.showWarningMessage(`Stopped: ${there}; propose the rest again to go on.`);
  else void vscode.window.showInformationMessage(`${there}; the report says what became of each card.`);
}
