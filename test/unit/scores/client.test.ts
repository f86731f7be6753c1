import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { type AgedList, cachedList, describeAge, type ListStore } from '../../../src/scores/cachedList';
import { ScoresClient } from '../../../src/scores/client';
import type { ScoresFailure } from '../../../src/scores/failure';
import { baseUrlOf, findKey } from '../../../src/scores/findKey';
import { ApiKey } from '../../../src/scores/key';
import { json, networkFailure, TestFetch, TestTimers } from '../hub/support';

const SECRET = 'aa_0123456789';
const BASE = 'https://scores.example/api/v2';
const ROW = {
  id: '1',
  name: 'Anvil 7B',
  slug: 'anvil-7b',
  model_creator: { name: 'Acme' },
  evaluations: { gpqa: 0.5 },
};
const PAGE = { data: [ROW] };

function connect(answers: TestFetch, key = SECRET) {
  const timers = new TestTimers();
  return {
    client: new ScoresClient({ key: new ApiKey(key, 'in a test'), baseUrl: `${BASE}/`, fetch: answers.fetch, timers }),
    timers,
  };
}

async function failureOf(client: ScoresClient, signal?: AbortSignal): Promise<ScoresFailure> {
  const result = await client.models(signal);
  assert.ok(!result.ok, 'it went well');
  assert.ok(!JSON.stringify(result.failure).includes(SECRET));
  return result.failure;
}

describe('ScoresClient', () => {
  it('sends the key in its header to its own address, and follows no redirect with it', async () => {
    const inits: (RequestInit | undefined)[] = [];
    const send: typeof fetch = (_, init) => {
      inits.push(init);
      return Promise.resolve(new Response(null, { status: 302, headers: { location: 'https://login.example/' } }));
    };
    const failure = await failureOf(
      new ScoresClient({ key: new ApiKey(` ${SECRET}\n`, ''), baseUrl: BASE, fetch: send }),
    );
    assert.match(failure.message, /scores\.example leads to login\.example, which gets no key/);
    assert.equal(inits.length, 1);
    assert.equal(inits[0]?.redirect, 'manual');
    assert.equal(new Headers(inits[0].headers).get('x-api-key'), SECRET);
  });

  it('reads page after page, a model that stands on two of them once', async () => {
    const second = { ...ROW, id: '2', name: 'Anvil 70B' };
    const answers = new TestFetch(
      json({ data: [ROW], pagination: { has_more: true }, intelligence_index_version: '4.1' }),
      json({ data: [ROW, second], pagination: { has_more: false } }),
    );
    const result = await connect(answers).client.models();
    assert.ok(result.ok);
    assert.deepEqual(
      result.value.models.map(({ name }) => name),
      ['Anvil 7B', 'Anvil 70B'],
    );
    assert.equal(result.value.indexVersion, '4.1');
    assert.deepEqual(
      answers.calls.map(({ url }) => url),
      [`${BASE}/language/models?page=1`, `${BASE}/language/models?page=2`],
    );
  });

  it('ends a list that never ends', async () => {
    const answers = new TestFetch(json({ data: [ROW], pagination: { has_more: true } }));
    assert.ok((await connect(answers).client.models()).ok);
    assert.equal(answers.calls.length, 100);
    const empty = new TestFetch(json({ data: [], pagination: { has_more: true } }));
    assert.ok((await connect(empty).client.models()).ok);
    assert.equal(empty.calls.length, 1);
  });

  it('goes on with the free tier where the key is not for the other', async () => {
    const answers = new TestFetch(json({}, 403), json(PAGE));
    assert.ok((await connect(answers).client.models()).ok);
    assert.equal(answers.calls[1]?.url, `${BASE}/language/models/free?page=1`);
    assert.match((await failureOf(connect(new TestFetch(json({}, 403))).client)).message, /look at its plan at https:/);
  });

  it('waits out what passes, and gives the rest back at once', async () => {
    const passing = new TestFetch(json({}, 503), networkFailure('ECONNRESET'), json({}, 429), json(PAGE));
    const { client, timers } = connect(passing);
    assert.ok((await client.models()).ok);
    assert.deepEqual(timers.waits, [1000, 2000, 4000]);

    const lasting = connect(new TestFetch(json({}, 502)));
    assert.match((await failureOf(lasting.client)).message, /trouble of its own \(status 502\)/);
    assert.deepEqual(lasting.timers.waits, [1000, 2000, 4000]);
    assert.equal(lasting.timers.pending, 0);

    for (const [answer, words] of [
      [json({}, 401), /does not take the key in a test: it is mistyped or revoked/],
      [json({}, 404), /no longer serves its models at this address \(status 404\); update/],
      [json({}, 410), /no longer serves its models at this address \(status 410\); update/],
      [json({}, 400), /refuses the request \(status 400\)/],
      [json({}, 429, { 'retry-after': '86000' }), /too many requests with this key; try again in 24 hours/],
      [json({ error: 'x' }), /did not answer as expected \(it sent no list of models\)/],
      [() => new Response('<html>'), /did not answer as expected/],
      [networkFailure('DEPTH_ZERO_SELF_SIGNED_CERT'), /cannot be reached \(its certificate is not trusted/],
    ] as const) {
      const answers = new TestFetch(answer);
      assert.match((await failureOf(connect(answers).client)).message, words);
      assert.equal(answers.calls.length, 1);
    }
  });

  it('waits as long as it is asked to, where that is short', async () => {
    const { client, timers } = connect(new TestFetch(json({}, 429, { 'retry-after': '3' }), json(PAGE)));
    assert.ok((await client.models()).ok);
    assert.deepEqual(timers.waits, [3000]);
  });

  it('stops when it is cancelled, and when an answer takes too long', async () => {
    const cancel = new AbortController();
    const waiting = failureOf(connect(new TestFetch(() => 'never')).client, cancel.signal);
    cancel.abort();
    assert.equal((await waiting).kind, 'cancelled');
    assert.equal((await failureOf(connect(new TestFetch(json(PAGE))).client, cancel.signal)).kind, 'cancelled');
    assert.match((await failureOf(connect(new TestFetch(() => 'never')).client)).message, /in 20 seconds/);
  });

  it('sends no key that cannot stand in a header', async () => {
    const answers = new TestFetch(json(PAGE));
    assert.match(
      (await failureOf(connect(answers, 'a b\nc').client)).message,
      /in a test holds characters that no key/,
    );
    assert.equal(answers.calls.length, 0);
  });
});

describe('ApiKey', () => {
  it('shows nothing of itself', () => {
    const key = new ApiKey(SECRET, 'from AA_API_KEY');
    for (const shown of [String(key), JSON.stringify({ key }), inspect(key)]) assert.ok(!shown.includes(SECRET));
  });

  it('is found in the environment, else in a .env file', async () => {
    const readFile = (path: string) =>
      Promise.resolve(path === '/x/.env' ? 'HF_TOKEN=hf_a\nAA_API_KEY="aa_kept"\n' : null);
    assert.equal(
      (await findKey({ env: { AA_API_KEY: ' aa_set ' }, dotEnv: '/x/.env', readFile }))?.place,
      'from AA_API_KEY',
    );
    const kept = await findKey({ env: {}, dotEnv: '/x/.env', readFile });
    assert.deepEqual([kept?.place, kept?.headers], ['in /x/.env', { 'x-api-key': 'aa_kept' }]);
    assert.equal(await findKey({ env: {}, dotEnv: '/y/.env', readFile }), null);
    assert.equal(await findKey({ env: {}, readFile }), null);
  });

  it('goes where the environment says, if that is an address', () => {
    assert.equal(baseUrlOf({}), 'https://artificialanalysis.ai/api/v2');
    assert.equal(baseUrlOf({ AA_BASE_URL: 'http://127.0.0.1:1/api' }), 'http://127.0.0.1:1/api');
    assert.equal(baseUrlOf({ AA_BASE_URL: 'file:///x' }), null);
  });
});

describe('cachedList', () => {
  const HOUR = 60 * 60 * 1000;

  class Memory implements ListStore {
    text: string | null = null;
    read = () => Promise.resolve(this.text);
    write = (text: string) => {
      this.text = text;
      return Promise.resolve();
    };
  }

  async function list(answers: TestFetch, store: ListStore, now: number, fresh = false): Promise<AgedList> {
    const result = await cachedList(connect(answers).client, store, { now, fresh });
    assert.ok(result.ok);
    return result.value;
  }

  it('keeps a list for a day, with its age and without the key', async () => {
    const [answers, store] = [new TestFetch(json(PAGE)), new Memory()];
    const first = await list(answers, store, 0);
    assert.equal(first.age, 0);
    assert.ok(!store.text?.includes(SECRET));
    const second = await list(answers, store, 23 * HOUR);
    assert.deepEqual(second, { ...first, age: 23 * HOUR });
    assert.equal(answers.calls.length, 1);
    await list(answers, store, 24 * HOUR);
    assert.equal(answers.calls.length, 2);
    await list(answers, store, 25 * HOUR, true);
    assert.equal(answers.calls.length, 3);
    // A clock that was set back.
    await list(answers, store, HOUR);
    assert.equal(answers.calls.length, 4);
  });

  it('takes nothing of another server, and nothing that it does not understand', async () => {
    for (const text of [
      '',
      '[]',
      '{"baseUrl":',
      JSON.stringify({ baseUrl: 'https://other.example', at: 0, list: PAGE }),
    ]) {
      const [answers, store] = [new TestFetch(json(PAGE)), new Memory()];
      store.text = text;
      await list(answers, store, 0);
      assert.equal(answers.calls.length, 1, text);
    }
    const [answers, store] = [new TestFetch(json(PAGE)), new Memory()];
    store.text = JSON.stringify({ baseUrl: BASE, at: 0, list: { models: [{ name: 'x' }] } });
    assert.equal((await list(answers, store, 0)).models[0]?.name, 'Anvil 7B');
  });

  it('keeps nothing of a failure', async () => {
    const store = new Memory();
    const result = await cachedList(connect(new TestFetch(json({}, 401))).client, store, {});
    assert.equal(result.ok, false);
    assert.equal(store.text, null);
  });

  it('says its age in words', () => {
    assert.deepEqual([0, 60_000, 5 * 60_000, 2 * HOUR, 23.5 * HOUR].map(describeAge), [
      'just read',
      'from 1 minute ago',
      'from 5 minutes ago',
      'from 2 hours ago',
      'from 23 hours ago',
    ]);
  });
});
