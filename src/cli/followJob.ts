import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HubConnection, Job } from '../hub';
import type { FoundModel } from './evaluateModel';
import { nextStep } from './evaluateNextStep';
import type { EvaluateOptions } from './evaluateOptions';
import { Exit, type ExitStatus, failure } from './exit';
import { loadHub } from './hub';
import { loadRuns } from './runs';
import { complain, fail, print } from './terminal';

/** The run failed, as the scripts say it, too. */
const FAILED = 1;

/** Shows the log of a job until that is over, and writes its results to a folder of their own. Ctrl+C leaves it running. */
export async function followJob(
  connection: HubConnection,
  { namespace, id, page }: Job,
  options: EvaluateOptions,
  model: FoundModel,
): Promise<ExitStatus> {
  const { endingProblem, QueueNotes, ResultLines } = loadRuns();
  const [results, queue] = [new ResultLines(), new QueueNotes()];
  const stop = new AbortController();
  const leave = (): void => {
    stop.abort();
  };
  process.once('SIGINT', leave);
  const followed = await loadHub().followLog(
    connection,
    { namespace, id },
    {
      entry: (text) => {
        results.add(text);
        void print(`${text}\n`);
      },
      job: (job) => {
        const note = queue.note(job, Date.now());
        if (note !== null) complain(note);
      },
    },
    stop.signal,
  );
  process.off('SIGINT', leave);
  if (!followed.ok) {
    const why = stop.signal.aborted ? 'The log was left; the job goes on and is paid for.' : followed.failure.message;
    return fail(failure(FAILED, why, [`  The job's log and a way to cancel it are at ${page}.`]));
  }
  if (results.json !== null) {
    const path = await write(results.json, join(options.out, id));
    if (path === null) return fail(failure(FAILED, unwritten(options.out), [`  The job's log is at ${page}.`]));
    complain(nextStep(path, options, model));
  }
  const problem = endingProblem(followed.value, options.job.timeoutSeconds);
  if (problem !== null) return fail(failure(FAILED, problem));
  return results.json === null
    ? fail(failure(FAILED, `The job ended without results; its log says why: ${page}.`))
    : Exit.done;
}

/** The path of the results; null where they cannot be written. */
async function write(json: string, folder: string): Promise<string | null> {
  const path = join(folder, 'results.json');
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(path, json);
  } catch {
    return null;
  }
  complain(`Results: ${path}`);
  return path;
}

/** They were printed with the log, between marks, from where they can be taken. */
function unwritten(out: string): string {
  return `The results cannot be written to ${out}; they stand at the end of what was printed: save that, and give it to "model-card add-results".`;
}
