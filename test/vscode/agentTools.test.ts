import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { CardOpener } from '../../src/editor/analysis/cardOpener';
import { ModelCards } from '../../src/editor/cards/modelCards';
import { Repositories } from '../../src/editor/cards/repositories';
import { AgentTools } from '../../src/editor/tools';
import { TOOLS } from '../../src/tools';
import { HubBench, MODEL } from './hubParts';
import { activate, joinLines, open, replace } from './workspace';

const card = joinLines(
  ...['---', 'license: mit', '---', '', '# Alder-1B', ''],
  ...[
    '| Benchmark | Alder-1B | Birch-2B |',
    '| --- | --- | --- |',
    '| MMLU | 41.5 | 48.0 |',
    '| GSM8K | 12.3 | 20.1 |',
  ],
);

describe('the tools for an agent', () => {
  const bench = new HubBench();

  /** The text of an answer of a tool that the extension has registered. */
  async function invoke(name: string, input: object): Promise<string> {
    const result = await vscode.lm.invokeTool(`model_card_${name}`, { input, toolInvocationToken: undefined });
    return textOf(result);
  }

  async function agentTools(): Promise<AgentTools> {
    const { extensionPath } = await activate();
    const modelCards = new ModelCards(new Repositories());
    return new AgentTools({
      session: bench.session,
      modelCards,
      opener: new CardOpener(`${extensionPath}/media/data`),
    });
  }

  it('are known to the editor with the schemas they have over MCP', async () => {
    await activate();
    for (const { name, description, inputSchema } of TOOLS) {
      const known = vscode.lm.tools.find((tool) => tool.name === name);
      assert.ok(known, name);
      assert.deepEqual([known.description, known.inputSchema], [description, inputSchema]);
    }
  });

  it('answer calls of the editor: inspect, preview, validate, and a mistake', async () => {
    await open('agent/README.md', card);
    const found = await invoke('inspect_tables', { card: 'agent/README.md' });
    assert.match(found, /"models":\[\{"name":"Alder-1B"/);
    const preview = await invoke('extract_results', { card: 'agent/README.md', model: 'Alder-1B' });
    assert.match(preview, /2 new results[^]*- MMLU, accuracy: 41\.5\n[^]*Nothing is written yet[^]*value: 41\.5/);
    assert.match(await invoke('validate', { card: 'agent/README.md' }), /"problems":\[/);
    await assert.rejects(invoke('inspect_tables', { card: '../outside/README.md' }), /no file of the workspace/);
    await assert.rejects(invoke('extract_results', { card: 'agent/README.md', model: 'Alder' }), /no model named/);
  });

  it('ask with the summary before they write, and write nothing else than was shown', async () => {
    const document = await open('agent-write/README.md', card);
    const tools = await agentTools();
    const input = { card: 'agent-write/README.md', model: 'Alder-1B', write: true };
    const write = () => tools.invoke('model_card_extract_results', { input, toolInvocationToken: undefined });
    await assert.rejects(write(), /no longer what was confirmed/);

    const prepared = await tools.prepare('model_card_extract_results', { input });
    assert.equal(prepared.confirmationMessages?.title, 'Add these results to agent-write/README.md?');
    const { message } = prepared.confirmationMessages;
    assert.match(
      typeof message === 'string' ? message : message.value,
      /Added to model-index:\n- MMLU, accuracy: 41\.5/,
    );
    assert.equal(document.getText(), card);
    await replace(document, '41.5', '42.5');
    await assert.rejects(write(), /no longer what was confirmed/);
    await tools.prepare('model_card_extract_results', { input });
    assert.match(textOf(await write()), /Written to agent-write\/README\.md/);
    assert.match(document.getText(), /value: 42\.5\n/);
    assert.doesNotMatch(document.getText().split('# Alder')[0] ?? '', /48/);
  });

  it('save what they write into a card that was saved', async () => {
    const document = await open('agent-save/README.md', card);
    const tools = await agentTools();
    const input = { card: 'agent-save/README.md', model: 'Alder-1B', write: true };
    await tools.prepare('model_card_extract_results', { input });
    await tools.invoke('model_card_extract_results', { input, toolInvocationToken: undefined });
    assert.equal(document.isDirty, false);
    assert.match(readFileSync(document.uri.fsPath, 'utf8'), /value: 41\.5\n/);
  });

  it('propose results on the Hub after the same question, and never twice unasked', async () => {
    await bench.signIn('mona');
    const tools = await agentTools();
    const name = 'model_card_create_pull_request';
    const input = { card: MODEL, model: 'Anvil' };
    const prepared = await tools.prepare(name, { input });
    assert.equal(prepared.confirmationMessages?.title, `Open a pull request on ${MODEL}?`);
    const done = await tools.invoke(name, { input, toolInvocationToken: undefined });
    assert.match(textOf(done), /Pull request 1 is open at/);
    const again = await tools.prepare(name, { input });
    assert.equal(again.confirmationMessages, undefined);
    await assert.rejects(tools.invoke(name, { input, toolInvocationToken: undefined }), /has 1 open pull request/);
    const list = await tools.invoke('model_card_list_pull_requests', {
      input: { model: MODEL },
      toolInvocationToken: undefined,
    });
    assert.match(textOf(list), /"number":1/);
  });
});

function textOf({ content: [part] }: vscode.LanguageModelToolResult): string {
  assert.ok(part instanceof vscode.LanguageModelTextPart);
  return part.value;
}
