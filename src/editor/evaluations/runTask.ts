import { join } from 'node:path';
import * as vscode from 'vscode';
import { evaluateArguments } from './evaluateCommand';
import type { RunRecord } from './runRecord';

/** The type of the tasks that run evaluations. Nobody writes one in `tasks.json`, so it is not contributed. */
const TYPE = 'modelCard.evaluation';

/** What a run's task needs beside the run. */
export interface RunTaskNeeds {
  /** The bundle of the command line. */
  readonly program: string;
  /** The run's own folder, which exists. */
  readonly folder: string;
  /** The Hub and the token of the account in use; it goes into the environment of this one process. */
  readonly environment: Readonly<Record<string, string>>;
}

/** The task that runs an evaluation by the command line, which looks once more whether it can work, and says so. */
export function runTask({ id, planned }: RunRecord, { program, folder, environment }: RunTaskNeeds): vscode.Task {
  const execution = new vscode.ProcessExecution(process.execPath, [program, ...evaluateArguments(planned, folder)], {
    // An empty folder: a model's name is not mistaken for a folder of the workspace, nor is a .env there read.
    cwd: folder,
    env: { ...environment, ...visibleGpus(planned), ELECTRON_RUN_AS_NODE: '1' },
  });
  const task = new vscode.Task(
    { type: TYPE, run: id },
    vscode.TaskScope.Workspace,
    terminalName(planned.request.model, id),
    'model card',
    execution,
    [],
  );
  const { Always: reveal } = vscode.TaskRevealKind;
  task.presentationOptions = { reveal, panel: vscode.TaskPanelKind.New, focus: false, showReuseMessage: false };
  return task;
}

/** The run that a task belongs to; undefined for any other task. */
export function runOfTask({ definition }: vscode.Task): string | undefined {
  const { type, run } = definition as { readonly type: string; readonly run?: unknown };
  return type === TYPE && typeof run === 'string' ? run : undefined;
}

/** The terminal of a run, as long as it is open. */
export function terminalOf({ id, planned }: RunRecord): vscode.Terminal | undefined {
  const name = terminalName(planned.request.model, id);
  return vscode.window.terminals.find((one) => one.name.includes(name));
}

/** Where the command line is among the bundles. */
export function programIn(folder: string): string {
  return join(folder, 'cli.js');
}

function terminalName(model: string, id: string): string {
  return `evaluate ${model} (${id.slice(0, 8)})`;
}

/** GPUs are counted as nvidia-smi does, not by their speed. */
function visibleGpus({ place }: RunRecord['planned']): Readonly<Record<string, string>> {
  if (place.kind !== 'here' || place.gpus.length === 0) return {};
  return { CUDA_DEVICE_ORDER: 'PCI_BUS_ID', CUDA_VISIBLE_DEVICES: place.gpus.join(',') };
}
