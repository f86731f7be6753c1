import { resolve } from 'node:path';
import type { TextDocument } from 'vscode';
import { CardOpener } from '../../src/editor/analysis/cardOpener';
import { CardStore } from '../../src/editor/analysis/cardStore';
import { CardThread } from '../../src/editor/analysis/cardThread';
import { batchChildren } from './batch';
import { inChild } from './child';
import { frontMatterChildren } from './frontMatter';
import { GapWatch } from './gapWatch';
import { type Figure, figure, median } from './measure';
import { problemChildren } from './problems';
import { fakeContext, installFakeVscode } from './fakeVscode';
import { cardOf, generateTables, markdownTable } from './generate';
import { resultFileChildren } from './resultFiles';

const DATA = resolve('media/data');

/** What is measured in a process of its own, by the name it is started with. */
export const CHILDREN: Readonly<Record<string, () => Promise<Readonly<Record<string, number>>>>> = {
  startup,
  typing: () => typing(100_000),
  blocking: () => typing(1_000_000),
  ...frontMatterChildren,
  ...problemChildren,
  ...resultFileChildren,
  ...batchChildren,
};

/** Start-up, lenses while a person types, and how long the extension host is kept from other work. */
export function editorFigures(): readonly Figure[] {
  const starts = Array.from({ length: 11 }, () => inChild('startup'));
  const small = Array.from({ length: 5 }, () => inChild('typing'));
  const large = Array.from({ length: 5 }, () => inChild('blocking'));
  const completing = Array.from({ length: 5 }, () => inChild('completing'));
  const long = Array.from({ length: 3 }, () => inChild('completing-long'));
  const checking = Array.from({ length: 5 }, () => inChild('checking'));
  const checkingLong = Array.from({ length: 3 }, () => inChild('checking-long'));
  const of = (runs: readonly Readonly<Record<string, number>>[], name: string): number =>
    median(runs.map((run) => run[name] ?? NaN));
  // Other programs can only lengthen the longest wait of a run.
  const best = (runs: readonly Readonly<Record<string, number>>[], name: string): number =>
    Math.min(...runs.map((run) => run[name] ?? NaN));
  return [
    figure('require of the extension', of(starts, 'require'), 'ms', 10),
    figure('activate()', of(starts, 'activate'), 'ms', 5),
    figure('lenses after a keystroke in a card of 100 kB', of(small, 'answer'), 'ms', 50),
    figure('longest the host is blocked meanwhile', best(small, 'blocked'), 'ms', 50),
    figure('lenses after a keystroke in a card of 1 MB', of(large, 'answer'), 'ms'),
    figure('longest the host is blocked meanwhile, 1 MB', best(large, 'blocked'), 'ms', 50),
    figure('first completion in front matter, with the YAML service loaded', of(completing, 'first'), 'ms'),
    figure('completion after a keystroke in front matter', of(completing, 'answer'), 'ms', 30),
    figure('explanation of a key', of(completing, 'explain'), 'ms', 30),
    figure('longest the host is blocked meanwhile', best(completing, 'blocked'), 'ms', 50),
    figure('problems after a keystroke in the front matter of a normal card', of(checking, 'answer'), 'ms', 30),
    figure('longest the host is blocked meanwhile', best(checking, 'blocked'), 'ms', 50),
    figure('problems of a model-index of 2,000 results', of(checkingLong, 'answer'), 'ms', 600),
    figure('problems of it after a keystroke in the body', of(checkingLong, 'body'), 'ms'),
    figure('longest the host is blocked meanwhile', best(checkingLong, 'blocked'), 'ms', 50),
    figure('completion in a model-index of 2,000 results', of(long, 'answer'), 'ms'),
    figure('longest the host is blocked meanwhile', best(long, 'blocked'), 'ms', 50),
  ];
}

/** Loads the built extension and activates it in an editor that does nothing. */
function startup(): Promise<Readonly<Record<string, number>>> {
  installFakeVscode();
  const path = resolve('dist/extension.js');
  const context = fakeContext(resolve('.'));
  const began = performance.now();
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const extension = require(path) as { activate(context: unknown): unknown };
  const loaded = performance.now();
  extension.activate(context);
  return Promise.resolve({ require: loaded - began, activate: performance.now() - loaded });
}

/** Types into a card of some length and asks for what the lenses show, as the lens provider does. */
async function typing(length: number): Promise<Readonly<Record<string, number>>> {
  const document = new TypedDocument(cardOfLength(length));
  const thread = new CardThread(resolve('dist/card-thread.js'), { dataFolder: DATA });
  const store = new CardStore(
    new CardOpener(DATA),
    thread,
    () => Promise.resolve({}),
    (error) => {
      throw error;
    },
  );
  const open = async (): Promise<void> => {
    const card = await store.open(document as unknown as TextDocument);
    if (card === null || card.overview.tables.length === 0) throw new Error('The card was not analysed.');
  };
  const watch = new GapWatch();
  await open();
  const answers: number[] = [];
  for (let keystroke = 0; keystroke < 20; keystroke++) {
    document.type();
    const began = performance.now();
    await open();
    answers.push(performance.now() - began);
  }
  const blocked = watch.stop();
  thread.dispose();
  return { answer: median(answers), blocked };
}

/** As much of a document as the analysis asks for; each keystroke changes a word near the middle. */
class TypedDocument {
  readonly uri = { toString: () => 'file:///README.md' };
  readonly isClosed = false;
  version = 1;
  #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  getText(): string {
    return this.#text;
  }

  type(): void {
    const middle = this.#text.indexOf('\n\n## ', this.#text.length >> 1);
    this.#text = `${this.#text.slice(0, middle)} x${this.#text.slice(middle)}`;
    this.version++;
  }
}

function cardOfLength(length: number): string {
  const one = cardOf(generateTables(1), markdownTable).length;
  return cardOf(generateTables(Math.ceil(length / one)), markdownTable);
}
