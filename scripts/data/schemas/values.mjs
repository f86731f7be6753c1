/**
 * The lists of values that front matter draws on, as definitions. A closed list is an enum; where the Hub takes other
 * values as well, any text is allowed beside the known ones. Which of them is meant by a wrong one is for rules to say.
 */
export function values({ tasks, subtasks, libraries, languages, licenses, metrics }) {
  const offered = tasks.filter(({ hidden }) => !hidden);
  return {
    license: closed(licenses),
    language: closed(Object.entries(languages).map(([id, name]) => ({ id, name }))),
    task: open(offered),
    anyTask: open([...offered, ...subtasks.filter(({ id }) => !offered.some((task) => task.id === id))]),
    library: open(libraries),
    metric: open(metrics),
    modelId: hubId('models'),
    datasetId: hubId('datasets'),
  };
}

function closed(entries) {
  return { type: 'string', enum: entries.map(({ id }) => id), enumDescriptions: entries.map(({ name }) => name) };
}

function open(entries) {
  return { anyOf: [closed(entries), { type: 'string' }] };
}

/** An id as the Hub has it: `owner/name`, and just `name` for the oldest. */
function hubId(kind) {
  return {
    type: 'string',
    pattern: '^(?:[\\w.-]+/)?[\\w.-]+$',
    patternErrorMessage: `Use an id from https://huggingface.co/${kind}.`,
  };
}
