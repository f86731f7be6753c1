import { HubError } from './attempt';
import type { HubConnection } from './connection';
import { hubFailure } from './failure';

/** A JSON object whose fields nobody has looked at yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Reads the fields of an answer; one that does not hold what the Hub promises is a failure, not a crash later on. */
export class AnswerReader {
  readonly #host: string;

  constructor(connection: HubConnection) {
    this.#host = new URL(connection.hubUrl).host;
  }

  object(value: unknown, name: string): JsonObject {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
    throw this.#missing(name);
  }

  list(value: unknown, name: string): readonly unknown[] {
    if (Array.isArray(value)) return value as readonly unknown[];
    throw this.#missing(name);
  }

  objects(value: unknown, name: string): readonly JsonObject[] {
    return this.list(value, name).map((item) => this.object(item, name));
  }

  text(value: unknown, name: string): string {
    if (typeof value === 'string') return value;
    throw this.#missing(name);
  }

  number(value: unknown, name: string): number {
    if (typeof value === 'number') return value;
    throw this.#missing(name);
  }

  date(value: unknown, name: string): Date {
    const date = new Date(this.text(value, name));
    if (!Number.isNaN(date.getTime())) return date;
    throw this.#missing(name);
  }

  #missing(name: string): HubError {
    const problem = `its answer lacks ${name}`;
    return new HubError(hubFailure({ kind: 'unreadable-answer', host: this.#host, problem }), true);
  }
}

/** A text, or undefined for anything else. */
export function optionalText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
