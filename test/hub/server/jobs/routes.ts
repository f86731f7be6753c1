import { signedIn } from '../access';
import { bodyOf, type EventSource, type HubRequest, refuse, type Reply, reply } from '../exchange';
import { pageLink } from '../paging';
import type { Route } from '../router';
import type { HubState, Token } from '../state';
import type { Job, JobSpec } from './job';

const NAMESPACE = '([\\w.-]+)';
const JOB = `/api/jobs/${NAMESPACE}/([0-9a-f]{24})`;

/** Hardware, and jobs: started, listed, looked at, read and cancelled. */
export function jobRoutes(state: HubState): readonly Route[] {
  const { jobs } = state;
  const jobOf = (request: HubRequest, right: Right, namespace: string, id: string): Job => {
    checkRight(state, request, namespace, right);
    const found = jobs.all.find((job) => job.id === id && job.owner === namespace);
    return found ?? refuse(404, 'Job not found');
  };
  return [
    { method: 'GET', path: /^\/api\/jobs\/hardware$/, answer: () => reply(jobs.hardware) },
    {
      method: 'POST',
      path: new RegExp(`^/api/jobs/${NAMESPACE}$`),
      answer: (request, namespace = '') => start(state, request, namespace),
    },
    {
      method: 'GET',
      path: new RegExp(`^/api/jobs/${NAMESPACE}$`),
      answer: (request, namespace = '') => list(state, request, namespace),
    },
    {
      method: 'GET',
      path: new RegExp(`^${JOB}$`),
      answer: (request, namespace = '', id = '') => reply(jobJson(jobOf(request, 'job.read', namespace, id))),
    },
    {
      method: 'GET',
      path: new RegExp(`^${JOB}/logs$`),
      answer: (request, namespace = '', id = '') => {
        const job = jobOf(request, 'job.read', namespace, id);
        return { status: 200, events: logOf(job, request.url.searchParams.get('tail'), jobs.keepAliveMs) };
      },
    },
    {
      method: 'POST',
      path: new RegExp(`^${JOB}/cancel$`),
      answer: (request, namespace = '', id = '') => {
        const job = jobOf(request, 'job.write', namespace, id);
        job.cancel();
        return reply(jobJson(job));
      },
    },
  ];
}

type Right = 'job.read' | 'job.write';

/** Ends where a token's account may not look at an account's jobs, or not start any for it. */
function checkRight(state: HubState, request: HubRequest, namespace: string, right: Right): Token {
  const token = signedIn(request);
  const organization = state.organizations.get(namespace);
  if (!state.users.has(namespace) && organization === undefined) refuse(404, 'Sorry, this account does not exist');
  const role = organization?.members[token.user];
  const member = token.user === namespace || (role !== undefined && (right === 'job.read' || role !== 'read'));
  const scopes = (token.fineGrained?.scoped ?? [])
    .filter(({ entity }) => entity.name === namespace)
    .flatMap(({ permissions }) => permissions);
  const allowed =
    token.role === 'write' ||
    (token.role === 'read' && right === 'job.read') ||
    scopes.includes(right) ||
    scopes.includes('job.write');
  if (!member || !allowed) refuse(403, `You need ${right} permissions on ${namespace} to do this`);
  return token;
}

function start(state: HubState, request: HubRequest, namespace: string): Reply {
  const { user } = checkRight(state, request, namespace, 'job.write');
  const { jobs } = state;
  const spec = specOf(bodyOf(request));
  if (!jobs.hardware.some(({ name }) => name === spec.flavor)) {
    refuse(400, `"flavor" must be one of [${jobs.hardware.map(({ name }) => name).join(', ')}]`);
  }
  if (jobs.withoutCredits.has(namespace)) {
    refuse(402, 'Pre-paid credit balance is insufficient - add more credits to your account to use Jobs.');
  }
  return reply(jobJson(jobs.start(state.newId(), namespace, user, spec)));
}

const DEFAULT_TIMEOUT_SECONDS = 30 * 60;

function specOf(body: Readonly<Record<string, unknown>>): JobSpec {
  const { dockerImage, command, flavor, timeoutSeconds } = body;
  if (typeof dockerImage !== 'string') refuse(400, '"dockerImage" is required');
  if (typeof flavor !== 'string') refuse(400, '"flavor" is required');
  const words = wordsOf(command);
  if (words.length === 0) refuse(400, '"command" must contain at least 1 items');
  const labels = textsOf(body['labels']);
  for (const [name, value] of Object.entries(labels)) {
    if (!/^[\w.-]{1,100}$/.test(name) || value.length > 100) refuse(400, `"labels.${name}" is not allowed`);
  }
  const environment = textsOf(body['environment']);
  for (const name of Object.keys(environment)) {
    if (!/^[a-zA-Z][_a-zA-Z0-9]+$/.test(name)) refuse(400, `"environment.${name}" is not allowed`);
  }
  return {
    dockerImage,
    command: words,
    arguments: wordsOf(body['arguments']),
    environment,
    secrets: textsOf(body['secrets']),
    flavor,
    timeoutSeconds: typeof timeoutSeconds === 'number' ? timeoutSeconds : DEFAULT_TIMEOUT_SECONDS,
    labels,
  };
}

function list(state: HubState, request: HubRequest, namespace: string): Reply {
  checkRight(state, request, namespace, 'job.read');
  const stages = request.url.searchParams.getAll('stage');
  const labels = request.url.searchParams.getAll('label');
  const found = state.jobs.all
    .filter(({ owner, stage }) => owner === namespace && (stages.length === 0 || stages.includes(stage)))
    .filter(({ spec }) => labels.every((label) => hasLabel(spec, label)));
  const start = Number(request.url.searchParams.get('cursor') ?? 0);
  const end = start + state.jobs.pageSize;
  const more = end < found.length ? pageLink(request, 'cursor', end) : {};
  return reply(found.slice(start, end).map(jobJson), 200, more);
}

function hasLabel({ labels }: JobSpec, label: string): boolean {
  const [name = '', ...value] = label.split('=');
  return labels[name] === value.join('=');
}

/** A job as answers show it: of its secrets the names alone. */
function jobJson(job: Job): object {
  const { id, spec, owner, initiator, stage, message, createdAt, startedAt, finishedAt } = job;
  const { secrets, ...shown } = spec;
  const person = (name: string): object => ({ id: `id-${name}`, name, type: name === initiator ? 'user' : 'org' });
  return {
    type: 'job',
    id,
    createdAt: createdAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
    ...shown,
    spaceId: null,
    volumes: [],
    secrets: Object.keys(secrets),
    status: { stage, message, failureCount: stage === 'ERROR' ? 1 : 0 },
    owner: person(owner),
    initiator: person(initiator),
  };
}

/** A log from its start, or its last entries, to the end of the job. */
function logOf(job: Job, tail: string | null, keepAliveMs: number): EventSource {
  return (write, end) => {
    let at = tail === null ? 0 : Math.max(0, job.log.length - Number(tail));
    const timer = setInterval(() => write(': keep-alive\n\n'), keepAliveMs);
    const stop = (): void => {
      clearInterval(timer);
      unwatch();
    };
    const send = (): void => {
      for (; at < job.log.length; at++) write(`data: ${JSON.stringify(job.log[at])}\n\n`);
      if (!job.isOver) return;
      stop();
      end();
    };
    const unwatch = job.watch(send);
    send();
    return stop;
  };
}

function wordsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];
}

function textsOf(value: unknown): Readonly<Record<string, string>> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(entries.map(([name, text]) => [name, String(text)]));
}
