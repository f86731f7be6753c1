import { AnswerReader, type JsonObject, optionalText } from '../json';
import type { HubConnection } from '../connection';

/** A job and the account that pays for it. */
export interface JobReference {
  /** The name of a user or an organisation. */
  readonly namespace: string;
  readonly id: string;
}

/** A job of the Hub as it stands. */
export interface Job extends JobReference {
  /** SCHEDULING, RUNNING, COMPLETED, CANCELED, ERROR or DELETED; the Hub may know others. */
  readonly stage: string;
  /** The Hub's words on the stage. */
  readonly message?: string;
  /** The name of the hardware. */
  readonly flavor: string;
  /** The Docker image; a job may run a Space instead. */
  readonly image?: string;
  readonly command: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly createdAt: Date;
  readonly startedAt?: Date;
  readonly finishedAt?: Date;
  /** Its page on the Hub. */
  readonly page: string;
}

const OVER = ['COMPLETED', 'CANCELED', 'ERROR', 'DELETED'];

/** Whether a job has ended, well or not. */
export function isOver({ stage }: Job): boolean {
  return OVER.includes(stage);
}

/** Reads a job from an answer; the library's types for it know other stages than the Hub does. */
export function readJob(connection: HubConnection, answer: unknown): Job {
  const read = new AnswerReader(connection);
  const job = read.object(answer, 'the job');
  const status = read.object(job['status'], 'the status');
  const namespace = read.text(read.object(job['owner'], 'the owner')['name'], 'the name of the owner');
  const id = read.text(job['id'], 'the id');
  const [message, image] = [optionalText(status['message']), optionalText(job['dockerImage'])];
  return {
    namespace,
    id,
    stage: read.text(status['stage'], 'the stage'),
    ...(message !== undefined && { message }),
    flavor: optionalText(job['flavor']) ?? 'unknown hardware',
    ...(image !== undefined && { image }),
    command: [job['command'] ?? [], job['arguments'] ?? []].flat().filter((word) => typeof word === 'string'),
    labels: labelsOf(read.object(job['labels'] ?? {}, 'the labels')),
    createdAt: read.date(job['createdAt'], 'the date'),
    ...dateOf('startedAt', job, read),
    ...dateOf('finishedAt', job, read),
    page: `${connection.hubUrl}/jobs/${namespace}/${id}`,
  };
}

function labelsOf(labels: JsonObject): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, String(value)]));
}

function dateOf<Name extends 'startedAt' | 'finishedAt'>(
  name: Name,
  job: JsonObject,
  read: AnswerReader,
): { readonly [one in Name]?: Date } {
  const value = job[name];
  return value === undefined || value === null
    ? {}
    : ({ [name]: read.date(value, 'a date') } as { [one in Name]: Date });
}
