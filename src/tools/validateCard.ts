import { LineIndex } from '../card/text';
import { CARD } from './fields';
import { inputSchema } from './input';
import { defineTool, LOOKS } from './tool';

/** Tells what is wrong with a card. */
export const validateCard = defineTool<{ readonly card: string }>({
  name: 'model_card_validate',
  title: 'Validate a model card',
  description:
    'Checks the metadata of a model card for what the Hub would reject (error) or warn about (warning), and for what its tools would misread. Each problem has its line, the code of its rule, and the titles of the fixes there are.',
  inputSchema: inputSchema({ card: CARD }, ['card']),
  hints: LOOKS,
  async resolve({ card: name }, parts) {
    const card = await parts.openCard(name);
    if (card.kind === 'problem') return card;
    const { cardNames, parseCard } = parts.core();
    const parsed = parseCard(card.text);
    const names = cardNames(parsed.analysis, card.place);
    const known = { names, benchmarks: parts.benchmarks(), terms: parts.terms() };
    const lines = new LineIndex(card.text);
    const problems = parts
      .metadata()
      .checkCard(card.text, parsed, known)
      .mendable()
      .map(({ problem: { code, severity, message, range }, fixes }) => ({
        ...{ line: lines.lineAt(range.start), severity, code, message },
        fixes: fixes.map(({ title }) => title),
      }));
    return { kind: 'answer', text: JSON.stringify({ card: name, problems }) };
  },
});
