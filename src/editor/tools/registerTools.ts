import * as vscode from 'vscode';
import { AgentTool } from '../../contributions';
import type { EditorNeeds } from './editorParts';
import type * as tools from './index';

/** Registers the tools for an agent; they are loaded with the first call. */
export function registerTools(needs: EditorNeeds): vscode.Disposable {
  let loaded: tools.AgentTools | undefined;
  const load = () => (loaded ??= new (loadTools().AgentTools)(needs));
  return vscode.Disposable.from(
    ...Object.values(AgentTool).map((name) =>
      vscode.lm.registerTool<object>(name, {
        prepareInvocation: (options) => load().prepare(name, options),
        invoke: (options) => load().invoke(name, options),
      }),
    ),
  );
}

function loadTools(): typeof tools {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a static import would load it at activation
  return require('./tools.js') as typeof tools;
}
