import { shellWord } from '../../shellWord';
import type { PlannedRun } from './plannedRun';

/** The arguments of `model-card` that start the same run; `out` is the folder for its results. No token is among them. */
export function evaluateArguments({ request, place }: PlannedRun, out?: string): readonly string[] {
  const { model, revision, framework, backend, tasks, options } = request;
  return [
    ...['evaluate', '--where', place.kind === 'here' ? 'local' : 'jobs'],
    ...[`--model=${model}`, ...(revision === undefined ? [] : [`--revision=${revision}`])],
    ...[`--framework=${framework}`, `--backend=${backend}`, `--tasks=${tasks.join(',')}`],
    ...Object.entries(options).flatMap(([name, value]) => option(name, value)),
    ...(place.kind === 'here' ? option('even-if-too-large', place.evenIfTooLarge) : jobArguments(place)),
    ...option('out', out),
  ];
}

/** The command line of a run, for a person's shell. */
export function evaluateCommand(planned: PlannedRun, platform: string = process.platform): string {
  const words = ['model-card', ...evaluateArguments(planned)].map((word) => shellWord(word, platform));
  return words.join(' ');
}

/** Says which argument the editor would not hand on as it is, since it replaces the variables of tasks; null for none. */
export function replacedArgument(planned: PlannedRun): string | null {
  for (const word of evaluateArguments(planned)) {
    const [, name = '', variable] = /^(--[\w-]+)=.*?(\$\{[^}]*\})/s.exec(word) ?? [];
    if (variable !== undefined) {
      return `The editor would replace "${variable}" in ${name} by something else; run the command in a terminal, or leave it out.`;
    }
  }
  return null;
}

function jobArguments({ hardware, gpus, namespace, timeoutSeconds }: PlannedRun['place'] & { kind: 'job' }) {
  return [
    ...[`--hardware=${hardware.flavor}`, `--timeout=${String(timeoutSeconds)}s`, `--namespace=${namespace}`],
    ...(gpus > 1 ? [`--tensor-parallel-size=${String(gpus)}`] : []),
  ];
}

function option(name: string, value: string | number | boolean | undefined): readonly string[] {
  if (value === undefined || value === false) return [];
  return value === true ? [`--${name}`] : [`--${name}=${String(value)}`];
}
