import { described, listOf, map, number, oneOrMany, ref, text } from './describe.mjs';
import { gating } from './gating.mjs';
import { modelIndex } from './modelIndex.mjs';
import { snippets } from './snippets.mjs';
import { values } from './values.mjs';
import { inference, widget } from './widget.mjs';

const METADATA = 'model-cards#model-card-metadata';
const LICENSE = 'model-cards#specifying-a-license';
const BASE_MODEL = 'model-cards#specifying-a-base-model';
const EMISSIONS = 'model-cards-co2#carbon-footprint-metadata';

const emissions = map({
  emissions: described('The emissions in grams of CO₂ equivalent.', EMISSIONS, number),
  source: described('Where the number comes from, such as codecarbon or mlco2.', EMISSIONS, text),
  training_type: described('What was done: pre-training or fine-tuning.', EMISSIONS, text),
  geographical_location: described('Where the hardware stood, such as Quebec, Canada.', EMISSIONS, text),
  hardware_used: described('The hardware and how much of it, such as 8 × A100.', EMISSIONS, text),
});

const textOrNothing = { type: ['string', 'null'] };

/** In the order in which completion offers them: what most cards have stands first. */
const properties = {
  license: described('The licence of the model: its id from the list of the Hub.', LICENSE, oneOrMany(ref('license'))),
  language: described(
    'The languages of the model by their ISO 639 codes of two or three letters, or code, or multilingual.',
    METADATA,
    oneOrMany(ref('language')),
  ),
  pipeline_tag: described(
    'The task of the model: it decides the widget and where the model is found.',
    'model-cards#specifying-a-task--pipelinetag-',
    ref('task'),
  ),
  library_name: described('The library that loads the model.', 'model-cards#specifying-a-library', ref('library')),
  tags: described('Tags that the model is found by.', 'model-cards#how-are-model-tags-determined', listOf(text)),
  base_model: described(
    'The model that this one was made from; a list for a merge.',
    BASE_MODEL,
    oneOrMany(ref('modelId')),
  ),
  base_model_relation: described('How this model was made from its base model.', BASE_MODEL, {
    type: 'string',
    enum: ['finetune', 'adapter', 'quantized', 'merge'],
    enumDescriptions: [
      'Trained further',
      'Weights to add, such as LoRA',
      'Weights of fewer bits',
      'Several models in one',
    ],
  }),
  new_version: described(
    'The model that takes the place of this one.',
    'model-cards#specifying-a-new-version',
    ref('modelId'),
  ),
  datasets: described(
    'The datasets that the model was trained on.',
    'model-cards#specifying-a-dataset',
    oneOrMany(ref('datasetId')),
  ),
  buckets: described('Storage buckets that belong to the model.', 'model-cards#specifying-a-bucket', listOf(text)),
  metrics: described('The metrics that the model was evaluated by.', METADATA, listOf(ref('metric'))),
  'model-index': modelIndex,
  widget,
  inference,
  co2_eq_emissions: described('What training the model emitted, in grams of CO₂ equivalent.', EMISSIONS, {
    anyOf: [number, emissions],
  }),
  license_name: described('The id of a licence that is not on the list, with license: other.', LICENSE, text),
  license_link: described('LICENSE, LICENSE.md or the address of the text, with license: other.', LICENSE, text),
  license_details: described('What else there is to say of the licence.', LICENSE, text),
  language_bcp47: described('Languages by BCP 47 tags, such as pt-BR.', METADATA, listOf(text)),
  language_details: described('What else there is to say of the languages.', METADATA, text),
  thumbnail: described('The address of an image that is shown when the model is shared.', METADATA, textOrNothing),
  description: described('What the model is, in a sentence.', METADATA, textOrNothing),
  instance_prompt: described('The prompt that brings out what the model was trained on.', METADATA, textOrNothing),
  mask_token: described('The token that stands for a masked word.', METADATA, text),
  finetuned_from: described('The model that this one was trained from; base_model is the newer key.', METADATA, text),
  ...gating,
};

/** Everything that the front matter of a model card may hold; other keys are kept by the Hub as they are. */
export function modelCard(lists) {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Model card',
    description: 'The front matter of a model card of the Hugging Face Hub.',
    ...map(properties),
    defaultSnippets: snippets,
    definitions: values(lists),
  };
}
