import type { Path } from './path';

/** A map of plain values. */
export type PlainMap = Readonly<Record<string, unknown>>;

/** The value if it is a map, else an empty one. */
export function asMap(value: unknown): PlainMap {
  return isPlainMap(value) ? value : {};
}

/** Whether a value is a map, not a list. */
export function isPlainMap(value: unknown): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The items of a list, else nothing. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The texts under a key that takes one or a list of them, each with its path. */
export function* textsUnder(data: unknown, key: string): Generator<{ readonly path: Path; readonly text: string }> {
  const value = asMap(data)[key];
  if (typeof value === 'string') yield { path: [key], text: value };
  for (const [index, item] of asList(value).entries()) {
    if (typeof item === 'string') yield { path: [key, index], text: item };
  }
}
