import { described, flag, listOf, map } from './describe.mjs';

const PAGE = 'models-widgets#how-can-i-control-my-models-widget-example-input';
const OUTPUT = 'models-widgets#example-outputs';

const example = (description, schema) => described(description, PAGE, schema);

/** Examples that a visitor of the model's page can try. Their inputs are of many shapes, which the Hub does not check. */
export const widget = example('Examples that visitors can try on the page of the model.', {
  ...listOf(
    map({
      text: example('The text that is put in.', {}),
      src: example('The address of an image or a sound that is put in.', {}),
      example_title: example('The name of the example in the list.', {}),
      group: example('The group that the example stands in.', {}),
      messages: example('A conversation: each message has a role and a content.', {
        items: { properties: { role: {}, content: {} } },
      }),
      candidate_labels: example('The labels to choose from.', {}),
      multi_class: example('Whether several labels may be right.', {}),
      source_sentence: example('The sentence that the others are compared with.', {}),
      sentences: example('The sentences that are compared.', {}),
      table: example('A table that is asked about: a list for each column.', {}),
      structured_data: example('Values for each column of structured data.', {}),
      context: example('The text in which an answer is looked for.', {}),
      parameters: example('Parameters of the inference.', {}),
      output: described('What the model answers, so that it shows without running.', OUTPUT, {}),
    }),
  ),
});

const parameter = (description) => described(description, 'models-widgets', {});

/** Whether and how the model can be tried on its page. */
export const inference = described(
  'Whether the model can be tried on its page, and with which parameters.',
  'models-widgets',
  {
    anyOf: [
      flag,
      map({
        parameters: described('Parameters that each request is sent with.', 'models-widgets', {
          properties: {
            temperature: parameter('How freely words are chosen.'),
            top_k: parameter('From how many words the next is chosen.'),
            top_p: parameter('From which share of probability the next word is chosen.'),
            max_new_tokens: parameter('How many tokens are written at most.'),
            do_sample: parameter('Whether words are drawn by chance.'),
            aggregation_strategy: parameter('How tokens are joined to entities.'),
            negative_prompt: parameter('What an image should not show.'),
            guidance_scale: parameter('How closely an image follows the prompt.'),
            num_inference_steps: parameter('How many steps an image is drawn in.'),
          },
        }),
      }),
    ],
  },
);
