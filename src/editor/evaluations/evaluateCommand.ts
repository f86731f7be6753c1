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
