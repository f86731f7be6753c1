import { readFileSync } from 'node:fs';
import { Exit, failure, type Failure } from './exit';

/** A card's text exactly as its bytes say, a BOM included. */
export interface CardText {
  readonly kind: 'card';
  readonly text: string;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder; name the file in it',
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
  ERR_STRING_TOO_LONG: 'it is too large',
};

/** Reads a card, or says in one sentence why it cannot be read. Nothing is ever replaced: invalid UTF-8 is refused. */
export function readCard(file: string): CardText | Failure {
  try {
    return decodeCard(file, readFileSync(file));
  } catch (error) {
    return readFailure(file, error);
  }
}

/** Why a file cannot be read, from the error of the try. */
export function readFailure(file: string, error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return unreadable(file, REASONS[code] ?? (error instanceof Error ? error.message : String(error)));
}

/** The text of a card's bytes; the message of a refusal names the line of the first wrong byte. */
export function decodeCard(file: string, bytes: Buffer): CardText | Failure {
  const text = bytes.toString('utf8');
  const wrong = firstDifference(bytes, Buffer.from(text));
  if (wrong === null) return { kind: 'card', text };
  const line = bytes.subarray(0, wrong).reduce((lines, byte) => lines + (byte === 10 ? 1 : 0), 1);
  return unreadable(file, `it is not valid UTF-8 (line ${String(line)}); save it as UTF-8 first`);
}

/** Decoding replaces what is invalid, so encoding again differs from there on. */
function firstDifference(bytes: Buffer, again: Buffer): number | null {
  if (bytes.equals(again)) return null;
  const index = bytes.findIndex((byte, at) => byte !== again[at]);
  return index < 0 ? bytes.length : index;
}

function unreadable(file: string, reason: string): Failure {
  return failure(Exit.unreadable, `${file} cannot be read: ${reason}.`);
}
