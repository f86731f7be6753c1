import type { Account } from '../account';
import { lacks, type Permission } from '../permissions';

/** The accounts that may pay for a person's jobs: their own, and the organisations in which they may write. */
export function payers({ name, organizations }: Account): readonly string[] {
  const writable = organizations.filter(({ role }) => role !== 'read' && role !== 'no_access');
  return [name, ...writable.map((organization) => organization.name)];
}

/** Whether an account's token may run jobs that `namespace`, a user or an organisation, pays for. */
export function mayRunJobs(account: Account, namespace: string, hubUrl: string): Permission {
  const { role, name, scopes } = account;
  const may = payers(account);
  if (!may.includes(namespace)) {
    const message = `${name} may not run jobs that ${namespace} pays for; let ${may.join(' or ')} pay, or ask an admin of ${namespace}.`;
    return { kind: 'no', missing: `job rights in ${namespace}`, message, link: `${hubUrl}/${namespace}` };
  }
  if (role === 'oauth') return { kind: 'unknown' };
  const allowed = scopes.some(
    ({ entity, permissions }) =>
      ['user', 'org'].includes(entity.type) && entity.name === namespace && permissions.includes('job.write'),
  );
  if (role === 'write' || allowed) return { kind: 'yes' };
  return lacks(account, 'job.write', `run jobs of ${namespace}`, hubUrl);
}
