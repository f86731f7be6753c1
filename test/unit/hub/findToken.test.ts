import assert from 'node:assert/strict';
import { findToken, hubUrlOf, readDotEnv, storedTokens, type TokenPlaces } from '../../../src/hub/findToken';

const HUB = new URL('https://huggingface.co/api');

function places(env: TokenPlaces['env'], files: Readonly<Record<string, string>> = {}, dotEnv?: string): TokenPlaces {
  const readFile = (path: string): Promise<string | null> => Promise.resolve(files[path] ?? null);
  return { env, homeFolder: '/home/mona', readFile, ...(dotEnv !== undefined && { dotEnv }) };
}

async function found(where: TokenPlaces): Promise<readonly [header: string | null, from: string] | null> {
  const result = await findToken(where);
  if (result.kind !== 'token') return null;
  const { source } = result.token;
  const from = source.kind === 'environment' ? source.variable : source.kind === 'file' ? source.path : source.kind;
  return [result.token.authorizationFor(HUB), from];
}

describe('findToken', () => {
  const CACHE = '/home/mona/.cache/huggingface/token';
  const files = { [CACHE]: 'hf_cache\n', '/project/.env': 'HF_TOKEN="hf_dotenv"\nHF_ENDPOINT=https://evil.example\n' };

  it('looks in the order of the issue, and says where it found it', async () => {
    const both = { HF_TOKEN: ' hf_first ', HUGGING_FACE_HUB_TOKEN: 'hf_second' };
    assert.deepEqual(await found(places(both, files, '/project/.env')), ['Bearer hf_first', 'HF_TOKEN']);
    const second = { HF_TOKEN: '', HUGGING_FACE_HUB_TOKEN: 'hf_second' };
    assert.deepEqual(await found(places(second, files, '/project/.env')), [
      'Bearer hf_second',
      'HUGGING_FACE_HUB_TOKEN',
    ]);
    assert.deepEqual(await found(places({}, files, '/project/.env')), ['Bearer hf_dotenv', '/project/.env']);
    assert.deepEqual(await found(places({}, files)), ['Bearer hf_cache', CACHE]);
    assert.equal(await found(places({})), null);
    assert.equal(await found(places({}, { [CACHE]: ' \r\n' })), null);
  });

  it("finds the cache's file where the Hub's tools put it", async () => {
    const cases: readonly (readonly [env: TokenPlaces['env'], path: string])[] = [
      [{ HF_TOKEN_PATH: '/keys/hf' }, '/keys/hf'],
      [{ HF_HOME: '~/hf', XDG_CACHE_HOME: '/x' }, '/home/mona/hf/token'],
      [{ XDG_CACHE_HOME: '/x' }, '/x/huggingface/token'],
    ];
    for (const [env, path] of cases) {
      assert.deepEqual(await found(places(env, { ...files, [path]: 'hf_there' })), ['Bearer hf_there', path]);
    }
  });

  it('binds a token to the Hub that the environment names, never to one that a .env file names', async () => {
    const result = await findToken(places({ HF_ENDPOINT: 'https://hub.example/' }, files, '/project/.env'));
    assert.ok(result.kind === 'token');
    assert.equal(result.token.authorizationFor(HUB), null);
    assert.equal(result.token.authorizationFor(new URL('https://evil.example')), null);
    assert.equal(result.token.authorizationFor(new URL('https://hub.example/x')), 'Bearer hf_dotenv');
  });

  it('says in a sentence what is wrong with a token or an address, without the token', async () => {
    const token = await findToken(places({ HF_TOKEN: 'hf_\u2026secret' }));
    assert.ok(token.kind === 'unusable');
    assert.match(token.message, /from HF_TOKEN .*settings\/tokens\.$/);
    assert.ok(!token.message.includes('secret'));
    const address = await findToken(places({ HF_TOKEN: 'hf_x', HF_ENDPOINT: 'nowhere' }));
    assert.ok(address.kind === 'unusable');
    assert.match(address.message, /HF_ENDPOINT/);
  });

  it('reads two names from a .env file and nothing else', async () => {
    const text = "# keys\nexport AA_API_KEY='aa key'\nHF_TOKEN=\nPATH=/evil\nSECRET=1\n";
    const read = await readDotEnv('/project/.env', () => Promise.resolve(text));
    assert.deepEqual(read, { AA_API_KEY: 'aa key' });
  });
});

describe('storedTokens', () => {
  it("lists the accounts of the Hub's tools", async () => {
    const path = '/home/mona/.cache/huggingface/stored_tokens';
    const text =
      '[work]\nhf_token = hf_work\n\n[oauth login]\nhf_token = hf_oauth_x\nrefresh_token = r\nexpires_at = 1\n[none]\n';
    const stored = await storedTokens(places({}, { [path]: text }));
    assert.deepEqual(
      stored.map(({ name, token }) => [name, token.authorizationFor(HUB)]),
      [
        ['work', 'Bearer hf_work'],
        ['oauth login', 'Bearer hf_oauth_x'],
      ],
    );
    assert.deepEqual(await storedTokens(places({})), []);
  });
});

describe('hubUrlOf', () => {
  it('gives the address without a slash at its end', () => {
    assert.equal(hubUrlOf({}), 'https://huggingface.co');
    assert.equal(hubUrlOf({ HF_ENDPOINT: 'http://127.0.0.1:8080/' }), 'http://127.0.0.1:8080');
    assert.equal(hubUrlOf({ HF_ENDPOINT: 'file:///etc' }), null);
  });
});
