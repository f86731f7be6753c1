import type { InputField } from './input';

/** The card that a tool is about. */
export const CARD: InputField = {
  type: 'string',
  description:
    'The model card: a path of a README.md, or org/name (org/name@revision) for the card of a model on the Hub.',
};

/** Which scores of a card are meant, and how they get into model-index. */
export const EXTRACTION = {
  table: {
    type: 'integer',
    minimum: 1,
    description: 'The number of the table, as inspecting the card tells it. Not needed where one table holds scores.',
  },
  model: {
    type: 'string',
    description:
      "The model by its name in the table. Not needed where one of them is surely the card's; never guess it.",
  },
  entry: {
    type: 'integer',
    minimum: 1,
    description: 'Which entry of model-index to add to, from 1 on, where it holds several.',
  },
  onConflict: {
    type: 'string',
    enum: ['keep', 'replace'],
    description: 'Where model-index claims another value: keep it (the default), or replace it.',
  },
} as const satisfies Readonly<Record<string, InputField>>;

/** What those fields hold. */
export interface ExtractionInput {
  readonly card: string;
  readonly table?: number;
  readonly model?: string;
  readonly entry?: number;
  readonly onConflict?: 'keep' | 'replace';
}
