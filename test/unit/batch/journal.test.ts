import assert from 'node:assert/strict';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Journal } from '../../../src/batch/journal';
import type { Intent } from '../../../src/batch/journalRecords';

const HUB = 'https://hub.example';
const INTENT: Intent = { kind: 'intent', model: 'acme/Anvil', change: '0123456789abcdef', title: 'Add', above: 0 };
const OPENED = {
  kind: 'opened',
  model: 'acme/anvil',
  change: INTENT.change,
  title: 'Add',
  number: 1,
  url: HUB,
} as const;

describe('the journal of a batch', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'model-card-journal-'));
    path = join(folder, 'journal.jsonl');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function open(): Journal {
    const journal = Journal.open(path, HUB);
    assert.equal(journal.kind, 'journal');
    return journal;
  }

  const problem = (): string => {
    const opened = Journal.open(path, HUB);
    return opened.kind === 'problem' ? opened.message : 'none';
  };

  it('has each record on the disk at once, and tells it again', () => {
    const journal = open();
    journal.add(INTENT);
    assert.equal(readFileSync(path, 'utf8').trim().split('\n').length, 2);
    journal.close();
    const again = open();
    assert.deepEqual(
      again.records.map(({ kind }) => kind),
      ['batch', 'intent'],
    );
    assert.equal(again.pendingIntent('ACME/anvil')?.change, INTENT.change);
    again.add(OPENED);
    assert.equal(again.pendingIntent('acme/anvil'), undefined);
    again.close();
  });

  it('goes on after a record that was cut off', () => {
    const journal = open();
    journal.add(INTENT);
    journal.close();
    appendFileSync(path, '{"at":"2026-11-25T04:00:00Z","kind":"ope');
    const again = open();
    again.add(OPENED);
    again.close();
    const kinds = readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { readonly kind: string }).kind);
    assert.deepEqual(kinds, ['batch', 'intent', 'opened']);
  });

  it('belongs to one process at a time, and to none that is no more', () => {
    const journal = open();
    assert.ok(problem().endsWith(`or, if there is none, remove ${path}.lock.`), problem());
    journal.close();
    assert.ok(!existsSync(`${path}.lock`));
    writeFileSync(`${path}.lock`, '999999999');
    open().close();
  });

  it('refuses what is no journal of this Hub and leaves it as it is', () => {
    for (const [text, message] of [
      ['# Notes\n', /Line 1 of .* is no record/],
      [
        '{"at":"2026-11-25T04:00:00Z","kind":"batch","hub":"https://other.example"}\n',
        /https:\/\/other\.example, not on/,
      ],
      ['{"at":"2026-11-25T04:00:00Z","kind":"opened"}\n', /Line 1/],
    ] as const) {
      writeFileSync(path, text);
      assert.match(problem(), message);
      assert.equal(readFileSync(path, 'utf8'), text);
      assert.ok(!existsSync(`${path}.lock`));
    }
  });
});
