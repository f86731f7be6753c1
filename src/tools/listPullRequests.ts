import type { Discussion } from '../hub';
import { inputSchema } from './input';
import { defineTool, LOOKS, problem, type ToolParts, type ToolProblem } from './tool';

/** Lists the open pull requests of a model. */
export const listPullRequests = defineTool<{ readonly model: string }>({
  name: 'model_card_list_pull_requests',
  title: 'List the open pull requests of a model',
  description:
    'Lists the open pull requests of a model on the Hub, drafts too, newest first: number, title, author, date and address. Look at them before another one is created.',
  inputSchema: inputSchema({ model: { type: 'string', description: 'The model on the Hub, as org/name.' } }, ['model']),
  hints: LOOKS,
  async resolve({ model: typed }, parts) {
    const connection = await parts.connect();
    if ('kind' in connection) return connection;
    const named = parts.hub().parseReference(typed, connection.hubUrl);
    if (named.kind === 'problem') return problem(named.message);
    const { model } = named.reference;
    const open = await openOnes(model, parts);
    if ('kind' in open) return open;
    return { kind: 'answer', text: JSON.stringify({ model, pullRequests: open.map(pullRequestJson) }) };
  },
});

/** The open pull requests of a model. */
export async function openOnes(model: string, parts: ToolParts): Promise<readonly Discussion[] | ToolProblem> {
  const connection = await parts.connect();
  if ('kind' in connection) return connection;
  const open = await parts.hub().openPullRequests(connection, model);
  return open.ok ? open.value : problem(open.failure.message);
}

function pullRequestJson({ number, title, author, createdAt, status, url }: Discussion): object {
  return { number, title, author, date: createdAt.toISOString(), status, url };
}
