import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPullRequest } from './discussions';
import type { Repository } from './repository';
import { addPeople } from './samples';
import { type LoopbackHub, startHub } from './start';
import type { HubState } from './state';

export { TOKENS } from './samples';

const CARD = 'README.md';

/** Starts a Hub that holds the cards of a folder as models of acme, and people to sign in as. */
export async function startSampleHub(folder: string): Promise<LoopbackHub> {
  const hub = await startHub();
  addPeople(hub.state);
  hub.state.datasets.push('acme/questions', 'acme/riddles', 'cais/mmlu', 'openai/gsm8k', 'TIGER-Lab/MMLU-Pro');
  addBenchmarks(hub.state);
  for (const name of readdirSync(folder)) {
    const card = join(folder, name, CARD);
    if (!existsSync(card)) continue;
    proposeTag(hub.state, hub.state.addModel({ id: `acme/${name}`, files: { [CARD]: readFileSync(card) } }));
  }
  return hub;
}

/** Benchmarks with leaderboards that use different scales, for what the samples measure. */
function addBenchmarks(state: HubState): void {
  const row = (model: string, value: number) => ({ model, value, filename: '.eval_results/results.yaml' });
  state.benchmarks.set('openai/gsm8k', 'evaluation_framework: inspect-ai\ntasks:\n  - id: main\n');
  state.leaderboards.set('openai/gsm8k', [row('acme/first', 0.95), row('acme/second', 0.8), row('acme/third', 0.6)]);
  state.benchmarks.set('TIGER-Lab/MMLU-Pro', 'tasks:\n  - id: mmlu_pro\n');
  state.leaderboards.set('TIGER-Lab/MMLU-Pro', [row('acme/first', 81.2), row('acme/second', 64.5)]);
}

/** Opens a pull request of Otto's that adds a tag, where a card has tags. */
function proposeTag(state: HubState, repository: Repository): void {
  const base = repository.resolve('main');
  const card = repository.text(CARD);
  if (base === undefined || !card?.includes('\ntags:\n')) return;
  const head = repository.add({
    parents: [base.oid],
    files: new Map(base.files).set(CARD, Buffer.from(card.replace('\ntags:\n', '\ntags:\n  - evaluated\n'))),
    title: 'Tag the model as evaluated',
    message: 'So that it is found among the models with results.',
    author: 'otto',
    date: state.now(),
  });
  openPullRequest(state, repository, 'main', base, head);
}
