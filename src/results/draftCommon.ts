import type { CardAnalysis, DraftCommon } from './types';

/** What results of a card share unless a person says otherwise: its task, and its page on the Hub as the source. */
export function defaultCommon(analysis: CardAnalysis, repositoryId: string | undefined): DraftCommon {
  const taskType = defaultTaskType(analysis);
  return repositoryId === undefined
    ? { taskType, sourceUrl: '', sourceName: '' }
    : { taskType, sourceUrl: `https://huggingface.co/${repositoryId}`, sourceName: 'Model card' };
}

/** The card's `pipeline_tag`, else what its results have, else text generation. */
function defaultTaskType({ metadata }: CardAnalysis): string {
  const { pipelineTag = '', entries } = metadata;
  if (pipelineTag.trim() !== '') return pipelineTag;
  const used = entries.flatMap(({ metrics }) => metrics).find(({ result }) => result.task.type !== '');
  return used?.result.task.type ?? 'text-generation';
}
