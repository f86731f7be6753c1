import { type HubRequest, refuse, Refusal, type Reply } from './exchange';
import type { HubState } from './state';

/** An endpoint: what its path matches goes to it as arguments, without escapes. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  readonly answer: (request: HubRequest, ...matched: readonly string[]) => Reply;
}

/** A model's id in a path. */
export const MODEL = '([\\w.-]+/[\\w.-]+)';

/** The answer of the endpoint that a request is for. */
export function route(routes: readonly Route[], state: HubState, request: HubRequest): Reply {
  const { pathname, search } = request.url;
  // A head is answered like a get whose body is left out.
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  try {
    for (const { path, answer, ...one } of routes) {
      const match = one.method === method ? path.exec(pathname) : null;
      if (match === null) continue;
      const moved = renamed(state, pathname, match[1] ?? '');
      if (moved !== null) return { status: 307, headers: { Location: moved + search } };
      const parts: readonly (string | undefined)[] = match.slice(1);
      return answer(request, ...parts.map((part) => decodeURIComponent(part ?? '')));
    }
    return refuse(404, 'Sorry, we could not find what you were looking for');
  } catch (error) {
    if (error instanceof Refusal) return error.reply;
    throw error;
  }
}

function renamed(state: HubState, pathname: string, id: string): string | null {
  const name = state.currentName(id);
  return name === undefined ? null : pathname.replace(id, name);
}
