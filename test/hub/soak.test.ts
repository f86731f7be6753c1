import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { writeCommit } from '../../src/hub/commit';
import type { HubConnection } from '../../src/hub/connection';
import { openPullRequests } from '../../src/hub/discussions';
import type { HubResult } from '../../src/hub/failure';
import { readFile } from '../../src/hub/files';
import { modelInfo } from '../../src/hub/models';
import { CARD, MODEL, TestHub, value } from './support';
import { failSome, seeded } from './trouble';

const README = { model: MODEL, revision: 'main', path: 'README.md' };
const ACTIONS = 500;
const PEOPLE = 3;

describe(`${ACTIONS} actions on a Hub that fails one request in five`, function () {
  this.timeout(180_000);
  const test = new TestHub();

  it('leave each change there once, and nothing behind', async () => {
    const random = seeded(5);
    const { hub } = test;
    failSome(hub, 0.2, random);
    const connection = test.connect();
    const { signal } = new AbortController();
    const counts = { publish: 0, propose: 0, refresh: 0 };
    const work = async (first: number): Promise<void> => {
      for (let number = first; number < ACTIONS; number += PEOPLE) {
        const action = (['publish', 'propose', 'refresh'] as const)[Math.floor(random() * 3)]!;
        const line = `Line ${number} by ${action}.`;
        if (action === 'publish') await publish(connection, line, signal);
        else if (action === 'propose') await propose(connection, line, signal);
        else await refresh(connection, signal);
        counts[action]++;
      }
    };
    await Promise.all(Array.from({ length: PEOPLE }, (_, first) => work(first)));
    hub.faults.clear();

    const text = test.model.text('README.md') ?? '';
    const published = text.split('\n').filter((line) => line.endsWith('by publish.'));
    assert.equal(published.length, counts.publish);
    assert.equal(new Set(published).size, counts.publish);
    assert.equal(test.model.history(test.model.resolve('main')!).length, counts.publish + 1);
    const titles = test.model.discussions.map(({ title }) => title);
    assert.equal(titles.length, counts.propose);
    assert.equal(new Set(titles).size, counts.propose);

    const kept = await value(openPullRequests(connection, MODEL));
    assert.equal(kept.length, counts.propose);
    assert.equal(test.timers.pending, 0);
    assert.equal(getEventListeners(signal, 'abort').length, 0);
  });
});

/** Adds a line to what main holds, as a person does: read, change, send, and merge where the branch moved. */
async function publish(connection: HubConnection, line: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    const { text, commit } = await read(connection, signal);
    const request = {
      model: MODEL,
      files: [{ path: 'README.md', content: Buffer.from(`${text}${line}\n`) }],
      title: line,
      parentCommit: commit,
      revision: 'main',
      newPullRequest: false,
    };
    const done = await untilItWorks(() => writeCommit(connection, request, signal), ['branch-moved']);
    if (done !== null) return;
  }
}

async function propose(connection: HubConnection, line: string, signal: AbortSignal): Promise<void> {
  const { commit } = await read(connection, signal);
  const request = {
    model: MODEL,
    files: [{ path: 'README.md', content: Buffer.from(`${CARD}${line}\n`) }],
    title: line,
    parentCommit: commit,
    revision: 'main',
    newPullRequest: true,
  };
  await untilItWorks(() => writeCommit(connection, request, signal));
}

async function refresh(connection: HubConnection, signal: AbortSignal): Promise<void> {
  await untilItWorks(() => openPullRequests(connection, MODEL, signal));
  await untilItWorks(() => modelInfo(connection, { model: MODEL }, signal));
}

async function read(connection: HubConnection, signal: AbortSignal) {
  const file = await untilItWorks(() => readFile(connection, README, signal));
  assert.ok(file);
  return { text: Buffer.from(file.content).toString(), commit: file.commit };
}

/** Tries again as a person does who reads the message; null where the failure asks for something else. */
async function untilItWorks<T>(run: () => Promise<HubResult<T>>, ends: readonly string[] = []): Promise<T | null> {
  for (;;) {
    const done = await run();
    if (done.ok) return done.value;
    if (ends.includes(done.failure.kind)) return null;
    assert.match(done.failure.message, /try again/);
  }
}
