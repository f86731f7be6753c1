import type { HubState } from './state';

/** Tokens of the accounts below. They open nothing but a Hub in memory. */
export const TOKENS = {
  /** Mona, who may write to everything of acme. */
  mona: 'hf_loopback_mona',
  /** The same, who may only read. */
  monaReads: 'hf_loopback_mona_reads',
  /** Otto, a stranger to acme. */
  otto: 'hf_loopback_otto',
  /** The same, whose token may open pull requests and comment, and nothing else. */
  ottoDiscusses: 'hf_loopback_otto_discusses',
  /** The same, whose token has run out. */
  ottoExpired: 'hf_loopback_otto_expired',
} as const;

/** Two people, an organisation and their tokens. */
export function addPeople(state: HubState): void {
  state.addUser('mona', 'Mona Lisa');
  state.addUser('otto', 'Otto Normal');
  state.addOrganization({ name: 'acme', fullName: 'Acme', members: { mona: 'admin' } });
  state.addToken({ secret: TOKENS.mona, user: 'mona', name: 'all', role: 'write' });
  state.addToken({ secret: TOKENS.monaReads, user: 'mona', name: 'reads', role: 'read' });
  state.addToken({ secret: TOKENS.otto, user: 'otto', name: 'all', role: 'write' });
  const fineGrained = { global: ['discussion.write'] };
  state.addToken({ secret: TOKENS.ottoDiscusses, user: 'otto', name: 'discusses', role: 'fineGrained', fineGrained });
  const expiresAt = new Date('2020-01-01');
  state.addToken({ secret: TOKENS.ottoExpired, user: 'otto', name: 'expired', role: 'write', expiresAt });
}
