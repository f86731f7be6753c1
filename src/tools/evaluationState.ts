import { readFile } from 'node:fs/promises';
import type { Hardware, HubConnection, Job } from '../hub';
import { inputSchema } from './input';
import { defineTool, LOOKS, problem, type RunHere, type ToolAnswer, type ToolParts, type ToolProblem } from './tool';

const MOST_LISTED = 20;

interface Input {
  readonly job?: string;
  readonly payer?: string;
}

/** Tells how evaluations stand, on HF Jobs and on this machine, and what one that is over measured. */
export const evaluationState = defineTool<Input>({
  name: 'model_card_evaluation_state',
  title: 'Read the state of evaluations',
  description:
    'Tells how the newest jobs of an account on HF Jobs stand (model, tasks, stage, hardware, seconds and what they have cost so far) and, in the editor, the evaluations that were started on this machine. With "job" it tells of one alone, and when that is over its results, or why it gave none.',
  inputSchema: inputSchema(
    {
      job: {
        type: 'string',
        description: 'The id of a job, or of an evaluation on this machine; without it the newest are listed.',
      },
      payer: { type: 'string', description: 'The user or organisation that pays; by default the account in use.' },
    },
    [],
  ),
  hints: LOOKS,
  async resolve({ job: id, payer }, parts) {
    const runs = parts.runsHere();
    const run = runs.find((one) => one.id === id);
    if (run) return endOfRun(run);
    const here = runs.slice(0, MOST_LISTED).map(({ results: _file, ...facts }) => facts);
    const jobs = id === undefined ? await newestJobs(payer, parts) : await oneJob(id, payer, parts);
    // Without the Hub there is still this machine.
    if (jobs.kind === 'problem') {
      return id === undefined && here.length > 0 ? answer({ here, noJobs: jobs.message }) : jobs;
    }
    return answer(id === undefined && here.length > 0 ? { here, ...jobs.facts } : jobs.facts);
  },
});

/** What there is to say of jobs. */
interface JobFacts {
  readonly kind: 'jobs';
  readonly facts: object;
}

async function newestJobs(payer: string | undefined, parts: ToolParts): Promise<JobFacts | ToolProblem> {
  const account = await accountOf(payer, parts);
  if (account.kind === 'problem') return account;
  const { connection, namespace, prices } = account;
  const jobs = await parts.hub().listJobs(connection, namespace);
  if (!jobs.ok) return problem(jobs.failure.message);
  const newest = jobs.value.slice(0, MOST_LISTED).map((job) => factsOf(job, prices, parts));
  return { kind: 'jobs', facts: { payer: namespace, jobs: newest } };
}

async function oneJob(id: string, payer: string | undefined, parts: ToolParts): Promise<JobFacts | ToolProblem> {
  const account = await accountOf(payer, parts);
  if (account.kind === 'problem') return account;
  const { connection, namespace, prices } = account;
  const job = await parts.hub().getJob(connection, { namespace, id });
  if (!job.ok) return problem(job.failure.message);
  const ended = parts.hub().isOver(job.value) ? await endOf(job.value, connection, parts) : {};
  return { kind: 'jobs', facts: { ...factsOf(job.value, prices, parts), ...ended } };
}

/** Whose jobs are meant, and what the hardware costs as far as the Hub says it. */
async function accountOf(payer: string | undefined, parts: ToolParts) {
  const connection = await parts.connect();
  if ('kind' in connection) return connection;
  const { listHardware, whoAmI } = parts.hub();
  const account = payer === undefined ? await whoAmI(connection) : null;
  if (account?.ok === false) return problem(account.failure.message);
  const list = await listHardware(connection);
  const namespace = payer ?? account?.value.name ?? '';
  return { kind: 'account', connection, namespace, prices: list.ok ? list.value : [] } as const;
}

async function endOfRun({ results: file, ...facts }: RunHere): Promise<ToolAnswer | ToolProblem> {
  if (file === undefined) return answer(facts);
  try {
    return answer({ ...facts, results: JSON.parse(await readFile(file, 'utf8')) as unknown });
  } catch {
    return problem(`The results of ${facts.model} are no longer at ${file}; run it again.`);
  }
}

function answer(found: object): ToolAnswer {
  return { kind: 'answer', text: JSON.stringify(found) };
}

function factsOf(job: Job, prices: readonly Hardware[], parts: ToolParts): object {
  const { id, stage, message, flavor, labels, startedAt, finishedAt, page } = job;
  // The clock of this machine may be behind the Hub's.
  const milliseconds = startedAt ? Math.max(0, (finishedAt ?? new Date()).getTime() - startedAt.getTime()) : 0;
  const seconds = Math.round(milliseconds / 1000);
  const hardware = prices.find((one) => one.flavor === flavor);
  return {
    ...{ id, model: labels['model'], tasks: labels['tasks'], stage, message, hardware: flavor, seconds, page },
    ...(hardware && { cost: parts.runs().inDollars(parts.runs().costOf(hardware, seconds)) }),
  };
}

/** What the log of a job that is over says. */
async function endOf(job: Job, connection: HubConnection, parts: ToolParts): Promise<object> {
  const { endingProblem, ResultLines } = parts.runs();
  const lines = new ResultLines();
  const followed = await parts.hub().followLog(connection, job, { entry: (text) => lines.add(text) });
  if (!followed.ok) return { problem: followed.failure.message };
  const results = resultsIn(lines.json);
  return results ?? { problem: endingProblem(job, null) ?? 'It left no results; its log says why.' };
}

/** The results that a log held; null where they are none, as those of another program may be. */
function resultsIn(json: string | null): { readonly results: unknown } | null {
  try {
    return json === null ? null : { results: JSON.parse(json) as unknown };
  } catch {
    return null;
  }
}
