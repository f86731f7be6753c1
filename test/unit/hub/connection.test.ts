import assert from 'node:assert/strict';
import { attempt } from '../../../src/hub/attempt';
import type { HubConnection } from '../../../src/hub/connection';
import type { HubFailure } from '../../../src/hub/failure';
import type { HubRequest } from '../../../src/hub/request';
import { HubToken } from '../../../src/hub/token';
import { connect, json, networkFailure, SECRET, TestFetch } from './support';

const GET: HubRequest = { path: '/api/models/acme/anvil', subject: { model: 'acme/anvil' } };
const POST: HubRequest = { ...GET, method: 'POST', body: '{}' };

async function failureOf(connection: HubConnection, request: HubRequest): Promise<HubFailure> {
  const result = await attempt(() => connection.json(request));
  assert.ok(!result.ok, 'the request went well');
  return result.failure;
}

function redirect(location: string, status = 307) {
  return (): Response => new Response(null, { status, headers: { location } });
}

describe('HubConnection', () => {
  it('waits longer and longer while a failure passes, then gives it back', async () => {
    const answers = new TestFetch(json({ error: 'oops' }, 503, { 'x-request-id': 'abc' }));
    const { connection, timers } = connect(answers);
    const failure = await failureOf(connection, GET);
    assert.deepEqual(timers.waits, [1000, 2000, 4000]);
    assert.equal(answers.calls.length, 4);
    assert.match(failure.message, /status 503, request abc.*try again/);
    assert.equal(timers.pending, 0);
  });

  it('goes on as soon as the Hub answers', async () => {
    const answers = new TestFetch(json({}, 500), networkFailure('ECONNRESET'), json({}, 408), json({ id: 'x' }));
    assert.deepEqual(await connect(answers).connection.json(GET), { id: 'x' });
  });

  it('repeats no change that may have been made', async () => {
    for (const answer of [
      json({}, 503),
      json({}, 408),
      networkFailure('ECONNRESET'),
      networkFailure('UND_ERR_SOCKET'),
    ]) {
      const answers = new TestFetch(answer);
      await failureOf(connect(answers).connection, POST);
      assert.equal(answers.calls.length, 1);
    }
  });

  it('repeats a change that cannot have been made', async () => {
    for (const answer of [json({}, 429), networkFailure('ECONNREFUSED'), networkFailure('ENOTFOUND')]) {
      const answers = new TestFetch(answer, json({ done: true }));
      assert.deepEqual(await connect(answers).connection.json(POST), { done: true });
    }
  });

  it('waits as long as the Hub asks, unless a person has to decide on that', async () => {
    const short = json({}, 429, { 'retry-after': '3' });
    const { connection, timers } = connect(new TestFetch(short, json({})));
    await connection.json(GET);
    assert.deepEqual(timers.waits, [3000]);

    for (const headers of [{ ratelimit: '"api";r=0;t=54' }, { 'retry-after': 'Thu, 01 Oct 2026 00:00:55 GMT' }]) {
      const answers = new TestFetch(json({}, 429, headers));
      const failure = await failureOf(connect(answers).connection, GET);
      assert.ok(failure.kind === 'rate-limited' && failure.seconds === 55);
      assert.equal(answers.calls.length, 1);
    }
  });

  it('takes no window with requests left for the reason of a 429', async () => {
    const failure = await failureOf(
      connect(new TestFetch(json({}, 429, { ratelimit: '"api";r=9;t=54' }))).connection,
      GET,
    );
    assert.ok(failure.kind === 'rate-limited' && failure.seconds === null);
  });

  it('gives up on an answer that takes too long, and on none of its timers', async () => {
    const { connection, timers } = connect(new TestFetch(() => 'never'));
    const failure = await failureOf(connection, GET);
    assert.equal(failure.kind, 'timed-out');
    assert.match(failure.message, /in 20 seconds/);
    assert.equal(timers.pending, 0);
  });

  it('stops at once when it is cancelled: before, in the queue, while it waits for an answer or for another try', async () => {
    const before = new AbortController();
    before.abort();
    const answers = new TestFetch(() => 'never');
    const { connection } = connect(answers);
    assert.equal((await failureOf(connection, { ...GET, signal: before.signal })).kind, 'cancelled');
    assert.equal(answers.calls.length, 0);

    const cancel = new AbortController();
    const all = [1, 2, 3, 4, 5, 6].map(() => failureOf(connection, { ...GET, signal: cancel.signal }));
    assert.equal(answers.calls.length, 4);
    cancel.abort();
    for (const failure of await Promise.all(all)) assert.equal(failure.kind, 'cancelled');
    assert.equal(answers.calls.length, 4);

    const pause = new AbortController();
    const failing = new TestFetch(() => {
      setImmediate(() => pause.abort());
      return json({}, 503)();
    });
    const result = await failureOf(connect(failing).connection, { ...GET, signal: pause.signal });
    assert.equal(result.kind, 'cancelled');
    assert.equal(failing.calls.length, 1);
  });

  it('follows a renamed repository on the same host, with the token and the method', async () => {
    const answers = new TestFetch(redirect('/api/models/acme/anvil-2'), json({ id: 'acme/anvil-2' }));
    assert.deepEqual(await connect(answers).connection.json(POST), { id: 'acme/anvil-2' });
    assert.deepEqual(
      answers.calls.map(({ url, method, authorization }) => [url, method, authorization]),
      ['anvil', 'anvil-2'].map((name) => [`https://hub.example/api/models/acme/${name}`, 'POST', `Bearer ${SECRET}`]),
    );
  });

  it('follows no redirect to another host, and none that would change what a request does', async () => {
    for (const request of [GET, POST]) {
      const answers = new TestFetch(redirect('https://evil.example/api'));
      const failure = await failureOf(connect(answers).connection, request);
      assert.equal(failure.kind, 'led-elsewhere');
      assert.match(failure.message, /evil\.example/);
      assert.equal(answers.calls.length, 1);
    }
    const answers = new TestFetch(redirect('/elsewhere', 302));
    assert.equal((await failureOf(connect(answers).connection, POST)).kind, 'unreadable-answer');
  });

  it('fetches a file from another host without the token', async () => {
    const answers = new TestFetch(redirect('https://cdn.example/blob', 302), () => new Response('text'));
    const { body } = await connect(answers).connection.send({ ...GET, answer: 'file' });
    assert.equal(new TextDecoder().decode(body), 'text');
    assert.deepEqual(
      answers.calls.map(({ authorization }) => authorization),
      [`Bearer ${SECRET}`, null],
    );
  });

  it('never sends a token to a Hub that it was not made for', async () => {
    const foreign = new HubToken(SECRET, 'https://huggingface.co', { kind: 'typed' });
    const answers = new TestFetch(json({}));
    const { connection } = connect(answers, { token: foreign });
    await connection.json(GET);
    assert.equal(answers.calls[0]?.authorization, null);
    assert.equal(connection.signedIn, false);
  });

  it('ends a circle of redirects', async () => {
    const answers = new TestFetch(redirect('/api/models/acme/anvil'));
    const failure = await failureOf(connect(answers).connection, GET);
    assert.match(failure.message, /circle/);
    assert.equal(answers.calls.length, 6);
  });

  it('takes no web page, no broken JSON and no other type for an answer', async () => {
    const html = (): Response => new Response('<html>', { headers: { 'content-type': 'text/html; charset=utf-8' } });
    const broken = (): Response => new Response('{"a":', { headers: { 'content-type': 'application/json' } });
    for (const [answer, words] of [
      [html, /text\/html instead of JSON/],
      [broken, /JSON is broken/],
    ] as const) {
      const failure = await failureOf(connect(new TestFetch(answer)).connection, GET);
      assert.equal(failure.kind, 'unreadable-answer');
      assert.match(failure.message, words);
    }
    const status = await attempt(() => connect(new TestFetch(html)).connection.send({ ...GET, answer: 'status' }));
    assert.ok(!status.ok);
  });

  it('tells an untrusted certificate from a lost connection, and tries no second time', async () => {
    const answers = new TestFetch(networkFailure('DEPTH_ZERO_SELF_SIGNED_CERT'));
    assert.match((await failureOf(connect(answers).connection, GET)).message, /certificate/);
    assert.equal(answers.calls.length, 1);
  });

  it('keeps the token out of every failure, even where the Hub repeats it', async () => {
    const answers = new TestFetch(json({ error: `Bearer ${SECRET} may not` }, 403));
    const failure = await failureOf(connect(answers).connection, GET);
    assert.ok(!JSON.stringify(failure).includes(SECRET));
    assert.match(failure.message, /may not/);
  });
});
