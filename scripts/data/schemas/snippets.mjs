/** Joins lines into the text of a snippet. */
function lines(...texts) {
  return texts.join('\n');
}

/**
 * What is offered at the top level of front matter, with places to fill in. They stand at the root of the schema and never
 * on a key, and they are texts, not objects: else the YAML language server indents them wrongly.
 */
export const snippets = [
  {
    label: 'license: other',
    description: 'A licence that is not on the list of the Hub, with its name and its text',
    body: lines('license: other', 'license_name: ${1:my-license-1.0}', 'license_link: ${2:LICENSE}'),
  },
  {
    label: 'model-index: a result',
    description: 'A first evaluation result',
    body: lines(
      'model-index:',
      '- name: ${1:model-name}',
      '  results:',
      '  - task:',
      '      type: ${2:text-generation}',
      '    dataset:',
      '      type: ${3:owner/dataset}',
      '      name: ${4:Dataset}',
      '    metrics:',
      '    - type: ${5:accuracy}',
      '      value: ${6:0.0}',
    ),
  },
  {
    label: 'widget: an example',
    description: 'An example that visitors can try on the page of the model',
    body: lines('widget:', '- text: ${1:Once upon a time}', '  example_title: ${2:A story}'),
  },
  {
    label: 'extra_gated_fields: a request for access',
    description: 'What people are asked before they get access to a gated model',
    body: lines(
      'extra_gated_prompt: ${1:Tell us who you are before you use this model.}',
      'extra_gated_fields:',
      '  ${2:Affiliation}: text',
      '  ${3:I agree to the terms of use}: checkbox',
    ),
  },
];
