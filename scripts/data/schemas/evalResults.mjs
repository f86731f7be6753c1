import { described, listOf, map, number, text } from './describe.mjs';

const PAGE = 'eval-results#adding-evaluation-results';

const dataset = described('The benchmark that was run.', PAGE, {
  ...map(
    {
      id: described('The id of the benchmark dataset on the Hub, such as cais/hle.', PAGE, text),
      task_id: described("The id of the task in the dataset's eval.yaml.", PAGE, text),
      revision: described('The commit of the dataset. Put one of digits alone in quotes.', PAGE, text),
    },
    ['id', 'task_id'],
  ),
});

const source = described('Where the number comes from.', PAGE, {
  ...map(
    {
      url: described('The address of the source.', PAGE, { type: 'string', format: 'uri' }),
      name: described('The source as people read it.', PAGE, text),
      user: described('The user of the Hub who ran it.', PAGE, text),
      org: described('The organisation of the Hub that ran it.', PAGE, text),
    },
    ['url'],
  ),
});

const result = map(
  {
    dataset,
    value: described('What was measured, on the scale of the leaderboard.', PAGE, number),
    verifyToken: described('A signature of the run. Keep it as it is, never write one.', PAGE, text),
    date: described('When it was run, in quotes: "2025-01-15". Without one the date of the commit counts.', PAGE, text),
    source,
    notes: described('How it was run, such as no-tools.', PAGE, text),
  },
  ['dataset', 'value'],
);

/** A file of `.eval_results/`. */
export function evalResults() {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Evaluation results',
    description: 'A list of results that leaderboards of the Hugging Face Hub read from .eval_results/*.yaml.',
    ...listOf(result),
  };
}
