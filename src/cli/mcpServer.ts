import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, type CallToolResult, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { TOOLS, type ToolParts } from '../tools';

const INSTRUCTIONS =
  'Tools for model cards of the Hugging Face Hub. Inspect the tables of a card first, show a person what extracting would add, and write or open a pull request only when that is wanted. Never pick a model or a number that the card does not surely give.';

/** Serves the tools on standard input and output until the input ends; `log` is told what went wrong inside. */
export async function serve(parts: ToolParts, version: string, log: (message: string) => void): Promise<void> {
  const server = new Server(
    { name: 'model-card', title: 'Model Card Editor', version },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: TOOLS.map(({ name, title, description, inputSchema, hints }) => ({
      ...{ name, title, description },
      inputSchema: { ...inputSchema, required: [...inputSchema.required] },
      annotations: { title, ...hints },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    try {
      return await call(params.name, params.arguments ?? {}, parts);
    } catch (error) {
      log(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return failed('The tool itself failed; please report this with the card.');
    }
  });
  const ended = new Promise<void>((resolve) => {
    process.stdin.once('end', resolve);
    server.onclose = resolve;
  });
  await server.connect(new StdioServerTransport());
  await ended;
}

/** Runs a tool; the client has asked its person, and the arguments say that a change is wanted. */
async function call(name: string, input: unknown, parts: ToolParts): Promise<CallToolResult> {
  const tool = TOOLS.find((one) => one.name === name);
  if (!tool) return failed(`There is no tool "${name}"; there are ${TOOLS.map((one) => one.name).join(', ')}.`);
  const resolved = await tool.resolve(input, parts);
  const done = resolved.kind === 'change' ? await resolved.apply() : resolved;
  return done.kind === 'problem' ? failed(done.message) : { content: [{ type: 'text', text: done.text }] };
}

function failed(message: string): CallToolResult {
  return { isError: true, content: [{ type: 'text', text: message }] };
}
