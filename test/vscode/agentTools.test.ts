import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { CardOpener } from '../../src/editor/analysis/cardOpener';
import { ModelCards } from '../../src/editor/cards/modelCards';
import { Repositories } from '../../src/editor/cards/repositories';
import type { RunRecord } from '../../src/editor/evaluations/runRecord';
import { RunStore } from '../../src/editor/evaluations/runStore';
import { AgentTools } from '../../src/editor/tools';
import { TOOLS } from '../../src/tools';
import { placeJobUv } from '../hub/jobUv';
import { LLAMA_FILES } from '../hub/llama';
import { HubBench, MODEL } from './hubParts';
import { activate, eventually, joinLines, open, replace } from './workspace';

const card = joinLines(
  ...['---', 'license: mit', '---', '', '# Alder-1B', ''],
  ...[
    '| Benchmark | Alder-1B | Birch-2B |',
    '| --- | --- | --- |',
    '| MMLU | 41.5 | 48.0 |',
    '| GSM8K | 12.3 | 20.1 |',
  ],
);

const LLAMA = 'acme/llama-8b';

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
      memory: bench.state,
      dataFolder: `${extensionPath}/media/data`,
      taskListFolder: `${extensionPath}/none`,
      programFolder: `${extensionPath}/dist`,
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

  it('check the hardware, start a job after its cost was confirmed, and tell what it measured', async () => {
    await bench.signIn('mona');
    bench.hub.state.addModel({ id: LLAMA, files: LLAMA_FILES });
    const folder = mkdtempSync(join(tmpdir(), 'model-card-agent-'));
    placeJobUv(folder, bench.hub, { value: 0.5 });
    const tools = await agentTools();
    const ask = async (name: string, input: object): Promise<Record<string, unknown>> => {
      const answer = await tools.invoke(`model_card_${name}`, { input, toolInvocationToken: undefined });
      return JSON.parse(textOf(answer)) as Record<string, unknown>;
    };
    const hardware = await ask('check_hardware', { model: LLAMA });
    assert.equal(hardware['cheapest'], 'l40sx1');

    const name = 'model_card_start_evaluation';
    const code = { model: LLAMA, tasks: 'humaneval' };
    await assert.rejects(
      tools.invoke(name, { input: code, toolInvocationToken: undefined }),
      /runs code that the model/,
    );
    const input = { model: LLAMA, tasks: 'gsm8k', limit: 10, timeout: '1h' };
    const prepared = await tools.prepare(name, { input });
    assert.equal(prepared.confirmationMessages?.title, 'Start the job for gsm8k?');
    const { message } = prepared.confirmationMessages;
    assert.match(
      typeof message === 'string' ? message : message.value,
      /l40sx1 \(L40S, 48 GB\): \$1\.80 an hour, at most \$1\.80 in 60 minutes, paid by mona[^]*vllm runs gsm8k: 10 samples/,
    );
    assert.equal(bench.hub.state.jobs.all.length, 0);
    await tools.invoke(name, { input, toolInvocationToken: undefined });
    const [job] = bench.hub.state.jobs.all;
    await eventually(
      () => job?.stage,
      (stage) => stage === 'COMPLETED',
    );
    const ended = await ask('evaluation_state', { job: job?.id ?? '' });
    assert.deepEqual([ended['model'], ended['tasks'], ended['results']], [LLAMA, 'gsm8k', { value: 0.5 }]);
    assert.match(JSON.stringify(await ask('evaluation_state', {})), /"payer":"mona","jobs":\[\{"id"/);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it('tell of the evaluations on this machine, also where nobody is signed in', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'model-card-agent-'));
    const results = join(folder, 'results.json');
    writeFileSync(results, '{"results":[{"task":"gsm8k","value":0.25}]}');
    const start = (task: string, changes: Partial<RunRecord>): void => {
      const request = { model: LLAMA, framework: 'inspect', backend: 'vllm', tasks: [task], options: {} } as const;
      const place = { kind: 'here', gpus: [], evenIfTooLarge: false } as const;
      new RunStore(bench.state, hostname(), () => undefined).add({
        ...{ id: `run-${task}`, planned: { request, card: 'file:///README.md', place }, state: 'waiting' },
        ...{ createdAt: 1, machine: hostname(), owner: process.pid, ...changes },
      });
    };
    start('gsm8k', { state: 'finished', startedAt: 1000, endedAt: 61_000, results, resultCount: 1 });
    start('mmlu', { state: 'failed', startedAt: 1000, endedAt: 4000, reason: 'The model is gated.' });
    const tools = await agentTools();
    const state = async (input: object): Promise<unknown> => {
      const answer = await tools.invoke('model_card_evaluation_state', { input, toolInvocationToken: undefined });
      return JSON.parse(textOf(answer)) as unknown;
    };
    const failed = { id: 'run-mmlu', model: LLAMA, tasks: 'mmlu', state: 'failed', reason: 'The model is gated.' };
    const finished = { id: 'run-gsm8k', model: LLAMA, tasks: 'gsm8k', state: 'finished', seconds: 60 };
    const { noJobs, ...listed } = (await state({})) as { readonly noJobs: string };
    assert.deepEqual(listed, { here: [{ ...failed, seconds: 3 }, finished] });
    assert.match(noJobs, /[Ss]ign in/);
    assert.deepEqual(await state({ job: 'run-gsm8k' }), {
      ...finished,
      results: { results: [{ task: 'gsm8k', value: 0.25 }] },
    });
    rmSync(folder, { recursive: true });
    const input = { job: 'run-gsm8k' };
    await assert.rejects(
      tools.invoke('model_card_evaluation_state', { input, toolInvocationToken: undefined }),
      /no longer at .*; run it again\.$/,
    );
  });
});

function textOf({ content: [part] }: vscode.LanguageModelToolResult): string {
  assert.ok(part instanceof vscode.LanguageModelTextPart);
  return part.value;
}
