import type { Measured, RunRecord } from './measured';

/** How a run is done again, as Markdown: the exact command where the file tells it, and versions, model and tasks. */
export function howToReproduce(record: RunRecord): string {
  const { framework, version, model, modelRevision, date, setup, command, measured } = record;
  const revision = modelRevision === undefined ? '' : ` at revision ${code(modelRevision)}`;
  const limits = new Set(measured.map(({ samples }) => samples?.limit).filter((limit) => limit !== undefined));
  const facts = [
    ['Framework', [framework, version].filter((part) => part !== undefined).join(' ')],
    ['Model', model === undefined ? '' : code(model) + revision],
    ['Tasks', tasksOf(measured).join(', ')],
    ['Samples', limits.size === 1 ? `at most ${String([...limits][0])} of each task` : ''],
    ['Setup', setup.join(', ')],
    ['Date', date ?? ''],
  ] as const;
  return [
    '### How to reproduce',
    '',
    ...(command === undefined ? [] : ['```bash', command.map(shellWord).join(' '), '```', '']),
    ...facts.filter(([, text]) => text !== '').map(([name, text]) => `- ${name}: ${text}`),
    '',
  ].join('\n');
}

/** The tasks without those that are only parts of an average. */
function tasksOf(measured: readonly Measured[]): readonly string[] {
  const tasks = measured
    .filter(({ partOf }) => partOf === undefined)
    .map(({ task, shots }) => `${code(task)}${shots === undefined ? '' : ` (${String(shots)}-shot)`}`);
  return [...new Set(tasks)];
}

/** A text that is shown letter by letter, on one line. */
function code(text: string): string {
  return `\`${text.replace(/[`\s]+/g, ' ').trim()}\``;
}

function shellWord(word: string): string {
  if (/^[\p{L}\p{N}_./:=@+,-]+$/u.test(word)) return word;
  return `'${word.replace(/\s+/g, ' ').replaceAll("'", `'\\''`)}'`;
}
