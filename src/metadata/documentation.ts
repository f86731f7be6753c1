/** Pages of the Hub's documentation that problems lead to. */
export const Link = {
  metadata: 'https://huggingface.co/docs/hub/model-cards#model-card-metadata',
  specification: 'https://github.com/huggingface/hub-docs/blob/main/modelcard.md?plain=1',
  licenses: 'https://huggingface.co/docs/hub/repositories-licenses',
  baseModel: 'https://huggingface.co/docs/hub/model-cards#specifying-a-base-model',
  datasets: 'https://huggingface.co/docs/hub/model-cards#specifying-a-dataset',
  newVersion: 'https://huggingface.co/docs/hub/model-cards#specifying-a-new-version',
  task: 'https://huggingface.co/docs/hub/model-cards#specifying-a-task--pipelinetag-',
  modelIndex: 'https://huggingface.co/docs/hub/model-cards#evaluation-results',
  carbon: 'https://huggingface.co/docs/hub/model-cards-co2',
  evalResults: 'https://huggingface.co/docs/hub/eval-results',
  pythonClient: 'https://huggingface.co/docs/huggingface_hub/guides/model-cards',
  tables: 'https://github.github.com/gfm/#tables-extension-',
} as const;
