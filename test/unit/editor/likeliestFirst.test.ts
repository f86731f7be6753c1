import assert from 'node:assert/strict';
import type { Uri } from 'vscode';
import { likeliestFirst } from '../../../src/editor/addResults/likeliestFirst';

const uri = (path: string, scheme = 'file') =>
  ({ scheme, authority: '', path, toString: () => `${scheme}://${path}` }) as Uri;

describe('the cards that a file’s results may be for', () => {
  const cards = [uri('/work/b/README.md'), uri('/work/a/README.md'), uri('/acme/anvil/README.md', 'hf')];
  const file = uri('/work/b/runs/results.json');
  const order = (current?: Uri) => likeliestFirst(cards, file, current).map((card) => card.toString());

  it('begin with the nearest in the folders', () => {
    assert.deepEqual(order(), ['file:///work/b/README.md', 'file:///work/a/README.md', 'hf:///acme/anvil/README.md']);
  });

  it('begin with the one that is worked on', () => {
    assert.equal(order(uri('/acme/anvil/README.md', 'hf'))[0], 'hf:///acme/anvil/README.md');
    assert.equal(order(uri('/elsewhere/notes.md'))[0], 'file:///work/b/README.md');
  });
});
