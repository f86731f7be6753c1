import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type CardRecord, formatRecord, parseRecord } from '../../../src/editor/hubFiles/cardRecord';
import { CardRecords } from '../../../src/editor/hubFiles/cardRecords';

const HUB = 'https://hub.example';
const URI = 'hf://models/acme/anvil@main/README.md';

const content = fc.uint8Array({ maxLength: 60 });
const plain = { noNullPrototype: true };
const record: fc.Arbitrary<CardRecord> = fc.record(
  {
    uri: fc.string(),
    hubUrl: fc.webUrl(),
    base: fc.option(fc.record({ commit: fc.string(), etag: fc.string(), content, seenAt: fc.nat() }, plain)),
    draft: fc.option(fc.record({ content, savedAt: fc.nat() }, plain)),
  },
  plain,
);

describe('the record of a card', () => {
  it('comes back from its file as it was, whatever bytes the card holds', () => {
    fc.assert(fc.property(record, (card) => assert.deepEqual(parseRecord(formatRecord(card)), card)));
  });

  it('is not read from something else', () => {
    for (const text of ['', '{', 'null', '[]', '{"version":2}']) assert.equal(parseRecord(text), null);
  });
});

describe('the records of cards', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'records-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const draft = (text: string) => ({ content: new TextEncoder().encode(text), savedAt: 1 });

  it('outlive their keeper, for each Hub its own', async () => {
    await new CardRecords(folder).update(HUB, URI, (card) => ({ ...card, draft: draft('mine') }));
    const records = new CardRecords(folder);
    assert.deepEqual((await records.get(HUB, URI))?.draft, draft('mine'));
    assert.equal(await records.get('https://other.example', URI), null);
    assert.deepEqual(
      (await records.drafts(HUB)).map(({ uri }) => uri),
      [URI],
    );
    assert.deepEqual(await records.drafts('https://other.example'), []);
  });

  it('are changed one after the other', async () => {
    const records = new CardRecords(folder);
    const append = (text: string) =>
      records.update(HUB, URI, (card) => ({
        ...card,
        draft: draft(new TextDecoder().decode(card.draft?.content) + text),
      }));
    await Promise.all(['a', 'b', 'c', 'd'].map(append));
    assert.deepEqual((await records.get(HUB, URI))?.draft, draft('abcd'));
    assert.equal(readdirSync(folder).length, 1, 'nothing unfinished is left');
  });

  it('go where nothing is to be kept', async () => {
    const records = new CardRecords(folder);
    await records.update(HUB, URI, (card) => ({ ...card, draft: draft('mine') }));
    await records.update(HUB, URI, () => null);
    assert.deepEqual(readdirSync(folder), []);
  });
});
