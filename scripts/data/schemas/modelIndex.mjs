import { described, flag, listOf, map, ref, text } from './describe.mjs';

const PAGE = 'model-cards#evaluation-results';

/** The dataset id as the Hub's server wants it. */
const DATASET_TYPE = '^(?:[\\w-]+/)?[\\w.-]+$';

const task = described('The task that was evaluated.', PAGE, {
  ...map(
    {
      type: described('The id of the task, such as text-generation.', PAGE, ref('anyTask')),
      name: described('The task as people read it. Optional.', PAGE, text),
    },
    ['type'],
  ),
});

const dataset = described('The dataset that the model was evaluated on.', PAGE, {
  ...map(
    {
      type: described('The id of the dataset on the Hub, without spaces. Link to it as owner/name.', PAGE, {
        type: 'string',
        pattern: DATASET_TYPE,
      }),
      name: described('The dataset as people read it, such as MMLU (5-shot).', PAGE, text),
      config: described('The configuration (subset) that was used, as a text.', PAGE, text),
      split: described('The split that was used, such as test.', PAGE, text),
      revision: described('The commit of the dataset. Put one of digits alone in quotes.', PAGE, text),
      args: described('More about how the dataset was used, such as num_few_shot: 5.', PAGE, {}),
    },
    ['type', 'name'],
  ),
});

const metric = map(
  {
    type: described('The id of the metric, such as accuracy.', PAGE, ref('metric')),
    value: described('What was measured: a number, or a text such as 20.0 ± 1.2.', PAGE, {}),
    name: described('The metric as people read it. Optional.', PAGE, text),
    config: described('The configuration of the metric, as a text.', PAGE, text),
    args: described('The arguments that the metric was computed with.', PAGE, {}),
    verified: described('Computed by the Hub. Do not set it yourself.', PAGE, flag),
    verifyToken: described('A signature by Hugging Face. Keep it as it is, never write one.', PAGE, text),
  },
  ['type', 'value'],
);

const source = described('Where the numbers come from.', PAGE, {
  ...map(
    {
      url: described('The address of the source.', PAGE, { type: 'string', format: 'uri' }),
      name: described('The source as people read it. Optional.', PAGE, text),
    },
    ['url'],
  ),
});

const result = map({ task, dataset, metrics: described('What was measured.', PAGE, listOf(metric)), source }, [
  'task',
  'metrics',
]);

/** Evaluation results in front matter. */
export const modelIndex = described('Evaluation results that the Hub shows beside the card.', PAGE, {
  ...listOf(
    map(
      {
        name: described('The name of the model.', PAGE, text),
        results: described('One result for each task and dataset.', PAGE, listOf(result)),
      },
      ['name', 'results'],
    ),
  ),
});
