import { cancelJob as libraryCancelJob, getJob as libraryGetJob } from '@huggingface/hub';
import { attempt, HubError } from '../attempt';
import { jsonOf } from '../answer';
import type { HubConnection } from '../connection';
import type { WireAnswer } from '../exchange';
import { hubFailure, type HubResult } from '../failure';
import { AnswerReader, type JsonObject } from '../json';
import { viaLibrary } from '../library';
import { once } from '../once';
import type { HubRequest } from '../request';
import { type Job, type JobReference, readJob } from './job';

/** A job that is to run. */
export interface JobSpec {
  /** A Docker image. */
  readonly image: string;
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** The name of the hardware. */
  readonly flavor: string;
  /** It is ended after this time. */
  readonly timeoutSeconds: number;
  /** Names and values of up to 100 characters. */
  readonly labels: Readonly<Record<string, string>>;
  /** Whether the job gets the account's token, as its secret `HF_TOKEN`. */
  readonly passesToken: boolean;
}

/** The label that tells one submitted job from all others. */
export const RUN_LABEL = 'model-card-run';

/** An account with more pages of jobs than this shows the first of them. */
const MOST_PAGES = 10;

/** The function of the library wants a token that the connection adds itself, which its type does not allow for. */
type Common = Parameters<typeof libraryGetJob>[0];

/**
 * Starts a job that `namespace` pays for. However often the connection fails it is started once: `runId`, unlike any
 * other, labels it, and a job with that label is looked for before it is sent again.
 */
export function submitJob(
  connection: HubConnection,
  { namespace, spec, runId }: { readonly namespace: string; readonly spec: JobSpec; readonly runId: string },
  signal?: AbortSignal,
): Promise<HubResult<Job>> {
  return attempt(async () => {
    const labels = { ...spec.labels, [RUN_LABEL]: runId };
    const body = JSON.stringify(jobBody({ ...spec, labels }, connection.secrets()));
    const request: HubRequest = {
      method: 'POST',
      // The library's `runJob` does not take all of today's hardware.
      path: jobsPath({ namespace }),
      headers: { 'content-type': 'application/json' },
      body,
      subject: { namespace, flavor: spec.flavor },
      signal,
    };
    const send = async (): Promise<Job> => readJob(connection, await connection.json(request));
    const find = async (): Promise<Job | null> =>
      (await jobsLabelled(connection, namespace, { [RUN_LABEL]: runId }, signal))[0] ?? null;
    try {
      return await once(connection, { send, find }, signal);
    } catch (error) {
      if (!(error instanceof HubError && (error.failure.kind === 'unsure' || error.mayHaveArrived))) throw error;
      const page = `${connection.hubUrl}/settings/jobs`;
      throw new HubError(hubFailure({ kind: 'unsure-job', page, cause: error.failure }), true);
    }
  });
}

/** What is sent to start a job; only one that passes the token on has secrets. */
export function jobBody(
  { image, passesToken, ...spec }: JobSpec,
  secrets: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  return { dockerImage: image, ...spec, arguments: [], attempts: 1, ...(passesToken && { secrets }) };
}

/** A job as it stands now. */
export function getJob(
  connection: HubConnection,
  { namespace, id }: JobReference,
  signal?: AbortSignal,
): Promise<HubResult<Job>> {
  return attempt(async () => {
    const job = await viaLibrary(connection, { namespace, job: id }, signal, (common) =>
      libraryGetJob({ ...(common as Common), namespace, jobId: id }),
    );
    return readJob(connection, job);
  });
}

/** The jobs of an account with all of these labels, newest first. */
export function listJobs(
  connection: HubConnection,
  namespace: string,
  labels: Readonly<Record<string, string>> = {},
  signal?: AbortSignal,
): Promise<HubResult<readonly Job[]>> {
  return attempt(() => jobsLabelled(connection, namespace, labels, signal));
}

/** Ends a job; what it has cost so far is paid. One that is over stays as it is. */
export function cancelJob(
  connection: HubConnection,
  { namespace, id }: JobReference,
  signal?: AbortSignal,
): Promise<HubResult<Job>> {
  return attempt(async () => {
    const job = await viaLibrary(connection, { namespace, job: id }, signal, (common) =>
      libraryCancelJob({ ...(common as Common), namespace, jobId: id }),
    );
    return readJob(connection, job);
  });
}

/** The path of an account's jobs, or of one of them. */
export function jobsPath({ namespace, id }: { readonly namespace: string; readonly id?: string }): string {
  return ['/api/jobs', namespace, ...(id === undefined ? [] : [id])].map(encodeURI).join('/');
}

/** The library's `listJobs` cannot ask for labels. */
async function jobsLabelled(
  connection: HubConnection,
  namespace: string,
  labels: Readonly<Record<string, string>>,
  signal: AbortSignal | undefined,
): Promise<readonly Job[]> {
  const wanted = Object.entries(labels);
  const query = new URLSearchParams(wanted.map(([name, value]): [string, string] => ['label', `${name}=${value}`]));
  const found: JsonObject[] = [];
  let path: string | null = `${jobsPath({ namespace })}${wanted.length === 0 ? '' : `?${query.toString()}`}`;
  for (let pages = 0; path !== null && pages < MOST_PAGES; pages++) {
    const answer: WireAnswer = await connection.send({ path, subject: { namespace }, signal });
    found.push(...new AnswerReader(connection).objects(jsonOf(answer), 'the jobs'));
    path = nextPage(answer, connection);
  }
  return found
    .map((job) => readJob(connection, job))
    .filter((job) => wanted.every(([name, value]) => job.labels[name] === value))
    .sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime());
}

/** The page that a `Link` header leads to; null for none, and for one that is not on the same Hub. */
function nextPage({ headers }: WireAnswer, { hubUrl }: HubConnection): string | null {
  const next = /<([^>]+)>\s*;\s*rel="?next"?/.exec(headers.get('link') ?? '')?.[1];
  if (next === undefined) return null;
  const url = new URL(next, hubUrl);
  return url.origin === new URL(hubUrl).origin ? url.href : null;
}
