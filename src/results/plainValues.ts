/** A map of plain values, of which nobody has looked at any yet. */
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
