import { existsSync } from 'node:fs';
import { readsLikeHubCard } from '../card/hubCardName';
import type { HubReference } from '../hub';
import { Exit, failure, type Failure } from './exit';
import { loadHub } from './hub';

/** Where a card lies: here, or on the Hub. */
export type CardSource =
  { readonly kind: 'file'; readonly file: string } | { readonly kind: 'hub'; readonly reference: HubReference };

/** Reads `FILE | org/name[@revision]`: a path that exists is a file, whatever it looks like. */
export function cardSource(argument: string): CardSource | Failure {
  if (existsSync(argument) || !readsLikeHubCard(argument)) return { kind: 'file', file: argument };
  const { hubUrlOf, parseReference } = loadHub();
  const parsed = parseReference(argument, hubUrlOf(process.env) ?? undefined);
  return parsed.kind === 'problem'
    ? failure(Exit.unreadable, parsed.message)
    : { kind: 'hub', reference: parsed.reference };
}
