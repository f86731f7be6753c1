import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import data from '../../../media/data/evaluation-tasks.json';
import { askTasks, type AskedTasks } from '../../../src/runs/askTasks';
import { keepTaskList, parseTaskList, readTaskLists, type TaskList } from '../../../src/runs/taskLists';
import { findTask, parseCatalogue } from '../../../src/runs/tasks';

const NEXT_YEAR = '2027-01-01T10:00:00.000Z';
const list = (date: string): TaskList => ({
  ...{ date, source: 'inspect-evals 0.27.0' },
  tasks: { forge_qa: { title: 'ForgeQA', samples: 40 } },
});

describe('the lists of tasks that frameworks were asked for', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'task lists '))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are kept, and take the place of the older list of their framework', async () => {
    const kept = join(folder, 'task-lists');
    assert.deepEqual(readTaskLists(kept), {});
    await keepTaskList(kept, 'inspect', list(NEXT_YEAR));
    assert.deepEqual(readdirSync(kept), ['inspect-tasks.json']);
    const { tasks, dates } = parseCatalogue(data, readTaskLists(kept));
    assert.deepEqual([...tasks.inspect.values()], [{ name: 'forge_qa', title: 'ForgeQA', samples: 40 }]);
    assert.deepEqual(dates, { inspect: NEXT_YEAR, lighteval: data.date });
    assert.equal(tasks.lighteval.size, 646);
  });

  it('are passed over where the product came with a newer one, or where they are broken', async () => {
    await keepTaskList(folder, 'inspect', list('2025-01-01T10:00:00.000Z'));
    writeFileSync(join(folder, 'lighteval-tasks.json'), '{"date": "2027-01-01", "source": "lighteval", "tasks"');
    const { tasks, dates } = parseCatalogue(data, readTaskLists(folder));
    assert.deepEqual([tasks.inspect.size, tasks.lighteval.size], [239, 646]);
    assert.deepEqual(dates, { inspect: data.date, lighteval: data.date });
  });

  it('are not kept where there is no room for them, which is said', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const problem = await keepTaskList(file, 'inspect', list(NEXT_YEAR));
    assert.match(problem ?? '', /^The list of tasks cannot be kept \(.*\), so the one from before stays; make room/);
  });

  it('keep the other names of tasks', () => {
    const tasks = { truthfulqa: {}, 'truthfulqa:mc': {} };
    const catalogue = parseCatalogue(data, { lighteval: { date: NEXT_YEAR, source: 'lighteval 0.14.0', tasks } });
    assert.equal(findTask({ name: 'truthfulqa', shots: null }, 'lighteval', catalogue)?.name, 'truthfulqa:mc');
  });

  it('are the last line that a script prints', () => {
    const { date, ...printed } = list(NEXT_YEAR);
    assert.deepEqual(parseTaskList(`Loading\n${JSON.stringify(printed)}\n`, date), list(NEXT_YEAR));
  });

  for (const output of [
    '',
    'Traceback (most recent call last):',
    '[]',
    '{"source": "inspect-evals 0.26.0"}',
    '{"source": "inspect-evals 0.26.0", "tasks": {}}',
    '{"source": "inspect-evals 0.26.0", "tasks": {"gsm8k": "GSM8K"}}',
    '{"source": "inspect-evals 0.26.0", "tasks": {"two words": {}}}',
    '{"tasks": {"gsm8k": {}}}',
    '{"source": "inspect-evals 0.26.0", "tasks": {"gsm8k": {"metrics": "accuracy"}}}',
    '{"source": "inspect-evals 0.26.0", "tasks": {"gsm8k": {"samples": "many"}}}',
    '{"source": "inspect-evals 0.26.0", "tasks": {"gsm8k": {"extra": "math] @ https://example.org/a"}}}',
  ]) {
    it(`are not read from ${output || 'nothing'}`, () => assert.equal(parseTaskList(output, NEXT_YEAR), null));
  }

  describe('by a script', () => {
    const told: string[] = [];

    async function ask(lines: readonly string[], signal = new AbortController().signal): Promise<AskedTasks> {
      const uv = join(folder, 'uv');
      const scriptFolder = join(folder, 'python');
      mkdirSync(scriptFolder);
      for (const name of ['inspect_eval_uv.py', 'lighteval_accelerate_uv.py']) {
        writeFileSync(join(scriptFolder, name), '# /// script\n# dependencies = []\n# ///\n');
      }
      writeFileSync(uv, [`#!${process.execPath}`, ...lines].join('\n'));
      chmodSync(uv, 0o755);
      told.length = 0;
      const tell = (line: string): void => void told.push(line);
      return askTasks({ uv, framework: 'inspect', scriptFolder, signal, tell });
    }

    before(function () {
      // The stand-in for uv is a script with the path of its interpreter.
      if (process.platform === 'win32') this.skip();
    });

    it('are its answer, by the script as it ships, and what is done meanwhile is told', async () => {
      const asked = await ask([
        "console.error('Installed 102 packages');",
        "const words = process.argv.slice(2).map((word) => word.replace(/.*\\//, ''));",
        "console.log(JSON.stringify({ source: words.join(' '), tasks: { gsm8k: { samples: 1319 } } }));",
      ]);
      assert.ok(asked.kind === 'list');
      assert.equal(asked.list.source, 'run --no-project --script inspect_eval_uv.py --list-tasks');
      assert.deepEqual(asked.list.tasks, { gsm8k: { samples: 1319 } });
      assert.deepEqual(told, ['Installed 102 packages']);
    });

    it('are not its answer where it fails, or says something else', async () => {
      const failed = await ask(["console.error('error: no network'); process.exit(1);"]);
      assert.deepEqual(failed, {
        kind: 'problem',
        message:
          'inspect gave no list of its tasks (error: no network), so the one from before stays; look whether this machine is online, then try again.',
      });
      rmSync(join(folder, 'python'), { recursive: true });
      const explained = await ask([
        "console.error('Installed 2 packages\\nNot started: The disk is full; free some room.\\n  OSError: no space');",
        'process.exitCode = 2;',
      ]);
      assert.ok(explained.kind === 'problem');
      assert.match(explained.message, /^inspect gave no list of its tasks \(The disk is full; free some room\), so/);
      rmSync(join(folder, 'python'), { recursive: true });
      const other = await ask(["console.log('{}');"]);
      assert.ok(other.kind === 'problem');
      assert.match(other.message, /^inspect gave no list of its tasks, so the one from before stays;/);
    });

    it('are given up where the person cancels, and so is the program', async () => {
      const stop = new AbortController();
      const trace = join(folder, 'ended');
      const asked = ask(
        [
          `process.on('SIGTERM', () => { require('node:fs').writeFileSync(${JSON.stringify(trace)}, ''); process.exit(); });`,
          "console.error('waiting');",
          'setInterval(() => {}, 1000);',
        ],
        stop.signal,
      );
      while (told.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      stop.abort();
      assert.deepEqual(await asked, { kind: 'cancelled' });
      assert.ok(existsSync(trace));
    });
  });
});
