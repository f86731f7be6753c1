import { parseYaml } from '../modelIndex/document';
import { plainCopy } from '../modelIndex/verify';
import { asList, asMap } from '../plainValues';

/** What the `eval.yaml` of a benchmark's dataset says of it. */
export interface BenchmarkFile {
  /** The framework that the Hub runs it with, such as `inspect-ai`. */
  readonly framework?: string;
  /** The ids of its tasks. */
  readonly tasks: readonly string[];
}

/** Reads an `eval.yaml`; null where it names no task. */
export function readBenchmarkFile(text: string): BenchmarkFile | null {
  const parsed = parseYaml(text, { start: text.startsWith('\ufeff') ? 1 : 0, end: text.length }, 'The file');
  if (parsed.kind === 'problem') return null;
  const { evaluation_framework: framework, tasks: list } = asMap(plainCopy(parsed));
  const tasks = asList(list).flatMap((task) => {
    const { id } = asMap(task);
    return typeof id === 'string' && id !== '' ? [id] : [];
  });
  if (tasks.length === 0) return null;
  return { tasks, ...(typeof framework === 'string' && { framework }) };
}
