import type { RunModel, RunRequest } from '../../../runs';
import type { Asker } from '../../asker';

/** The script needs it to download, and what it starts has the same environment. */
const TOKEN = 'They could read your Hugging Face token.';

/** Asks whether the code that comes with a model may run. */
export function consentToModelCode(
  { name, commit }: Pick<RunModel, 'name' | 'commit'>,
  asker: Asker,
): Promise<boolean> {
  const at = commit === undefined ? '' : ` at the commit ${commit}`;
  const detail = `trust-remote-code runs the Python files beside the weights with all that you may do; read them first. ${TOKEN} It is asked for each run.`;
  return asker.confirm(`Run the code of ${name}${at}?`, detail, 'Run It');
}

/** Asks whether code that a model writes may run for tasks. */
export function consentToWrittenCode(
  { name }: Pick<RunModel, 'name'>,
  tasks: readonly string[],
  asker: Asker,
): Promise<boolean> {
  const detail = `The tasks test programs by running them, and there is no sandbox: they can do on this machine, or in the job, all that you may do there. ${TOKEN}`;
  return asker.confirm(`Run the code that ${name} writes for ${tasks.join(', ')}?`, detail, 'Let It Run');
}

/** Asks for all that a run does only where a person agreed to it; it is asked for each run, so for one that is run again, too. */
export async function consentToAll({ model, revision, tasks, options }: RunRequest, asker: Asker): Promise<boolean> {
  const { 'trust-remote-code': trusts, 'allow-local-code-execution': allows } = options;
  if (trusts === true && !(await consentToModelCode({ name: model, commit: revision }, asker))) return false;
  return allows !== true || consentToWrittenCode({ name: model }, tasks, asker);
}
