import { lines } from '../cli/program';

/** A card without metadata, with a table that compares its model with another one. */
export function plainCard(model: string, mmlu: string, gsm8k: string): string {
  return lines(
    `# ${model}`,
    '',
    `| Benchmark | ${model} | Hammer 8B |`,
    '| --- | --- | --- |',
    `| MMLU (5-shot) | ${mmlu} | 70.9 |`,
    `| GSM8K | ${gsm8k} | 61.25 |`,
  );
}

/** What a batch makes of such a card of acme: the same with the scores of its own column in its metadata. */
export function withResults(model: string, mmlu: string, gsm8k: string): string {
  const source = ['    source:', `      url: https://huggingface.co/acme/${model}`, '      name: Model card'];
  const metadata = lines(
    '---',
    'model-index:',
    `- name: ${model}`,
    '  results:',
    '  - task:',
    '      type: text-generation',
    '    dataset:',
    '      name: MMLU (5-shot)',
    '      type: cais/mmlu',
    '      config: all',
    '      split: test',
    '      args:',
    '        num_few_shot: 5',
    '    metrics:',
    '    - type: accuracy',
    `      value: ${mmlu}`,
    ...source,
    '  - task:',
    '      type: text-generation',
    '    dataset:',
    '      name: GSM8K',
    '      type: openai/gsm8k',
    '      config: main',
    '      split: test',
    '    metrics:',
    '    - type: accuracy',
    `      value: ${gsm8k}`,
    ...source,
    '---',
  );
  return metadata + plainCard(model, mmlu, gsm8k);
}
