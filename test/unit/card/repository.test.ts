import assert from 'node:assert/strict';
import { hubRepository, hubRepositoryOfConfig } from '../../../src/card/repository';

describe('hubRepository', () => {
  const model = { kind: 'model', id: 'acme/Anvil-7B' };

  for (const url of [
    'https://huggingface.co/acme/Anvil-7B',
    'https://huggingface.co/acme/Anvil-7B/',
    'https://huggingface.co/acme/Anvil-7B.git',
    'https://someone:secret@huggingface.co/acme/Anvil-7B',
    'https://hf.co/acme/Anvil-7B',
    'git@hf.co:acme/Anvil-7B',
    'git@hf.co:acme/Anvil-7B.git',
    'ssh://git@hf.co:22/acme/Anvil-7B',
  ]) {
    it(`reads ${url}`, () => assert.deepEqual(hubRepository(url), model));
  }

  it('tells datasets and Spaces from models', () => {
    assert.deepEqual(hubRepository('https://huggingface.co/datasets/acme/nails'), {
      kind: 'dataset',
      id: 'acme/nails',
    });
    assert.deepEqual(hubRepository('git@hf.co:spaces/acme/demo'), { kind: 'space', id: 'acme/demo' });
  });

  it('takes a model without an organisation', () => {
    assert.deepEqual(hubRepository('https://huggingface.co/gpt2'), { kind: 'model', id: 'gpt2' });
  });

  it('says nothing of other hosts', () => {
    for (const url of [
      'https://github.com/acme/Anvil-7B',
      'https://nothuggingface.co/acme/Anvil-7B',
      'https://huggingface.co.example.org/acme/Anvil-7B',
      'https://example.org/huggingface.co/acme',
      '../Anvil-7B',
      '',
    ]) {
      assert.equal(hubRepository(url), null, url);
    }
  });
});

describe('hubRepositoryOfConfig', () => {
  it('prefers origin and passes over remotes that lie elsewhere', () => {
    const remote = (name: string, url: string): string =>
      `[remote "${name}"]\n\turl = ${url}\n\tfetch = +refs/heads/*\n`;
    const github = remote('origin', 'https://github.com/acme/anvil');
    const mirror = remote('hub', 'https://huggingface.co/acme/Anvil-7B');
    const origin = remote('origin', 'https://huggingface.co/acme/Anvil-8B');
    assert.equal(hubRepositoryOfConfig(`[core]\n\tbare = false\n${github}${mirror}`)?.id, 'acme/Anvil-7B');
    assert.equal(hubRepositoryOfConfig(`${mirror}${origin}`)?.id, 'acme/Anvil-8B');
  });

  it('takes no address of another section for a remote', () => {
    const config = '[remote "origin"]\r\n[submodule "x"]\r\n\turl = https://huggingface.co/acme/x\r\n';
    assert.equal(hubRepositoryOfConfig(config), null);
  });
});
