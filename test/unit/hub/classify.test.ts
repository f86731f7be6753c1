import assert from 'node:assert/strict';
import { classify, type FailedAnswer } from '../../../src/hub/classify';
import { HUB, token } from './support';

type Case = readonly [
  what: string,
  answer: Partial<FailedAnswer> & { readonly code?: string; readonly says?: string },
  kind: string,
];

const REPOSITORY = { subject: { model: 'acme/anvil', revision: 'dev', path: 'README.md' } };
const BAD = 'Invalid credentials in Authorization header';
const NOT_SEEN = 'Invalid username or password.';

/** In the order of huggingface_hub's `hf_raise_for_status`. */
const CASES: readonly Case[] = [
  ['a revision, before anything else', { ...REPOSITORY, status: 404, code: 'RevisionNotFound' }, 'missing-revision'],
  ['a file', { ...REPOSITORY, status: 404, code: 'EntryNotFound' }, 'missing-file'],
  ['a gate, though it is a 401', { ...REPOSITORY, status: 401, code: 'GatedRepo', token: null }, 'gated'],
  ['a gate for an account', { ...REPOSITORY, status: 403, code: 'GatedRepo' }, 'gated'],
  ['a disabled repository', { ...REPOSITORY, status: 403, says: 'Access to this resource is disabled.' }, 'disabled'],
  ['a repository', { ...REPOSITORY, status: 404, code: 'RepoNotFound' }, 'missing-repository'],
  ['a repository without a token', { ...REPOSITORY, status: 401, says: NOT_SEEN, token: null }, 'missing-repository'],
  ['a repository that a token may not see', { ...REPOSITORY, status: 401, says: NOT_SEEN }, 'missing-repository'],
  ['a wrong token', { ...REPOSITORY, status: 401, says: BAD }, 'bad-token'],
  ['a wrong token where there is no repository', { subject: {}, status: 401, says: NOT_SEEN }, 'bad-token'],
  [
    'a change without a token',
    { ...REPOSITORY, status: 401, says: NOT_SEEN, token: null, writes: true },
    'not-signed-in',
  ],
  ['a question about nobody', { subject: {}, status: 401, token: null }, 'not-signed-in'],
  ['a bill', { ...REPOSITORY, status: 402 }, 'payment-required'],
  ['no permission', { ...REPOSITORY, status: 403, says: 'You need write access' }, 'forbidden'],
  ['a discussion', { subject: { model: 'acme/anvil', discussion: 9 }, status: 404 }, 'not-found'],
  ['two at once', { ...REPOSITORY, status: 409 }, 'conflict'],
  ['a branch that moved', { ...REPOSITORY, status: 412 }, 'branch-moved'],
  ['too many requests', { ...REPOSITORY, status: 429 }, 'rate-limited'],
  ['anything else', { ...REPOSITORY, status: 422 }, 'refused'],
  ['a server in trouble', { ...REPOSITORY, status: 502 }, 'server-error'],
];

function failed({ code, says, ...answer }: Case[1]) {
  const headers = new Headers({ ...(code && { 'x-error-code': code }), ...(says && { 'x-error-message': says }) });
  const usual = { status: 400, headers, body: '', subject: {}, writes: false, token: token(), hubUrl: HUB, now: 0 };
  return classify({ ...usual, ...answer });
}

describe('classify', () => {
  for (const [what, answer, kind] of CASES) {
    it(`tells ${what}`, () => {
      const failure = failed(answer);
      assert.equal(failure.kind, kind);
      // One sentence that ends in the next step.
      assert.match(failure.message, /^[^\n]+[;,(][^\n]+\.$/);
    });
  }

  it('lists the problems of front matter in every form that the Hub has', () => {
    const problems = ['"license" must be a string', 'no list'];
    for (const body of [
      { errors: problems.map((message) => ({ message, type: 'error' })) },
      { error: problems },
      { errors: problems },
    ]) {
      const failure = failed({ ...REPOSITORY, status: 400, body: JSON.stringify(body) });
      assert.ok(failure.kind === 'rejected-metadata');
      assert.deepEqual(failure.problems, problems);
    }
  });

  it("repeats the Hub's own words in one line, but not a web page", () => {
    const words = failed({ ...REPOSITORY, status: 403, body: JSON.stringify({ error: 'You\nmay  not.' }) });
    assert.match(words.message, /\(You may not\)/);
    const page = failed({ ...REPOSITORY, status: 403, body: '<html><body>Forbidden</body></html>' });
    assert.ok(!page.message.includes('<'));
    const described = { error: 'invalid_request', error_description: 'The code is used' };
    assert.match(failed({ ...REPOSITORY, status: 400, body: JSON.stringify(described) }).message, /The code is used/);
  });
});
