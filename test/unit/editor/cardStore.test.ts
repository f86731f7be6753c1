import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import type { TextDocument } from 'vscode';
import { CardOpener } from '../../../src/editor/analysis/cardOpener';
import { CardStore } from '../../../src/editor/analysis/cardStore';
import { CardThread } from '../../../src/editor/analysis/cardThread';

const table = '| Benchmark | Alder-1B |\n| --- | --- |\n| MMLU | 41.5 |\n';
const prose = `\n${'A line of prose. '.repeat(10)}\n`.repeat(600);

/** A document that can be typed in. */
class FakeDocument {
  readonly uri: { toString(): string };
  version = 1;
  isClosed = false;
  #text: string;

  constructor(name: string, text: string) {
    this.uri = { toString: () => `file:///${name}` };
    this.#text = text;
  }

  getText(): string {
    return this.#text;
  }

  type(text: string): void {
    this.#text = text;
    this.version++;
  }

  get asDocument(): TextDocument {
    return this as unknown as TextDocument;
  }
}

describe('the store of analysed cards', () => {
  const errors: unknown[] = [];
  let thread: CardThread;
  let store: CardStore;

  beforeEach(() => {
    errors.length = 0;
    thread = new CardThread(resolve('dist/card-thread.js'), { dataFolder: 'media/data' });
    store = new CardStore(
      new CardOpener('media/data'),
      thread,
      () => Promise.resolve({ folder: 'alder-1b' }),
      (error) => errors.push(error),
    );
  });
  afterEach(() => {
    thread.dispose();
    assert.deepEqual(errors, []);
  });

  for (const [kind, tail] of [
    ['short', ''],
    ['long', prose],
  ] as const) {
    it(`analyses a ${kind} card once for each version`, async () => {
      const document = new FakeDocument(kind, `# Alder-1B\n\n${table}${tail}`);
      const [first, again] = await Promise.all([store.open(document.asDocument), store.open(document.asDocument)]);
      assert.ok(first);
      assert.equal(first, again);
      assert.deepEqual(
        first.overview.tables.map(({ line, evaluation }) => [line, evaluation]),
        [[3, true]],
      );
      document.type(`One\n\n${document.getText()}`);
      assert.equal((await store.open(document.asDocument))?.overview.tables[0]?.line, 5);
    });

    it(`answers questions about the tables of a ${kind} card`, async () => {
      const document = new FakeDocument(kind, `# Alder-1B\n\n${table}${tail}`);
      const card = await store.open(document.asDocument);
      const content = await card?.table(1);
      assert.deepEqual(
        content?.rows.map((row) => row.map(({ text }) => text)),
        [
          ['Benchmark', 'Alder-1B'],
          ['MMLU', '41.5'],
        ],
      );
      assert.equal(await card?.table(2), null);
    });
  }

  it('drops versions that were overtaken while they waited', async () => {
    const document = new FakeDocument('typing', `# A\n\n${table}${prose}`);
    const opened = [store.open(document.asDocument)];
    // Let each request reach the store before the next key is pressed.
    for (const key of ['b', 'c', 'd']) {
      await Promise.resolve();
      document.type(`${key}\n${document.getText()}`);
      opened.push(store.open(document.asDocument));
    }
    const cards = await Promise.all(opened);
    assert.equal(cards.at(-1)?.overview.tables[0]?.line, 6);
    assert.deepEqual(
      cards.slice(1, -1).map((card) => card?.version ?? null),
      [null, null],
    );
    assert.equal((await store.openNewest(document.asDocument))?.version, document.version);
  });

  it('answers nothing about a version that the thread no longer holds', async () => {
    const document = new FakeDocument('old', `${table}${prose}`);
    const old = await store.open(document.asDocument);
    document.type(`x\n\n${document.getText()}`);
    await store.open(document.asDocument);
    assert.equal(await old?.table(1), null);
  });
});
