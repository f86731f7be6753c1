import { HubError } from './attempt';
import type { HubConnection } from './connection';
import { hubFailure, type Subject } from './failure';

/**
 * Calls a function of `@huggingface/hub` with a `fetch` that keeps to our rules. It gets no token: the connection adds
 * that. Any error of its own means that it did not understand the answer.
 */
export async function viaLibrary<T>(
  connection: HubConnection,
  subject: Subject,
  signal: AbortSignal | undefined,
  call: (common: { readonly hubUrl: string; readonly fetch: typeof fetch }) => Promise<T>,
): Promise<T> {
  try {
    return await call({ hubUrl: connection.hubUrl, fetch: connection.fetchFor(subject, signal) });
  } catch (error) {
    if (error instanceof HubError) throw error;
    const problem = error instanceof Error ? error.message : String(error);
    const { host } = new URL(connection.hubUrl);
    throw new HubError(hubFailure({ kind: 'unreadable-answer', host, problem }), true);
  }
}

/** The first items of a list that the library reads page by page. */
export async function take<T>(items: AsyncIterable<T>, most = Infinity): Promise<readonly T[]> {
  const taken: T[] = [];
  for await (const item of items) {
    taken.push(item);
    if (taken.length >= most) break;
  }
  return taken;
}
