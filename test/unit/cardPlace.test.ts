import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { placeOfCard } from '../../src/cardPlace';

const CONFIG = '[remote "origin"]\n\turl = https://huggingface.co/acme/Anvil-7B\n';

describe('placeOfCard', () => {
  let root: string;
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'model-card-'))));
  afterEach(() => rmSync(root, { recursive: true }));

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }

  it('reads the remote of the repository around the card, from any folder in it', () => {
    write('clone/.git/config', CONFIG);
    assert.deepEqual(placeOfCard(join(root, 'clone/README.md')), { repositoryId: 'acme/Anvil-7B', folder: 'clone' });
    write('clone/sub/x', '');
    assert.deepEqual(placeOfCard(join(root, 'clone/sub/README.md')), { repositoryId: 'acme/Anvil-7B', folder: 'sub' });
  });

  it('follows the files of worktrees and submodules', () => {
    write('main/.git/config', CONFIG);
    write('main/.git/worktrees/other/commondir', '../..\n');
    write('other/.git', `gitdir: ${join(root, 'main/.git/worktrees/other')}\n`);
    assert.equal(placeOfCard(join(root, 'other/README.md')).repositoryId, 'acme/Anvil-7B');

    write('main/.git/modules/sub/config', CONFIG.replace('7B', '8B'));
    write('main/sub/.git', 'gitdir: ../.git/modules/sub\n');
    assert.equal(placeOfCard(join(root, 'main/sub/README.md')).repositoryId, 'acme/Anvil-8B');
  });

  it('takes no model from a dataset, from another host or from no repository at all', () => {
    write('data/.git/config', CONFIG.replace('acme', 'datasets/acme'));
    write('code/.git/config', CONFIG.replace('huggingface.co', 'github.com'));
    write('plain/x', '');
    for (const folder of ['data', 'code', 'plain']) {
      assert.deepEqual(placeOfCard(join(root, folder, 'README.md')), { folder });
    }
  });
});
