import assert from 'node:assert/strict';
import * as batch from '../../../../src/batch';
import { reviewText } from '../../../../src/batch/review';
import { isReady, type ManyNode, manyNodes, type ReviewedCard } from '../../../../src/editor/reviewMany/nodes';
import { heldBack, named, proposalQuestion, wrongOwner } from '../../../../src/editor/reviewMany/words';
import { KNOWLEDGE, lines } from '../../batch/support';

const TABLE = lines('', '| Benchmark | Anvil-7B | Other |', '| --- | --- | --- |', '| GSM8K | 55.5 | 60.1 |');

function reviewed(model: string, text: string): ReviewedCard {
  const card = { kind: 'hub', model } as const;
  return { card, outcome: reviewText(card, text, KNOWLEDGE), isTicked: false };
}

function shown(cards: readonly ReviewedCard[]): readonly string[] {
  const line = (node: ManyNode): string => {
    const tick = node.kind === 'card' && node.isTicked !== undefined ? (node.isTicked ? '[x] ' : '[ ] ') : '';
    return [`${tick}${node.row.label}`, node.row.description].filter(Boolean).join(' – ');
  };
  return manyNodes(cards, batch).flatMap((node) => [
    line(node),
    ...(node.kind === 'group' ? node.children.map((child) => `  ${line(child)}`) : []),
  ]);
}

describe('the rows of many cards', () => {
  const tabled = reviewed('acme/Anvil-7B', lines('---', 'license: mit', '---', '# Anvil-7B', TABLE));
  const mendable = reviewed('acme/bellows', lines('---', 'language: no', '---', '# Bellows'));
  const failed: ReviewedCard = {
    card: { kind: 'failed', card: 'cards/secret', message: 'The folder cannot be read.' },
    outcome: { kind: 'failed', card: 'cards/secret', message: 'The folder cannot be read.' },
    isTicked: false,
  };

  it('stand by what can be done with them, each once, with a tick where a change is ready', () => {
    assert.deepEqual(shown([failed, mendable, { ...tabled, isTicked: true }, reviewed('acme/plain', '# Plain\n')]), [
      'Scores that are not in model-index – 1',
      '  [x] acme/Anvil-7B – 1 result ready',
      'Problems that can be mended – 2',
      '  [ ] acme/bellows – 1 fix ready',
      '  acme/plain',
      'Could not be read – 1',
      '  cards/secret – The folder cannot be read.',
    ]);
  });

  it('tell what a proposal made of them, and are ready again unless it is there', () => {
    const opened = { kind: 'opened', model: 'acme/bellows', change: '0', title: 'Mend', number: 4, url: '' } as const;
    const after = { ...mendable, proposed: opened };
    assert.deepEqual(shown([after]), [
      'Problems that can be mended – 1',
      '  acme/bellows – pull request #4 · 1 fix ready',
    ]);
    assert.equal(isReady(after, batch), false);
    assert.equal(isReady(mendable, batch), true);
  });

  it('are not ready where the card lies here only, or a person has to decide', () => {
    const card = { kind: 'file', file: 'a/README.md', folder: 'a' } as const;
    assert.equal(isReady({ ...mendable, card }, batch), false);
    const compared = reviewed('acme/hammer', lines('---', 'license: mit', '---', '# Hammer', TABLE));
    assert.equal(isReady(compared, batch), false);
  });
});

describe('the words about many cards', () => {
  it('say how much is about to be sent, and by whom', () => {
    assert.deepEqual(proposalQuestion(['a/b', 'a/c'], 'mona'), {
      question: 'Open 2 pull requests on 2 models as mona?',
      yes: 'Open 2 pull requests',
    });
  });

  it('name a dozen and count the rest', () => {
    const names = Array.from({ length: 14 }, (_, at) => `m${at}`);
    assert.ok(named(names).endsWith('m11\nand 2 more'));
    assert.equal(named(['m0']), 'm0');
  });

  it('refuse what is no name of an owner', () => {
    assert.equal(wrongOwner('acme'), null);
    assert.match(wrongOwner('acme/anvil') ?? '', /has a name of letters/);
  });

  it('find what a person may still want', () => {
    const passed = (reason: batch.PassedFor) => ({ kind: 'passed', card: 'a/b', reason, message: '' }) as const;
    assert.deepEqual(
      heldBack([passed('nothing'), passed('open-pull-request'), passed('closed-before')]).map(({ reason }) => reason),
      ['open-pull-request', 'closed-before'],
    );
  });
});
