import type { Hardware, HubConnection, Job } from '../hub';
import { inputSchema } from './input';
import { defineTool, LOOKS, problem, type ToolParts } from './tool';

const MOST_LISTED = 20;

interface Input {
  readonly job?: string;
  readonly payer?: string;
}

/** Tells how evaluations on HF Jobs stand, and what one that is over measured. */
export const evaluationState = defineTool<Input>({
  name: 'model_card_evaluation_state',
  title: 'Read the state of evaluations on HF Jobs',
  description:
    'Tells how the newest jobs of an account stand: model, tasks, stage, hardware, seconds and what they have cost so far. With "job" it tells of one alone, and when that is over its results, or why it gave none.',
  inputSchema: inputSchema(
    {
      job: { type: 'string', description: 'The id of a job; without it the newest are listed.' },
      payer: { type: 'string', description: 'The user or organisation that pays; by default the account in use.' },
    },
    [],
  ),
  hints: LOOKS,
  async resolve({ job: id, payer }, parts) {
    const connection = await parts.connect();
    if ('kind' in connection) return connection;
    const { getJob, listHardware, listJobs, whoAmI } = parts.hub();
    const account = payer === undefined ? await whoAmI(connection) : null;
    if (account?.ok === false) return problem(account.failure.message);
    const namespace = payer ?? account?.value.name ?? '';
    const list = await listHardware(connection);
    const prices = list.ok ? list.value : [];
    if (id === undefined) {
      const jobs = await listJobs(connection, namespace);
      if (!jobs.ok) return problem(jobs.failure.message);
      const shown = jobs.value.slice(0, MOST_LISTED).map((job) => factsOf(job, prices, parts));
      return { kind: 'answer', text: JSON.stringify({ payer: namespace, jobs: shown }) };
    }
    const job = await getJob(connection, { namespace, id });
    if (!job.ok) return problem(job.failure.message);
    const ended = parts.hub().isOver(job.value) ? await endOf(job.value, connection, parts) : {};
    return { kind: 'answer', text: JSON.stringify({ ...factsOf(job.value, prices, parts), ...ended }) };
  },
});

function factsOf(job: Job, prices: readonly Hardware[], parts: ToolParts): object {
  const { id, stage, message, flavor, labels, startedAt, finishedAt, page } = job;
  const seconds = startedAt ? Math.round(((finishedAt ?? new Date()).getTime() - startedAt.getTime()) / 1000) : 0;
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
  if (lines.json !== null) return { results: JSON.parse(lines.json) as unknown };
  // How long it might take is not known here; that it took too long the Hub says itself.
  return { problem: endingProblem(job, Infinity) ?? 'It left no results; its log says why.' };
}
