import { attempt, HubError } from './attempt';
import type { HubConnection } from './connection';
import type { HubResult } from './failure';

/** Whether the connection's account may read a model's files, or change them without a pull request. */
export function mayAccess(
  connection: HubConnection,
  model: string,
  access: 'read' | 'write',
  signal?: AbortSignal,
): Promise<HubResult<boolean>> {
  return attempt(async () => {
    const path = `/api/models/${model}/auth-check${access === 'write' ? '/write' : ''}`;
    try {
      await connection.send({ path, subject: { model }, answer: 'status', signal });
      return true;
    } catch (error) {
      const no = access === 'write' ? ['forbidden', 'not-signed-in', 'gated'] : ['forbidden', 'gated'];
      if (error instanceof HubError && no.includes(error.failure.kind)) return false;
      throw error;
    }
  });
}
