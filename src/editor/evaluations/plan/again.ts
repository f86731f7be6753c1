import type { Asker } from '../../asker';

/** Says why a choice cannot be taken, and asks whether another is to be made. */
export function again(problem: string, asker: Asker): Promise<boolean> {
  return asker.confirm(problem, '', 'Choose Again');
}
