import { CARD } from './fields';
import { inputSchema } from './input';
import { defineTool, LOOKS } from './tool';

/** Lists the tables of a card. */
export const inspectTables = defineTool<{ readonly card: string }>({
  name: 'model_card_inspect_tables',
  title: 'Inspect the tables of a model card',
  description:
    'Lists every table of a model card with its number and line, the models in it and their scores, or the reason why it holds none, and which model is surely the one of the card. Call it before scores are extracted.',
  inputSchema: inputSchema({ card: CARD }, ['card']),
  hints: LOOKS,
  async resolve({ card: name }, parts) {
    const card = await parts.openCard(name);
    if (card.kind === 'problem') return card;
    const { analyzeCard, cardNames, chooseOwnModel, NO_SCORES_LABEL } = parts.core();
    const analysis = analyzeCard(card.text);
    const names = cardNames(analysis, card.place);
    const tables = analysis.tables.map(({ number, grid, reading }) => {
      const { preselected } = chooseOwnModel(reading, names);
      return {
        number,
        line: grid.line,
        heading: grid.headings.at(-1),
        ...(reading.evaluation
          ? {
              cardsModel: preselected === null ? null : (reading.models[preselected]?.name ?? null),
              models: reading.models.map(({ name: model, scores }) => ({
                name: model,
                scores: scores.map(({ name: benchmark, metric, shots, numbers }) => ({
                  ...{ benchmark, metric, shots },
                  values: numbers.map(({ text }) => text),
                })),
              })),
            }
          : { noScores: reading.noScores === undefined ? 'no scores seen' : NO_SCORES_LABEL[reading.noScores] }),
      };
    });
    const claimed = analysis.metadata.entries.map(({ name: entry, metrics }) => ({ entry, values: metrics.length }));
    const nearTables = analysis.nearTables.map(({ line, message }) => ({ line, message }));
    const found = { card: name, names: names.map((one) => one.name), modelIndex: claimed, tables, nearTables };
    return { kind: 'answer', text: JSON.stringify(found) };
  },
});
