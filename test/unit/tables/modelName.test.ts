import assert from 'node:assert/strict';
import { matchModel, sameModel, type WantedName } from '../../../src/tables/modelName';

const repository = (name: string): WantedName => ({ name, from: 'repository' });

describe('sameModel', () => {
  const same: readonly (readonly [string, string])[] = [
    ['org/My-Model-7B', 'My Model 7B'],
    ['org/My-Model-7B', '**my_model_7b**'],
    ['org/My-Model-7B', '[My-Model-7B](https://example.org) (ours)'],
    ['Qwen2.5-7B', 'ｑｗｅｎ2.5 7b'],
    ['My-Model', 'My-Model*'],
    ['My-Model', 'My-Model (this model)'],
    ['My-Model-7B', 'My-Model<br>7B'],
  ];
  for (const [a, b] of same) it(`${a} is ${b}`, () => assert.equal(sameModel(a, b), true));

  const different: readonly (readonly [string, string])[] = [
    ['My-Model-7B', '7B-Model-My'],
    ['My-Model-7B', 'My-Model'],
    ['My-Model-7B', 'My-Model-7B-Chat'],
    ['My-Model-1.5B', 'My-Model-15B'],
    ['', ''],
  ];
  for (const [a, b] of different) it(`${a} is not ${b}`, () => assert.equal(sameModel(a, b), false));
});

describe('matchModel', () => {
  it('takes the exact name and preselects it when the name is certain', () => {
    const match = matchModel(['7B-Model-My', 'My-Model-7B'], [repository('org/My-Model-7B')]);
    assert.deepEqual(match, { kind: 'exact', index: 1, name: repository('org/My-Model-7B'), preselect: true });
  });

  it('takes a heading or folder for a match, but does not preselect it', () => {
    const heading: WantedName = { name: 'My Model', from: 'heading' };
    const match = matchModel(['Other', 'My-Model'], [repository('org/unknown'), heading]);
    assert.deepEqual(match, { kind: 'exact', index: 1, name: heading, preselect: false });
  });

  it('decides nothing between two equal names', () => {
    const match = matchModel(['Other', 'My-Model', 'My-Model'], [repository('org/My-Model')]);
    assert.deepEqual(match, { kind: 'none', candidates: [1, 2, 0] });
  });

  it('lists the candidates: the same tokens in another order first, then by closeness', () => {
    const match = matchModel(
      ['Other', 'My-Model', '7B-Model-My', 'My-Model-13B-Chat'],
      [repository('org/My-Model-7B')],
    );
    assert.deepEqual(match, { kind: 'none', candidates: [2, 1, 3, 0] });
  });

  it('never matches an empty name', () => {
    assert.deepEqual(matchModel(['', 'a'], [repository('')]), { kind: 'none', candidates: [0, 1] });
  });
});
