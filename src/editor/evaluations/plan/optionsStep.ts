import type * as vscode from 'vscode';
import type { Backend, RunModel, RunOption, RunOptions } from '../../../runs';
import type { Asker } from '../../asker';
import { loadRuns } from '../runsClient';
import { consentToModelCode, consentToWrittenCode } from './consent';
import { optionRows, optionsText } from './optionRows';
import { chooseTaskFile } from './taskFile';

/** What options are chosen for. */
export interface OptionsFor {
  readonly model: RunModel;
  readonly backend: Backend;
  /** Tasks that run code which the model wrote, or else all. */
  readonly tasks: readonly string[];
  /** Files are looked for beside it. */
  readonly card: vscode.Uri;
  readonly asker: Asker;
}

/** Shows the options that are set, and lets each be changed. */
export async function chooseOptions(set: RunOptions, run: OptionsFor): Promise<RunOptions | undefined> {
  const title = `Evaluate ${run.model.name}: with these options?`;
  for (let options = set; ;) {
    const wish = await run.asker.pick<'on' | 'change'>(title, [
      { label: 'Go On', description: optionsText(options), value: 'on' },
      { label: 'Options…', description: 'change any of them', value: 'change' },
    ]);
    if (wish !== 'change') return wish && options;
    options = await changeOptions(options, run);
  }
}

/** Leaving the list leads back to what it was opened from. */
async function changeOptions(set: RunOptions, run: OptionsFor): Promise<RunOptions> {
  for (let options = set; ;) {
    const rows = optionRows(options, run.backend);
    const done = { label: 'Done', description: optionsText(options), value: null };
    const name = await run.asker.pick<RunOption | null>('Options of the evaluation', [done, ...rows]);
    if (name === null || name === undefined) return options;
    options = { ...options, ...(await changed(name, options, run)) };
  }
}

/** An option with its new value; nothing where the person left. */
async function changed(name: RunOption, options: RunOptions, run: OptionsFor): Promise<RunOptions> {
  const { RUN_OPTIONS } = loadRuns();
  switch (RUN_OPTIONS[name]) {
    case 'flag':
      return { [name]: options[name] === true || !(await mayBeSet(name, run)) ? undefined : true };
    case 'template':
      return chooseTemplate(name, run.asker);
    case 'file':
      return chooseFile(name, options, run);
    default:
      return typeOption(name, options, run.asker);
  }
}

async function mayBeSet(name: RunOption, { model, tasks, asker }: OptionsFor): Promise<boolean> {
  if (name === 'trust-remote-code') return consentToModelCode(model, asker);
  if (name === 'allow-local-code-execution') return consentToWrittenCode(model, tasks, asker);
  return true;
}

async function chooseTemplate(name: RunOption, asker: Asker): Promise<RunOptions> {
  const values = loadRuns().TEMPLATES.map((value) => ({ label: value, value }));
  const chosen = await asker.pick<string | null>(name, [
    ...values,
    { label: 'Leave It to the Framework', value: null },
  ]);
  return chosen === undefined ? {} : { [name]: chosen ?? undefined };
}

async function chooseFile(name: RunOption, options: RunOptions, run: OptionsFor): Promise<RunOptions> {
  if (options[name] !== undefined) return { [name]: undefined };
  const file = await chooseTaskFile(run);
  return file === undefined ? {} : { [name]: file };
}

async function typeOption(name: RunOption, options: RunOptions, asker: Asker): Promise<RunOptions> {
  const { readOption } = loadRuns();
  const typed = await asker.type({
    title: name,
    prompt: 'Nothing leaves it to the framework',
    value: String(options[name] ?? ''),
    check: (text) => {
      const read = text === '' ? null : readOption(name, text);
      return read?.kind === 'problem' ? `${name} ${read.problem}.` : null;
    },
  });
  if (typed === undefined) return {};
  const read = typed.trim() === '' ? null : readOption(name, typed.trim());
  return { [name]: read?.kind === 'value' ? read.value : undefined };
}
