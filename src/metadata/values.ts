import { asList, asMap } from '../results/plainValues';
import type { Path } from './path';

/** The texts under a key that takes one or a list of them, each with its path. */
export function* textsUnder(data: unknown, key: string): Generator<{ readonly path: Path; readonly text: string }> {
  const value = asMap(data)[key];
  if (typeof value === 'string') yield { path: [key], text: value };
  for (const [index, item] of asList(value).entries()) {
    if (typeof item === 'string') yield { path: [key, index], text: item };
  }
}
