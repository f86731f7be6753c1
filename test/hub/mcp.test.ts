import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { GIT_CONFIG, PROGRAM, TWO_MODELS } from '../cli/program';
import { LLAMA_FILES } from './llama';
import { TOKENS } from './server/samples';
import { MODEL, TestHub } from './support';

describe('model-card mcp, driven by the client of the protocol’s own library', () => {
  const test = new TestHub();
  let root: string;
  let folder: string;
  let client: Client | null;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'model-card-mcp-'));
    folder = join(root, 'Anvil-7B');
    write('README.md', TWO_MODELS);
    test.state.addModel({ id: MODEL, files: { 'README.md': TWO_MODELS } });
    client = null;
  });
  afterEach(async () => {
    await client?.close();
    rmSync(root, { recursive: true });
  });

  function write(name: string, text: string): string {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  async function start(...args: readonly string[]): Promise<Client> {
    const { PATH = '' } = process.env;
    const env = { PATH, HOME: root, HF_ENDPOINT: test.hub.url, HF_TOKEN: TOKENS.mona };
    const command = { command: process.execPath, args: [PROGRAM, 'mcp', ...args], cwd: folder, env };
    client = new Client({ name: 'test', version: '1.0.0' });
    await client.connect(new StdioClientTransport(command));
    return client;
  }

  /** The text of an answer; one of a failed call begins with `ERROR`. */
  async function call(name: string, input: Record<string, unknown>): Promise<string> {
    assert.ok(client);
    const { content, isError } = await client.callTool({ name: `model_card_${name}`, arguments: input });
    const [part] = content as { readonly text: string }[];
    assert.ok(part);
    for (const secret of Object.values(TOKENS)) assert.ok(!part.text.includes(secret));
    return isError === true ? `ERROR ${part.text}` : part.text;
  }

  it('tells of its tools, what they take and which of them change something', async () => {
    const { tools } = await (await start()).listTools();
    assert.deepEqual(
      tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint, annotations?.destructiveHint]),
      [
        ['model_card_inspect_tables', true, false],
        ['model_card_extract_results', false, true],
        ['model_card_validate', true, false],
        ['model_card_list_pull_requests', true, false],
        ['model_card_create_pull_request', false, false],
        ['model_card_check_hardware', true, false],
        ['model_card_start_evaluation', false, false],
        ['model_card_evaluation_state', true, false],
      ],
    );
    for (const { description = '', inputSchema } of tools) {
      assert.ok(description.length > 40 && Object.keys(inputSchema.properties ?? {}).length > 0);
    }
    assert.match(client?.getInstructions() ?? '', /only when that is wanted/);
  });

  it('inspects, previews, and writes only where the call says so', async () => {
    write('.git/config', GIT_CONFIG);
    await start();
    const found = JSON.parse(await call('inspect_tables', { card: 'README.md' })) as {
      readonly tables: readonly {
        readonly cardsModel: string;
        readonly models: readonly { readonly name: string }[];
      }[];
    };
    assert.deepEqual(
      found.tables.map(({ cardsModel, models }) => [cardsModel, models.map(({ name }) => name)]),
      [['Anvil-7B', ['Anvil-7B', 'Hammer 8B']]],
    );
    const preview = await call('extract_results', { card: 'README.md', model: 'Anvil-7B' });
    assert.match(
      preview,
      /2 new results\.\n\nAdded to model-index:\n- MMLU, 5-shot, accuracy: 71\.2\n[^]*Nothing is written yet/,
    );
    assert.equal(readFileSync(join(folder, 'README.md'), 'utf8'), TWO_MODELS);
    assert.match(
      await call('extract_results', { card: 'README.md', model: 'Anvil-7B', write: true }),
      /Written to README\.md\.$/,
    );
    assert.match(readFileSync(join(folder, 'README.md'), 'utf8'), /value: 71\.2\n/);
    assert.match(
      await call('extract_results', { card: 'README.md', model: 'Anvil-7B', write: true }),
      /2 there already[^]*Nothing to change\.$/,
    );
    assert.match(await call('validate', { card: 'README.md' }), /^\{"card":"README\.md","problems":\[/);
  });

  it('prices the hardware, refuses what runs code, and lists the jobs of the account', async () => {
    test.state.addModel({ id: 'acme/llama-8b', files: LLAMA_FILES });
    await start();
    const found = JSON.parse(await call('check_hardware', { model: 'acme/llama-8b' })) as {
      readonly cheapest: string;
      readonly jobs: readonly { readonly hardware: string; readonly because?: string }[];
    };
    assert.equal(found.cheapest, 'l40sx1');
    assert.equal(found.jobs.find(({ hardware }) => hardware === 'cpu-basic')?.because, 'it has no NVIDIA GPU');
    const code = await call('start_evaluation', { model: 'acme/llama-8b', tasks: 'humaneval' });
    assert.match(code, /^ERROR humaneval runs code that the model writes/);
    assert.equal(await call('evaluation_state', {}), '{"payer":"mona","jobs":[]}');
    assert.equal(test.state.jobs.all.length, 0);
  });

  it('tells mistakes as errors of the tool, in a sentence', async () => {
    await start();
    assert.match(
      await call('extract_results', { card: 'README.md', model: 'Anvil' }),
      /^ERROR Table 1 has no model named "Anvil"; it has "Anvil-7B", "Hammer 8B"\.$/,
    );
    assert.match(
      await call('extract_results', { card: 'README.md', table: 2 }),
      /^ERROR Table 2 of README\.md holds no scores/,
    );
    assert.match(await call('extract_results', {}), /^ERROR "card" is missing\.$/);
    assert.match(
      await call('extract_results', { card: 'README.md', write: 'yes' }),
      /^ERROR "write" must be a boolean\.$/,
    );
    assert.match(
      await call('validate', { card: 'README.md', fix: true }),
      /^ERROR There is no "fix"; there are card\.$/,
    );
    assert.match(await call('guess', {}), /^ERROR There is no tool "model_card_guess"/);
    assert.match(
      await call('inspect_tables', { card: 'docs/README.md' }),
      /^ERROR .*README\.md cannot be read: there is no such file\.$/,
    );
  });

  it('reads and writes in its folder alone, and in those of --folder', async () => {
    const outside = join(root, 'other', 'README.md');
    mkdirSync(dirname(outside));
    writeFileSync(outside, TWO_MODELS);
    symlinkSync(outside, join(folder, 'link.md'));
    await start();
    for (const card of [outside, '../other/README.md', 'link.md']) {
      assert.match(await call('inspect_tables', { card }), /^ERROR .* lies outside of the folders of this server/);
      assert.match(await call('extract_results', { card, model: 'Anvil-7B', write: true }), /^ERROR .* lies outside/);
    }
    assert.equal(readFileSync(outside, 'utf8'), TWO_MODELS);
    await client?.close();
    await start('--folder', '../other', '--folder', '.');
    assert.match(await call('extract_results', { card: outside, model: 'Anvil-7B', write: true }), /Written to/);
    assert.match(await call('inspect_tables', { card: 'link.md' }), /"values":2/);
  });

  it('proposes results on the Hub, once', async () => {
    await start();
    assert.match(await call('list_pull_requests', { model: MODEL }), /"pullRequests":\[\]/);
    const input = { card: MODEL, model: 'Anvil-7B' };
    assert.match(await call('extract_results', { ...input, write: true }), /^ERROR acme\/anvil lies on the Hub/);
    const done = await call('create_pull_request', input);
    assert.match(done, /2 new results[^]*Pull request 1 is open at http/);
    assert.match(
      await call('list_pull_requests', { model: MODEL }),
      /"number":1,"title":"Add 2 evaluation results to model-index"/,
    );
    assert.match(
      await call('create_pull_request', input),
      /^ERROR acme\/anvil has 1 open pull request \(#1 Add 2 .*evenIfOpen/,
    );
    assert.match(
      await call('create_pull_request', { ...input, evenIfOpen: true, title: 'Again' }),
      /Pull request 2 is open/,
    );
    assert.match(await call('create_pull_request', { ...input, card: 'README.md' }), /^ERROR README\.md lies here/);
  });
});
