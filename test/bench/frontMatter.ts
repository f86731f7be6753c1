import { resolve } from 'node:path';
import type { CancellationToken } from 'vscode';
import { YamlThread } from '../../src/editor/frontMatter/yamlThread';
import { GapWatch } from './gapWatch';
import { median } from './measure';

const RESULT = `  - task:
      type: text-generation
    dataset:
      type: cais/mmlu
      name: MMLU
    metrics:
    - type: accuracy
      value: 41.5
`;

const WAITING = { isCancellationRequested: false } as CancellationToken;

/** What is measured of front matter, each in a process of its own, by the name it is started with. */
export const frontMatterChildren = {
  completing: () => completing(5),
  'completing-long': () => completing(2000),
};

/** Types into a result at the end of a model-index and asks for what can be written there, as the editor does. */
async function completing(results: number): Promise<Readonly<Record<string, number>>> {
  const thread = new YamlThread(resolve('dist/yaml-worker.js'), { mediaFolder: resolve('media') });
  const yaml = `license: mit\nmodel-index:\n- name: alder\n  results:\n${RESULT.repeat(results)}    `;
  const watch = new GapWatch();
  const ask = async (text: string): Promise<number> => {
    const began = performance.now();
    const suggestions = await thread.complete({ schema: 'model-card', yaml: text, offset: text.length }, WAITING);
    if (!suggestions?.items.some(({ label }) => label === 'source')) throw new Error('Nothing was offered.');
    return performance.now() - began;
  };
  const first = await ask(yaml);
  const answers: number[] = [];
  for (const typed of ['s', 'so', 'sou', 'sour', 'sourc']) answers.push(await ask(yaml + typed));
  const began = performance.now();
  if ((await thread.explain({ schema: 'model-card', yaml, offset: 3 }, WAITING)) === null)
    throw new Error('Not known.');
  const explain = performance.now() - began;
  const blocked = watch.stop();
  thread.dispose();
  return { first, answer: median(answers), explain, blocked };
}
