import { planExtraction } from './extraction';
import { CARD, EXTRACTION, type ExtractionInput } from './fields';
import { inputSchema } from './input';
import { changesCard, summarize } from './summary';
import { defineTool, problem } from './tool';

/** Extracts the scores of a table into model-index: shows them, or writes them where that is asked for. */
export const extractResults = defineTool<ExtractionInput & { readonly write?: boolean }>({
  name: 'model_card_extract_results',
  title: 'Extract results of a table into model-index',
  description:
    'Turns the scores that a table of a model card gives for one model into structured evaluation results (model-index in its front matter). Without "write" it only tells what would be added, what contradicts it and the YAML; with "write" it changes a card that lies here, and nothing else in it. A card on the Hub is changed by a pull request.',
  inputSchema: inputSchema(
    {
      card: CARD,
      ...EXTRACTION,
      write: {
        type: 'boolean',
        description: 'Change the file. Only after a person has seen what would be added and wants it.',
      },
    },
    ['card'],
  ),
  hints: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  async resolve(input, parts) {
    const extraction = await planExtraction(input, parts);
    if (extraction.kind === 'problem') return extraction;
    const { card, plan } = extraction;
    const summary = summarize(extraction);
    if (!changesCard(extraction)) return { kind: 'answer', text: `${summary}\n\nNothing to change.` };
    if (input.write !== true) return { kind: 'answer', text: `${summary}\n\nNothing is written yet.\n\n${plan.yaml}` };
    if (card.hub) return problem(`${card.name} lies on the Hub; create a pull request to change it.`);
    return {
      kind: 'change',
      question: `Add these results to ${card.name}?`,
      summary,
      async apply() {
        const failed = await parts.editCard(card, plan.edits);
        return failed ?? { kind: 'answer', text: `${summary}\n\nWritten to ${card.name}.` };
      },
    };
  },
});
