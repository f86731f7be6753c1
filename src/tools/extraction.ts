import type { CardName, CardTable, MergePlan } from '../results/types';
import type { TakenDrafts } from '../results/takeDrafts';
import type { ModelReading } from '../tables/reading';
import type { ExtractionInput } from './fields';
import { problem, type ToolCard, type ToolParts, type ToolProblem } from './tool';

/** The scores of one model of a table, and what they would change in its card. */
export interface ToolExtraction extends TakenDrafts {
  readonly kind: 'extraction';
  readonly card: ToolCard;
  readonly table: CardTable;
  readonly model: string;
  readonly plan: MergePlan & { readonly kind: 'merge' };
}

/** Works out what a call means for the card as it is now; what is not clear is told, never guessed. */
export async function planExtraction(input: ExtractionInput, parts: ToolParts): Promise<ToolExtraction | ToolProblem> {
  const card = await parts.openCard(input.card);
  if (card.kind === 'problem') return card;
  const { analyzeCard, cardAsSource, cardNames, defaultTaskType, draftScores, entryName, planMerge, takeDrafts } =
    parts.core();
  const analysis = analyzeCard(card.text);
  const table = chooseTable(analysis.tables, input);
  if ('message' in table) return table;
  const names = cardNames(analysis, card.place);
  const model = chooseModel(table, names, input, parts);
  if ('message' in model) return model;

  const benchmarks = parts.benchmarks();
  const common = { taskType: defaultTaskType(analysis), ...cardAsSource(card.place.repositoryId) };
  const drafts = takeDrafts(draftScores(model, benchmarks), common);
  const options = {
    ...(input.entry !== undefined && { entry: input.entry - 1 }),
    entryName: entryName(names, model.name),
    onConflict: input.onConflict ?? 'keep',
  };
  const plan = planMerge(card.text, drafts.results, options, benchmarks);
  if (plan.kind === 'merge') return { kind: 'extraction', card, table, model: model.name, plan, ...drafts };
  if (plan.kind === 'choose-entry') {
    const entries = plan.names.map((name, index) => `${index + 1}: ${name ?? 'without a name'}`);
    return problem(`${plan.message} Give its number as "entry": ${entries.join(', ')}.`);
  }
  return problem('line' in plan ? `Line ${plan.line}: ${plan.message}` : plan.message);
}

function chooseTable(tables: readonly CardTable[], { card, table: number }: ExtractionInput): CardTable | ToolProblem {
  const withScores = tables.filter(({ reading }) => reading.evaluation);
  const found = number === undefined ? withScores : withScores.filter((table) => table.number === number);
  const [only] = found;
  if (only && found.length === 1) return only;
  const listed = withScores.map((table) => `${table.number} (line ${table.grid.line})`).join(', ');
  if (listed === '') return problem(`${card} has no table of scores; inspect it to see why.`);
  return problem(
    number === undefined
      ? `${card} has several tables of scores; choose "table" among ${listed}.`
      : `Table ${number} of ${card} holds no scores; those with scores are ${listed}.`,
  );
}

function chooseModel(
  { number, reading }: CardTable,
  names: readonly CardName[],
  { model: wanted }: ExtractionInput,
  parts: ToolParts,
): ModelReading | ToolProblem {
  const { chooseOwnModel, sameModel } = parts.core();
  const { models } = reading;
  const listed = models.map(({ name }) => `"${name}"`).join(', ');
  if (wanted === undefined) {
    const own = models[chooseOwnModel(reading, names).preselected ?? -1];
    return own ?? problem(`No model of table ${number} is surely the card's; ask which one it is among ${listed}.`);
  }
  const exact = models.filter(({ name }) => name === wanted);
  const found = exact.length > 0 ? exact : models.filter(({ name }) => sameModel(name, wanted));
  const [only] = found;
  if (only && found.length === 1) return only;
  const count = found.length === 0 ? 'no model' : 'several models';
  return problem(`Table ${number} has ${count} named "${wanted}"; it has ${listed}.`);
}
