import type { HubReference } from '../hub';
import { cardSource } from './cardSource';
import { failure, type Failure } from './exit';
import { connectToHub, hubFailure, loadHub } from './hub';
import { type CardText, decodeCard, readCard } from './readCard';

/** A card's text, and where on the Hub it was read. */
export interface SourceText extends CardText {
  readonly hub?: HubCard;
}

/** A card on the Hub and the commit that it was read at. */
export interface HubCard extends HubReference {
  readonly commit: string;
}

/** Reads a card that an argument names, from here or from the Hub. */
export async function readSource(argument: string): Promise<SourceText | Failure> {
  const source = cardSource(argument);
  switch (source.kind) {
    case 'failure':
      return source;
    case 'file':
      return readCard(source.file);
    case 'hub':
      return readFromHub(argument, source.reference);
  }
}

async function readFromHub(argument: string, reference: HubReference): Promise<SourceText | Failure> {
  const connection = await connectToHub();
  if ('kind' in connection) return connection;
  const read = await loadHub().readFile(connection, reference);
  if (!read.ok) {
    const { status, message, details = [] } = hubFailure(read.failure);
    const here = `  ${argument} is no file here either.`;
    return failure(status, message, read.failure.kind === 'missing-repository' ? [...details, here] : details);
  }
  const { content, commit } = read.value;
  const card = decodeCard(argument, Buffer.from(content));
  return card.kind === 'failure' ? card : { ...card, hub: { ...reference, commit } };
}
