import type { RunModel } from '../../../runs';
import type { Asker } from '../../asker';

/** The script needs it to download, and what it starts has the same environment. */
const TOKEN = 'They could read your Hugging Face token.';

/** Asks whether the code that comes with a model may run. */
export function consentToModelCode({ name, commit }: RunModel, asker: Asker): Promise<boolean> {
  const at = commit === undefined ? '' : ` at the commit ${commit}`;
  const detail = `trust-remote-code runs the Python files beside the weights with all that you may do; read them first. ${TOKEN} It is asked for each run.`;
  return asker.confirm(`Run the code of ${name}${at}?`, detail, 'Run It');
}

/** Asks whether code that a model writes may run for tasks. */
export function consentToWrittenCode({ name }: RunModel, tasks: readonly string[], asker: Asker): Promise<boolean> {
  const detail = `The tasks test programs by running them, and there is no sandbox: they can do on this machine, or in the job, all that you may do there. ${TOKEN}`;
  return asker.confirm(`Run the code that ${name} writes for ${tasks.join(', ')}?`, detail, 'Let It Run');
}
