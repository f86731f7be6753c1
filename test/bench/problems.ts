import { resolve } from 'node:path';
import type { TextDocument } from 'vscode';
import { CardOpener } from '../../src/editor/analysis/cardOpener';
import { CardStore } from '../../src/editor/analysis/cardStore';
import { CardThread } from '../../src/editor/analysis/cardThread';
import { GapWatch } from './gapWatch';
import { cardOf, generateTables, markdownTable } from './generate';
import { median } from './measure';

const DATA = resolve('media/data');

/** What is measured of problems, each in a process of its own, by the name it is started with. */
export const problemChildren = {
  checking: () => checking(cardOf(generateTables(5), markdownTable), 30),
  'checking-long': () => checking(`---\n${modelIndex(2000)}---\n\n# Anvil-7B\n`, 8),
};

/** Types into the front matter of a card and asks for its problems, as the editor does. */
async function checking(text: string, keystrokes: number): Promise<Readonly<Record<string, number>>> {
  const thread = new CardThread(resolve('dist/card-thread.js'), { dataFolder: DATA });
  const throwIt = (error: unknown): never => {
    throw error;
  };
  const store = new CardStore(new CardOpener(DATA), thread, () => Promise.resolve({}), throwIt);
  const document = { version: 0, isClosed: false, uri: { toString: () => 'file:///README.md' }, getText: () => typed };
  let typed = text;
  const check = async (): Promise<number> => {
    document.version++;
    // Other work of the host has its turn between two keys.
    await new Promise(setImmediate);
    const began = performance.now();
    const problems = await (await store.open(document as unknown as TextDocument))?.problems();
    if (!problems?.some(({ code }) => code === 'metadata.type')) throw new Error('The problem was not found.');
    return performance.now() - began;
  };
  const type = (count: number): string => text.replace('---\n', `---\ntags: tiny${'x'.repeat(count)}\n`);
  typed = type(0);
  const watch = new GapWatch();
  await check();
  const answers: number[] = [];
  for (let count = 1; count <= keystrokes; count++) {
    typed = type(count);
    answers.push(await check());
  }
  const inBody: number[] = [];
  for (let count = 1; count <= 5; count++) {
    typed += ' x';
    inBody.push(await check());
  }
  const blocked = watch.stop();
  thread.dispose();
  return { answer: median(answers), blocked, body: median(inBody) };
}

/** A model-index with this many results, of about 130 bytes each. */
function modelIndex(results: number): string {
  const result = (index: number) =>
    `  - task: {type: text-generation}\n    dataset: {type: grove/leaves-${index}, name: Leaves ${index}}\n    metrics:\n    - type: accuracy\n      value: ${(index % 900) / 10 + 10}\n`;
  return `license: mit\nmodel-index:\n- name: anvil-7b\n  results:\n${Array.from({ length: results }, (_, index) => result(index)).join('')}`;
}
