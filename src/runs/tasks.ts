import { editDistance } from '../metadata/suggest';
import { asMap } from '../results/plainValues';
import type { Framework, RunRequest } from './request';
import type { TaskLists } from './taskLists';

/** What is known of a task; what is left out is not known. */
export interface Task {
  readonly name: string;
  readonly title?: string;
  readonly samples?: number;
  /** Datasets of the Hub. */
  readonly datasets?: readonly string[];
  readonly config?: string;
  readonly split?: string;
  /** As the framework calls them in its results. */
  readonly metrics?: readonly string[];
  /** It runs code that the model wrote. */
  readonly sandbox?: boolean;
  /** The extra of inspect_evals that it needs. */
  readonly extra?: string;
}

/** The tasks of both frameworks, as they were known at a time. */
export interface TaskCatalogue {
  /** When each framework was asked; ISO 8601. */
  readonly dates: Readonly<Record<Framework, string>>;
  readonly tasks: Readonly<Record<Framework, ReadonlyMap<string, Task>>>;
  /** The other names that the scripts take. */
  readonly aliases: Readonly<Record<Framework, ReadonlyMap<string, string>>>;
}

/** A task and the examples in its prompt; without a number, what the task does by itself. */
export interface TaskSpec {
  readonly name: string;
  readonly shots: number | null;
}

const MOST_NEAREST = 3;

/** Extras of inspect_evals that want a package which no registry has. */
const NOT_TO_BE_HAD = ['ifeval'];

/**
 * Reads the data file; what is no task in it is left out. Newer lists of the frameworks take the place of its own: an older
 * one is of what an earlier version of the product installed.
 */
export function parseCatalogue(json: unknown, lists: TaskLists = {}): TaskCatalogue {
  const fields = asMap(json);
  const aliases = asMap(fields['aliases']);
  const date = typeof fields['date'] === 'string' ? fields['date'] : '';
  const newest = (framework: Framework) => {
    const list = lists[framework];
    return list !== undefined && list.date >= date ? list : { date, tasks: fields[framework] };
  };
  const [lighteval, inspect] = [newest('lighteval'), newest('inspect')];
  return {
    dates: { lighteval: lighteval.date, inspect: inspect.date },
    tasks: { lighteval: tasksOf(lighteval.tasks), inspect: tasksOf(inspect.tasks) },
    aliases: { lighteval: namesOf(aliases['lighteval']), inspect: namesOf(aliases['inspect']) },
  };
}

/** Reads `task`, `task|shots` and the older `suite|task|shots` and `suite|task|shots|0`; null for anything else. */
export function parseTask(text: string): TaskSpec | null {
  const parts = text.trim().split('|');
  const [name, shots, rest] = parts.length > 2 ? parts.slice(1) : parts;
  if (name === undefined || name === '' || parts.length > 4 || (rest !== undefined && !/^[01]$/.test(rest)))
    return null;
  if (shots === undefined) return { name, shots: null };
  return /^\d{1,3}$/.test(shots) ? { name, shots: Number(shots) } : null;
}

/** The tasks that a person names in a text, separated by commas. */
export function tasksIn(text: string): readonly string[] {
  return text
    .split(',')
    .map((task) => task.trim())
    .filter((task) => task !== '');
}

/** Why tasks cannot run as they were asked for, a sentence each with the next step. */
export function taskProblems(
  { framework, tasks, options }: Pick<RunRequest, 'framework' | 'tasks' | 'options'>,
  catalogue: TaskCatalogue,
): readonly string[] {
  return tasks.flatMap((text) => {
    const spec = parseTask(text);
    if (spec === null) return [`"${text}" is no task; write task or task|shots, such as gsm8k|5.`];
    const found = findTask(spec, framework, catalogue);
    // What a file of one's own defines only the script knows, and tasks of datasets only the Hub.
    const known = found !== null || options['custom-tasks'] !== undefined || /^hf\//.test(spec.name);
    if (!known) return [unknownTask(spec, framework, catalogue)];
    if (found !== null && !canBeInstalled(found)) {
      return [
        `inspect's task ${found.name} needs a package that no registry has; evaluate with --framework lighteval, or choose another task.`,
      ];
    }
    if (!runsCode(spec, framework, found) || options['allow-local-code-execution'] === true) return [];
    return [
      `${spec.name} runs code that the model wrote; choose another task, or let it run on this machine with --allow-local-code-execution.`,
    ];
  });
}

/** Those of some tasks that run code which the model wrote. */
export function tasksThatRunCode(
  tasks: readonly string[],
  framework: Framework,
  catalogue: TaskCatalogue,
): readonly string[] {
  return tasks.filter((text) => {
    const spec = parseTask(text);
    return spec !== null && runsCode(spec, framework, findTask(spec, framework, catalogue));
  });
}

/** The task that a specification means, or for lighteval the first of a suite that it names; null where there is none. */
export function findTask({ name, shots }: TaskSpec, framework: Framework, catalogue: TaskCatalogue): Task | null {
  const known = catalogue.tasks[framework];
  const bare = name.replace(/^inspect_evals\//, '').split('@')[0] ?? '';
  const own = catalogue.aliases[framework].get(bare) ?? bare;
  if (framework === 'inspect') return known.get(own === 'mmlu' ? `mmlu_${String(shots ?? 0)}_shot` : own) ?? null;
  const parts = [...known].filter(([other]) => other.startsWith(`${own}:`));
  return known.get(own) ?? parts[0]?.[1] ?? null;
}

/** Whether a task is known and what it needs can be installed. */
export function canRun(text: string, framework: Framework, catalogue: TaskCatalogue): boolean {
  const spec = parseTask(text);
  const task = spec === null ? null : findTask(spec, framework, catalogue);
  return task !== null && canBeInstalled(task);
}

/** The extras of inspect_evals that tasks need, each once. */
export function extrasOf(
  { framework, tasks }: Pick<RunRequest, 'framework' | 'tasks'>,
  catalogue: TaskCatalogue,
): readonly string[] {
  const specs = tasks.map(parseTask).filter((spec) => spec !== null);
  const extras = specs
    .map((spec) => findTask(spec, framework, catalogue)?.extra)
    .filter((extra) => extra !== undefined);
  return [...new Set(extras)];
}

function runsCode({ name }: TaskSpec, framework: Framework, task: Task | null): boolean {
  return task?.sandbox === true || (framework === 'lighteval' && name.startsWith('lcb'));
}

function canBeInstalled({ extra }: Task): boolean {
  return extra === undefined || !NOT_TO_BE_HAD.includes(extra);
}

function unknownTask(spec: TaskSpec, framework: Framework, catalogue: TaskCatalogue): string {
  const other = framework === 'lighteval' ? 'inspect' : 'lighteval';
  if (findTask(spec, other, catalogue) !== null) {
    return `${framework} has no task "${spec.name}", but ${other} has; evaluate with --framework ${other}.`;
  }
  const near = nearestTasks(spec.name, catalogue.tasks[framework].keys());
  const advice = near.length > 0 ? `the nearest: ${near.join(', ')}` : 'see its documentation for the names';
  return `${framework} has no task "${spec.name}"; ${advice}.`;
}

/** Up to three names that are like one, the likest first. */
export function nearestTasks(name: string, known: Iterable<string>): readonly string[] {
  const wanted = fold(name);
  const most = Math.max(1, Math.floor(wanted.length / 3));
  return [...known]
    .map((other) => ({ other, folded: fold(other) }))
    .map(({ other, folded }) => ({ other, distance: editDistance(wanted, folded), within: folded.includes(wanted) }))
    .filter(({ distance, within }) => distance <= most || within)
    .sort((a, b) => Math.min(a.distance, most + 1) - Math.min(b.distance, most + 1) || a.other.length - b.other.length)
    .slice(0, MOST_NEAREST)
    .map(({ other }) => other);
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function tasksOf(value: unknown): ReadonlyMap<string, Task> {
  return new Map(Object.entries(asMap(value)).map(([name, facts]) => [name, { ...asMap(facts), name }]));
}

function namesOf(value: unknown): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(asMap(value)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
