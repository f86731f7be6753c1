import type { CardAnalysis, DraftCommon } from './types';

/** The card's own page on the Hub as the source of the results in its tables; empty where it is not known. */
export function cardAsSource(repositoryId: string | undefined): Pick<DraftCommon, 'sourceUrl' | 'sourceName'> {
  return repositoryId === undefined
    ? { sourceUrl: '', sourceName: '' }
    : { sourceUrl: `https://huggingface.co/${repositoryId}`, sourceName: 'Model card' };
}

/** The task type of new results: the card's `pipeline_tag`, else what its results have, else text generation. */
export function defaultTaskType({ metadata }: CardAnalysis): string {
  const { pipelineTag = '', entries } = metadata;
  if (pipelineTag.trim() !== '') return pipelineTag;
  const used = entries.flatMap(({ metrics }) => metrics).find(({ result }) => result.task.type !== '');
  return used?.result.task.type ?? 'text-generation';
}
