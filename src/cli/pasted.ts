import { readFileSync } from 'node:fs';
import type * as PastedTables from '../tables/pasted';
import { Exit, failure, type Failure } from './exit';
import { decodeCard, readFailure } from './readCard';

/** The readers of pasted tables, a bundle of its own beside this one. */
function loadPasted(): typeof PastedTables {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./pasted.js') as typeof PastedTables;
}

/** Reads the tables of a file, or of standard input (`-`), as Markdown. */
export function readPastedFile(path: string): (PastedTables.Pasted & { readonly kind: 'tables' }) | Failure {
  const name = path === '-' ? 'standard input' : path;
  let bytes: Buffer;
  try {
    bytes = readFileSync(path === '-' ? 0 : path);
  } catch (error) {
    return readFailure(name, error);
  }
  const decoded = decodeCard(name, bytes);
  if (decoded.kind === 'failure') return decoded;
  const pasted = loadPasted().readPasted(decoded.text);
  return pasted.kind === 'problem' ? failure(Exit.notOne, `${name}: ${pasted.message}`) : pasted;
}
