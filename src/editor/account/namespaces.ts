import type { Account } from '../../hub/index';

/** The person, then the organisations whose models may be theirs to look after. */
export function namespacesOf({ name, organizations }: Account): readonly string[] {
  const own = organizations.filter(({ role }) => role === 'admin' || role === 'write' || role === 'contributor');
  return [name, ...own.map((one) => one.name)];
}
