import assert from 'node:assert/strict';
import type { HubRepository } from '../../../src/card/repository';
import { type CardKind, cardKind, type MarkdownFile } from '../../../src/card/cardKind';

const model: HubRepository = { kind: 'model', id: 'inkwell-lab/qwill-7b' };
const readme: MarkdownFile = { text: '# Title\n', name: 'README.md', repository: null, bySetting: undefined };

const cases: readonly (readonly [what: string, file: Partial<MarkdownFile>, kind: CardKind])[] = [
  ['a README without front matter elsewhere', {}, 'readme'],
  ['a README without front matter in a model repository', { repository: model }, 'card'],
  ['a README with front matter', { text: '---\nlicense: mit\n---\n' }, 'card'],
  ['a README with front matter that is never closed', { text: '---\nlicense: mit\n\n# Title\n' }, 'card'],
  ['a README in lower case', { name: 'readme.md', text: '---\nlicense: mit\n---\n' }, 'card'],
  ['other Markdown without front matter', { name: 'notes.md' }, 'other'],
  ['other Markdown with a blog’s front matter', { name: 'post.md', text: '---\ntitle: x\ntags: [a]\n---\n' }, 'other'],
  ['other Markdown with model metadata', { name: 'card.md', text: '---\npipeline_tag: fill-mask\n---\n' }, 'card'],
  ['a Space', { text: '---\nsdk: gradio\nlicense: mit\n---\n' }, 'other'],
  ['a dataset', { text: '---\ntask_categories:\n- translation\n---\n' }, 'other'],
  ['a dataset by its features', { text: '---\r\ndataset_info:\r\n  features: []\r\n---\r\n' }, 'other'],
  ['a README of a data-set repository', { repository: { kind: 'dataset', id: 'a/b' } }, 'other'],
  ['a README of a Space', { repository: { kind: 'space', id: 'a/b' } }, 'other'],
  ['what the setting adds', { name: 'notes.md', bySetting: true }, 'card'],
  ['what the setting takes out', { text: '---\npipeline_tag: x\n---\n', bySetting: false }, 'other'],
  ['nested keys, which are none of the card’s', { text: '---\nlicense: mit\nx:\n  sdk: gradio\n---\n' }, 'card'],
];

describe('telling model cards from other Markdown', () => {
  for (const [what, file, kind] of cases) {
    it(`takes ${what} for ${kind}`, () => assert.equal(cardKind({ ...readme, ...file }), kind));
  }
});
