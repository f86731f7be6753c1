/** Tells whether a value, which may be anything, is of a type. */
export type Guard<T> = (value: unknown) => value is T;
type Guarded<G> = G extends Guard<infer T> ? T : never;
type Shape = Readonly<Record<string, Guard<unknown>>>;
type Of<S extends Shape> = { readonly [K in keyof S]: Guarded<S[K]> };

/** Any text. */
export const text: Guard<string> = (value) => typeof value === 'string';
/** Any number. */
export const number: Guard<number> = (value) => typeof value === 'number';
/** True or false. */
export const flag: Guard<boolean> = (value) => typeof value === 'boolean';
/** Null, where something is not there. */
export const none: Guard<null> = (value) => value === null;

/** One of some texts. */
export function literal<const T extends string>(...allowed: readonly T[]): Guard<T> {
  return (value): value is T => allowed.some((one) => one === value);
}

/** A list of such items. */
export function list<T>(item: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(item);
}

/** An object with any keys, and such values. */
export function map<T>(item: Guard<T>): Guard<Readonly<Record<string, T>>> {
  return (value): value is Readonly<Record<string, T>> => isRecord(value) && Object.values(value).every(item);
}

/** One type or the other. */
export function either<A, B>(a: Guard<A>, b: Guard<B>): Guard<A | B> {
  return (value): value is A | B => a(value) || b(value);
}

/** An object with all of `required`, and whatever it has of `optional`. */
export function shape<R extends Shape, O extends Shape = Record<never, never>>(
  required: R,
  optional?: O,
): Guard<Of<R> & Partial<Of<O>>> {
  const must = Object.entries(required);
  const may = Object.entries(optional ?? {});
  return (value): value is Of<R> & Partial<Of<O>> =>
    isRecord(value) &&
    must.every(([key, guard]) => guard(value[key])) &&
    may.every(([key, guard]) => !(key in value) || guard(value[key]));
}

/** One of several shapes, told apart by the text in `key`. */
export function tagged<T>(key: string, guards: Readonly<Record<string, Guard<unknown>>>): Guard<T> {
  return (value): value is T => {
    const tag = isRecord(value) ? value[key] : undefined;
    return typeof tag === 'string' && Object.hasOwn(guards, tag) && guards[tag]?.(value) === true;
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
