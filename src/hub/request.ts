import type { RequestBody } from './exchange';
import type { Subject } from './failure';

/** A request to the Hub. */
export interface HubRequest {
  readonly method?: 'GET' | 'POST' | 'PUT';
  /** From the Hub's address on, or a whole address. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: RequestBody;
  readonly subject: Subject;
  readonly signal?: AbortSignal | undefined;
  /** What the answer holds: JSON unless told otherwise, a file, which may come from another host, or just a status. */
  readonly answer?: 'json' | 'file' | 'status';
  /** A status that is an answer here and no failure. */
  readonly alsoTakes?: number;
}

/** Whether a request may be sent twice: reading changes nothing, and a few of the Hub's questions go by POST. */
export function mayBeRepeated({ method = 'GET', path }: HubRequest): boolean {
  return method !== 'POST' || /\/api\/validate-yaml$|\/preupload\/|\/paths-info\//.test(path);
}
