import { existsSync } from 'node:fs';
import type { HubReference } from '../hub';
import { Exit, failure, type Failure } from './exit';
import { loadHub } from './hub';

/** Where a card lies: here, or on the Hub. */
export type CardSource =
  { readonly kind: 'file'; readonly file: string } | { readonly kind: 'hub'; readonly reference: HubReference };

/** Addresses, and `org/name[@revision]` unless that is the name of a Markdown or YAML file. */
const ON_HUB = /^(?:(?:https?|hf):\/\/.*|(?!\.)[\w.-]+\/[\w.-]+(?<!\.(?:md|markdown|ya?ml))(?:@.*)?)$/i;

/** Reads `FILE | org/name[@revision]`: a path that exists is a file, whatever it looks like. */
export function cardSource(argument: string): CardSource | Failure {
  if (existsSync(argument) || !ON_HUB.test(argument)) return { kind: 'file', file: argument };
  const { hubUrlOf, parseReference } = loadHub();
  const parsed = parseReference(argument, hubUrlOf(process.env) ?? undefined);
  return parsed.kind === 'problem'
    ? failure(Exit.unreadable, parsed.message)
    : { kind: 'hub', reference: parsed.reference };
}
