import { type LoopbackHub, startHub } from '../hub/server/start';
import { Panel } from './panel';
import { themes, Workbench } from './workbench';

const WIDTH = 400;
/** A name that holds nowhere that a line could be broken at. */
const NAME = `Tamsin${'Instruct'.repeat(8)}`;

const entry = (name: string, value: string) => [
  `  - name: ${name}`,
  ...['    results:', '      - task:', '          type: text-generation', '        dataset:'],
  ...['          name: GSM8K (8-shot)', '          type: openai/gsm8k', '          config: main-8-shot'],
  ...['          split: test', '        metrics:', '          - type: exact_match', `            value: ${value}`],
  '            name: extractive_match (lighteval)',
];
const card = [
  ...['---', 'license: mit', 'pipeline_tag: text-generation', 'model-index:'],
  ...[...entry(NAME, '18.7'), ...entry(`${NAME}Base`, '12.5')],
  ...['---', '', `# ${NAME}`, ''],
].join('\n');

const results = JSON.stringify({
  config_general: { max_samples: null, model_name: `acme/${NAME}Chat` },
  results: {
    'gsm8k|8': { extractive_match: 0.1926, extractive_match_stderr: 0.0109 },
    'mmlu_pro|5': { extractive_match: 0.3142 },
    'a_benchmark_whose_name_is_rather_long_and_holds_no_space_at_all|0': { 'pass@k:k=1&n=1': 0.25 },
    'mmlu:astronomy|5': { em: 0.5 },
    'mmlu:virology|5': { em: 0.75 },
    'mmlu:_average|5': { em: 0.625 },
  },
  config_tasks: {
    'gsm8k|8': { hf_repo: 'openai/gsm8k', hf_subset: 'main', evaluation_splits: ['test'] },
    'mmlu_pro|5': { hf_repo: 'TIGER-Lab/MMLU-Pro', hf_subset: 'default', evaluation_splits: ['test'] },
  },
});
const resultsName = 'results_2026-11-20T09-30-00.json';

describe('the panel in a narrow column', function () {
  this.timeout(180_000);
  let hub: LoopbackHub;
  let workbench: Workbench;

  before(async () => {
    hub = await startHub();
    hub.state.benchmarks.set('openai/gsm8k', 'evaluation_framework: inspect-ai\ntasks:\n  - id: main\n');
    hub.state.benchmarks.set('TIGER-Lab/MMLU-Pro', 'tasks:\n  - id: mmlu_pro\n  - id: mmlu_pro_hard\n');
    const row = (model: string, value: number) => ({ model, value, filename: '.eval_results/x.yaml' });
    hub.state.leaderboards.set('openai/gsm8k', [row('acme/b', 0.958), row('acme/a', 0.912), row('acme/c', 0.4)]);
    workbench = await Workbench.start({
      settings: {
        'files.autoSave': 'off',
        'modelCard.hub.url': hub.url,
        'workbench.activityBar.location': 'hidden',
      },
      files: { 'narrow/README.md': card, [`narrow/${resultsName}`]: results },
    });
    await workbench.waitForExtension();
  });
  after(async () => {
    await workbench.stop();
    await hub.stop();
  });
  afterEach(async function () {
    await workbench.pictureFailure(this.currentTest);
  });

  it(`shows all that it can hold at ${WIDTH} pixels, and nothing beyond them`, async () => {
    const panel = await open();
    await narrow();
    await panel.page.locator('vscode-dropdown').click();
    await panel.page.locator('vscode-option', { hasText: NAME }).first().click();
    await panel.page.locator('.conflict').first().waitFor();
    await panel.page.locator('.into-body').click();
    await panel.confirmation.click();
    await panel.page.locator('.eval-results vscode-checkbox').first().click();
    await panel.page.locator('.eval-rows li', { hasText: '0.958 at the top' }).waitFor();
    await panel.page.locator('.verify code').first().waitFor();
    await panel.assertFits();
    await panel.assertAccessible();
    for (const theme of Object.keys(themes) as (keyof typeof themes)[]) {
      await workbench.setTheme(theme);
      await panel.page.locator(`body.vscode-${theme}`).waitFor();
      await workbench.screenshot(`panel-narrow-${theme}`);
    }
    await panel.score(0).locator('td.value input').fill('abc');
    await panel.page.locator('.scores tr.problem', { hasText: 'The value must be one number' }).waitFor();
    await panel.assertFits();
  });

  async function open(): Promise<Panel> {
    const row = (name: string) => workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
    await row('narrow').first().click();
    await row(resultsName).click({ button: 'right' });
    const item = workbench.page.locator('.monaco-menu .action-item', { hasText: 'Add Results from File…' }).first();
    await item.hover();
    for (; await item.isVisible(); await workbench.page.waitForTimeout(200)) await item.click().catch(() => undefined);
    await workbench.quickPickItem('narrow/README.md').click();
    return new Panel(workbench).shown();
  }

  /** Gives the panel the whole of a window so narrow, and so high that a picture shows all of it. */
  async function narrow(): Promise<void> {
    await workbench.runCommand('View: Close Primary Side Bar');
    await workbench.runCommand('View: Toggle Maximize Editor Group');
    await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await workbench.page.setViewportSize({ width: WIDTH, height: 2800 });
  }
});
