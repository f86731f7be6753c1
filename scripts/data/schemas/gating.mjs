import { described, flag, listOf, map, text } from './describe.mjs';

const PAGE = 'models-gated#customize-requested-information';
const KINDS = ['text', 'checkbox', 'date_picker', 'country', 'ip_location', 'select'];

const option = { anyOf: [text, map({ label: text, value: text }, ['label', 'value'])] };

const field = {
  anyOf: [
    { type: 'string', enum: KINDS.filter((kind) => kind !== 'select') },
    map(
      {
        type: described('How the person answers.', PAGE, { type: 'string', enum: KINDS }),
        options: described('What the person chooses from, where the type is select.', PAGE, listOf(option)),
      },
      ['type'],
    ),
  ],
};

/** The keys of a gated model: what people are asked before they get access. */
export const gating = {
  extra_gated_prompt: described('The text that is shown above the request for access.', PAGE, text),
  extra_gated_heading: described('The heading of the request for access.', PAGE, text),
  extra_gated_description: described('The description below the heading of the request.', PAGE, text),
  extra_gated_button_content: described('The label of the button that sends the request.', PAGE, text),
  extra_gated_fields: described('What the person is asked: a label and how it is answered.', PAGE, {
    type: 'object',
    additionalProperties: field,
  }),
  extra_gated_eu_disallowed: described(
    'Refuse access to people in the European Union; takes effect only where the model is gated.',
    'models-gated#restricting-access-for-eu-users',
    flag,
  ),
};
