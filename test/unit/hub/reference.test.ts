import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  formatAddress,
  formatReference,
  type HubReference,
  isRevision,
  parseAddress,
  parseReference,
} from '../../../src/hub/reference';

const README = { model: 'acme/Anvil-7B', revision: 'main', path: 'README.md' };

/** Each text and what of the reference is not the card on main. */
const READ: Readonly<Record<string, Partial<HubReference>>> = {
  'acme/Anvil-7B': {},
  ' acme/Anvil-7B\n': {},
  gpt2: { model: 'gpt2' },
  'acme/Anvil-7B@v1.0': { revision: 'v1.0' },
  'acme/Anvil-7B@refs/pr/7': { revision: 'refs/pr/7' },
  'acme/Anvil-7B@feature/new@card': { revision: 'feature/new@card' },
  'https://huggingface.co/acme/Anvil-7B': {},
  'https://hf.co/acme/Anvil-7B/?library=x#eval': {},
  'https://huggingface.co/gpt2': { model: 'gpt2' },
  'https://huggingface.co/acme/Anvil-7B/tree/main': {},
  'https://huggingface.co/acme/Anvil-7B/tree/refs%2Fpr%2F7': { revision: 'refs/pr/7' },
  'https://huggingface.co/acme/Anvil-7B/tree/refs/pr/7/docs': { revision: 'refs/pr/7' },
  'https://huggingface.co/acme/Anvil-7B/blob/main/docs/My%20card.md': { path: 'docs/My card.md' },
  'https://huggingface.co/acme/Anvil-7B/resolve/feature%2Fx/README.md?download=true': { revision: 'feature/x' },
  'https://huggingface.co/acme/Anvil-7B/raw/v1.0/README.md': { revision: 'v1.0' },
  'https://huggingface.co/acme/Anvil-7B/discussions/12': { revision: 'refs/pr/12' },
  'https://huggingface.co/acme/Anvil-7B/discussions/12/files': { revision: 'refs/pr/12' },
  'https://huggingface.co/acme/Anvil-7B/discussions': {},
  'https://huggingface.co/acme/Anvil-7B/commit/0123456789abcdef0123456789abcdef01234567': {
    revision: '0123456789abcdef0123456789abcdef01234567',
  },
  'https://hub.example:8080/acme/Anvil-7B/tree/main': {},
  'hf://acme/Anvil-7B': {},
  'hf://acme/Anvil-7B@refs/pr/7/README.md': { revision: 'refs/pr/7' },
  'hf://models/acme/Anvil-7B@refs:pr:7/README.md': { revision: 'refs/pr/7' },
  'hf://models/acme/Anvil-7B%40feature%3Ax/docs/a.md': { revision: 'feature/x', path: 'docs/a.md' },
  'hf://acme/Anvil-7B@feature%2Fx/README.md': { revision: 'feature/x' },
  'hf://models/acme/Anvil-7B/docs/a@b.md': { path: 'docs/a@b.md' },
};

/** Each text that names no model, and a word of the sentence about it. */
const REFUSED: Readonly<Record<string, RegExp>> = {
  '': /org\/name/,
  'acme/Anvil/7B': /org\/name/,
  'acme/An vil': /org\/name/,
  '../secret': /org\/name/,
  'acme/..': /org\/name/,
  'datasets/acme': /models only/,
  'https://huggingface.co/datasets/acme/nails': /models only/,
  'https://huggingface.co/spaces/acme/demo': /models only/,
  'https://github.com/acme/Anvil-7B': /not the Hub/,
  'https://huggingface.co.example.org/acme/Anvil-7B': /not the Hub/,
  'https://huggingface.co': /org\/name/,
  'acme/Anvil-7B@': /revision/,
  'acme/Anvil-7B@a..b': /revision/,
  'acme/Anvil-7B@-x': /revision/,
};

describe('parseReference', () => {
  for (const [text, wanted] of Object.entries(READ)) {
    it(`reads ${JSON.stringify(text)}`, () => {
      const parsed = parseReference(text, 'https://hub.example:8080');
      assert.deepEqual(parsed, { kind: 'reference', reference: { ...README, ...wanted } });
    });
  }

  for (const [text, about] of Object.entries(REFUSED)) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      const parsed = parseReference(text);
      assert.equal(parsed.kind, 'problem');
      assert.match(parsed.message, about);
    });
  }
});

describe('the codec of references', () => {
  const word = fc.stringMatching(/^[\w][\w.-]{0,8}$/);
  const name = word.filter((text) => !/^(?:datasets|spaces|models|docs|blog|api|tasks|posts|papers)$/.test(text));
  const model = fc.oneof(
    name,
    fc.tuple(name, word).map((parts) => parts.join('/')),
  );
  const revision = fc
    .oneof(
      fc.array(fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }), { minLength: 1, maxLength: 4 }),
      fc.nat().map((number) => ['refs', 'pr', String(number)]),
      fc.array(fc.constantFrom('%2F', '@', 'a', '%', '#', '?x', '+'), { minLength: 1, maxLength: 4 }),
    )
    .map((parts) => parts.join('/'))
    .filter((text) => isRevision(text) && text === text.trim());
  const path = fc
    .array(fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join('/'))
    .filter((text) => !/^\/|\/$|\/\//.test(text));

  it('gives back every model and revision that it writes', () => {
    fc.assert(
      fc.property(model, revision, (model, revision) => {
        const reference = { model, revision, path: 'README.md' };
        assert.deepEqual(parseReference(formatReference(reference)), { kind: 'reference', reference });
      }),
    );
  });

  it('gives back every file that it writes', () => {
    fc.assert(
      fc.property(model, revision, path, (model, revision, path) => {
        const reference = { model, revision, path };
        assert.deepEqual(parseAddress(formatAddress(reference)), { kind: 'reference', reference });
      }),
    );
  });
});
