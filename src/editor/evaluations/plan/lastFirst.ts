import type { Option } from '../../asker';

/** Puts what was chosen the last time first, and says that it was. */
export function lastFirst<Value>(
  options: readonly Option<Value>[],
  isLast: (value: Value) => boolean,
): readonly Option<Value>[] {
  const last = options.find(({ value }) => isLast(value));
  if (last === undefined) return options;
  const description = joined(last.description, 'as last time');
  return [{ ...last, description }, ...options.filter((option) => option !== last)];
}

/** The parts of a description that there are. */
export function joined(...parts: readonly (string | undefined | null)[]): string {
  return parts.filter((part) => part !== undefined && part !== null && part !== '').join(' · ');
}
