import * as vscode from 'vscode';
import { type Resolution, type Tool, type ToolParts, TOOLS } from '../../tools';
import { type EditorNeeds, editorParts } from './editorParts';

type Prepare = vscode.LanguageModelToolInvocationPrepareOptions<object>;
type Invoke = vscode.LanguageModelToolInvocationOptions<object>;

/** The tools as the editor calls them: what would change is shown first, and no more than that is done. */
export class AgentTools {
  readonly #parts: ToolParts;
  /** The summaries that persons were asked about, by tool and input. */
  readonly #shown = new Map<string, string>();

  constructor(needs: EditorNeeds) {
    this.#parts = editorParts(needs);
  }

  /** The question for a call that changes something. */
  async prepare(name: string, { input }: Prepare): Promise<vscode.PreparedToolInvocation> {
    const tool = toolOf(name);
    const resolved = await this.#resolve(tool, input);
    if (resolved.kind !== 'change') return { invocationMessage: tool.title };
    this.#shown.set(keyOf(name, input), resolved.summary);
    const { question, summary } = resolved;
    return {
      invocationMessage: tool.title,
      confirmationMessages: { title: question, message: new vscode.MarkdownString(summary) },
    };
  }

  /** Answers a call; a failure is thrown, as the editor hands those to the model. */
  async invoke(name: string, { input }: Invoke): Promise<vscode.LanguageModelToolResult> {
    const resolved = await this.#resolve(toolOf(name), input);
    const done = resolved.kind === 'change' ? await this.#apply(keyOf(name, input), resolved) : resolved;
    if (done.kind === 'problem') throw new Error(done.message);
    return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(done.text)]);
  }

  #resolve(tool: Tool, input: object): Promise<Resolution> {
    return tool.resolve(input, this.#parts);
  }

  async #apply(key: string, change: Extract<Resolution, { kind: 'change' }>) {
    const shown = this.#shown.get(key);
    this.#shown.delete(key);
    if (shown === change.summary) return change.apply();
    return {
      kind: 'problem' as const,
      message: 'What would change is no longer what was confirmed; call the tool again.',
    };
  }
}

function toolOf(name: string): Tool {
  const tool = TOOLS.find((one) => one.name === name);
  if (!tool) throw new Error(`There is no tool ${name}.`);
  return tool;
}

function keyOf(name: string, input: object): string {
  return JSON.stringify([name, input]);
}
