import { version } from '../../package.json';
import { badUse, parseArguments } from './arguments';
import { Exit, type ExitStatus } from './exit';
import type * as Server from './mcpServer';
import { complain, fail } from './terminal';
import { Folders } from './folders';
import { toolParts } from './toolParts';

/** The server, a bundle of its own beside this one: it brings the protocol's library. */
function loadServer(): typeof Server {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./mcp.js') as typeof Server;
}

/** `model-card mcp`: the tools for an agent as a server of the Model Context Protocol, until its input ends. */
export async function mcp(args: readonly string[]): Promise<ExitStatus> {
  const parsed = parseArguments('mcp', args, { folder: { type: 'string', multiple: true } });
  if (parsed.kind === 'failure') return fail(parsed);
  if (parsed.files.length > 0) return fail(badUse('mcp', 'mcp takes no card; its client names them'));
  const folders = Folders.open(parsed.values.folder ?? ['.']);
  if (folders.kind === 'failure') return fail(folders);
  await loadServer().serve(toolParts(folders), version, complain);
  return Exit.done;
}
