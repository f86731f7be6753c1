import assert from 'node:assert/strict';
import { opportunitiesOf, reviewText } from '../../../src/batch/review';
import { CARD, changed, KNOWLEDGE, lines } from './support';

const TABLE = lines('# Anvil', '', '| Benchmark | Anvil-7B | Hammer |', '| - | - | - |', '| MMLU | 71.5 | 70.9 |');
const MINIMAL = '---\nlicense: mit\n---\n';

describe('what can be done with a card', () => {
  const review = (text: string) => reviewText(CARD, text, KNOWLEDGE);

  it('is nothing where its metadata says what it can say', () => {
    const plain = review(`${MINIMAL}# Anvil\n`);
    assert.deepEqual([opportunitiesOf(plain), plain.tables, plain.problems], [['nothing'], [], []]);
    assert.deepEqual(opportunitiesOf(review(changed(MINIMAL + TABLE).text)), ['nothing']);
  });

  it('is to bring the scores of its tables in', () => {
    const { tables, ...facts } = review(MINIMAL + TABLE);
    assert.deepEqual(tables, [
      { number: 1, line: 6, models: 2, benchmarks: 1, own: 'Anvil-7B', scores: 1, present: 0, different: 0 },
    ]);
    assert.deepEqual(opportunitiesOf({ tables, ...facts }), ['tables']);
    assert.equal(review(MINIMAL + TABLE.replace('Anvil-7B', 'Tongs')).tables[0]?.own, null);
  });

  it('is to look at values that differ', () => {
    const differing = review(changed(MINIMAL + TABLE).text.replace('| 71.5', '| 72.5'));
    assert.deepEqual(opportunitiesOf(differing), ['differing']);
    assert.match(differing.differing[0]?.message ?? '', /is 71\.5 here and 72\.5 in the table/);
  });

  it('is to mend problems, told with their lines and fixes', () => {
    const { problems, ...facts } = review('---\nlicense: mit\nlanguage: no\n---\n# Anvil\n');
    assert.deepEqual(
      problems.map(({ code, line, fixes, safe }) => [code, line, fixes, safe]),
      [['language.boolean', 3, ['Put it in quotes'], true]],
    );
    assert.deepEqual(opportunitiesOf({ problems, ...facts }), ['problems']);
  });

  it('is to look at pull requests that are open', () => {
    const pullRequests = [{ number: 1, title: 'Tag it', url: 'https://hub.example/acme/Anvil-7B/discussions/1' }];
    assert.deepEqual(opportunitiesOf({ ...review(`${MINIMAL}# Anvil\n`), pullRequests }), ['pull-requests']);
  });
});
