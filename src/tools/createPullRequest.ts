import type { HubConnection } from '../hub';
import { count } from '../plural';
import { proposalWords } from '../results/proposalWords';
import { planExtraction } from './extraction';
import { CARD, EXTRACTION, type ExtractionInput } from './fields';
import { inputSchema } from './input';
import { openOnes } from './listPullRequests';
import { changesCard, inline, summarize } from './summary';
import { defineTool, problem, type ToolAnswer, type ToolParts, type ToolProblem } from './tool';

interface Input extends ExtractionInput {
  readonly title?: string;
  readonly description?: string;
  readonly evenIfOpen?: boolean;
}

/** Proposes the scores of a table as model-index of a card on the Hub. */
export const createPullRequest = defineTool<Input>({
  name: 'model_card_create_pull_request',
  title: 'Create a pull request with results of a table',
  description:
    'Opens a pull request on the Hub that adds the scores of a table of a model card to its model-index. It refuses where a pull request is open already, unless "evenIfOpen" says that a person has looked at those. Everybody can see it, so ask first.',
  inputSchema: inputSchema(
    {
      card: { ...CARD, description: 'The card on the Hub: org/name, or org/name@branch.' },
      ...EXTRACTION,
      title: { type: 'string', description: 'The title; by default it says how many results are added.' },
      description: { type: 'string', description: 'The description; by default it lists the results.' },
      evenIfOpen: {
        type: 'boolean',
        description: 'Open another one although there are open ones. Only after a person has looked at them.',
      },
    },
    ['card'],
  ),
  hints: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  async resolve(input, parts) {
    const extraction = await planExtraction(input, parts);
    if (extraction.kind === 'problem') return extraction;
    const { hub, name } = extraction.card;
    if (!hub) return problem(`${name} lies here; name the card on the Hub as org/name to propose a change of it.`);
    const summary = summarize(extraction);
    if (!changesCard(extraction)) return { kind: 'answer', text: `${summary}\n\nNothing to propose.` };
    const open = await openOnes(hub.model, parts);
    if ('kind' in open) return open;
    const listed = open.map(({ number, title }) => `#${number} ${inline(title)}`).join(', ');
    if (open.length > 0 && input.evenIfOpen !== true) {
      return problem(
        `${hub.model} has ${count(open.length, 'open pull request')} (${listed}); show them to the person first, and set "evenIfOpen" if another one is wanted.`,
      );
    }
    const { plan, table } = extraction;
    const own = proposalWords(plan, `the table in line ${table.grid.line} of the card`);
    const words = { title: input.title ?? own.title, description: input.description ?? own.description };
    const said = `Title: ${inline(words.title)}\n\nDescription:\n${words.description.split('\n').map(inline).join('\n')}`;
    return {
      kind: 'change',
      question: `Open a pull request on ${hub.model}?`,
      summary: [summary, said, ...(open.length === 0 ? [] : [`Open already: ${listed}`])].join('\n\n'),
      apply: () => propose({ ...hub, text: plan.text, ...words }, summary, parts),
    };
  },
});

interface Proposal {
  readonly model: string;
  readonly revision: string;
  readonly path: string;
  readonly commit: string;
  readonly text: string;
  readonly title: string;
  readonly description: string;
}

async function propose(
  { model, revision, path, commit, text, title, description }: Proposal,
  summary: string,
  parts: ToolParts,
): Promise<ToolAnswer | ToolProblem> {
  const connection = await parts.connect();
  if ('kind' in connection) return connection;
  const refused = await mayNotPropose(connection, model, parts);
  if (refused) return refused;
  const done = await parts.hub().writeCommit(connection, {
    ...{ model, revision, title, description, parentCommit: commit, newPullRequest: true },
    files: [{ path, content: Buffer.from(text) }],
  });
  if (!done.ok) return problem(done.failure.message);
  const { pullRequest, url } = done.value;
  return { kind: 'answer', text: `${summary}\n\nPull request ${pullRequest ?? ''} is open at ${url}` };
}

async function mayNotPropose(connection: HubConnection, model: string, parts: ToolParts): Promise<ToolProblem | null> {
  const { mayOpenPullRequest, whoAmI } = parts.hub();
  const account = await whoAmI(connection);
  if (!account.ok) return problem(account.failure.message);
  const permission = mayOpenPullRequest(account.value, model, connection.hubUrl);
  return permission.kind === 'no' ? problem(permission.message) : null;
}
