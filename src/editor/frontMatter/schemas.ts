import type { JSONSchema } from 'yaml-language-server/lib/esm/languageservice/jsonSchema';

/** A list of known values with the name of each. */
export interface ValueList {
  readonly names: ReadonlyMap<string, string>;
  /** No other values are allowed. */
  readonly isClosed: boolean;
}

/** The language server is given so many values of a list; of a longer one we offer what is near to the word ourselves. */
export const MOST_LISTED = 300;

/** The lists of values that a schema defines, by the names of their definitions. */
export function valueLists({ definitions = {} }: JSONSchema): ReadonlyMap<string, ValueList> {
  const lists = new Map<string, ValueList>();
  for (const [name, definition] of Object.entries(definitions)) {
    for (const schema of [definition, ...(definition.anyOf ?? [])]) {
      if (typeof schema !== 'object' || schema.enum === undefined) continue;
      const names = schema.enum.map((value, index) => [String(value), schema.enumDescriptions?.[index] ?? ''] as const);
      lists.set(name, { names: new Map(names), isClosed: schema === definition });
    }
  }
  return lists;
}

/** The schema for completion: without its title, which would be offered, and with the first values of long lists. */
export function forCompletion({ title: _title, definitions = {}, ...schema }: JSONSchema): JSONSchema {
  const shorten = (list: JSONSchema) => (list.enum ? { ...list, enum: list.enum.slice(0, MOST_LISTED) } : list);
  return { ...schema, definitions: mapValues(definitions, shorten) };
}

/** The schema for explanations: without its title and the values of lists, and with the links to the documentation. */
export function forHover({ title: _title, definitions = {}, properties = {}, ...schema }: JSONSchema): JSONSchema {
  return {
    ...schema,
    properties: mapValues(properties as Readonly<Record<string, JSONSchema>>, (property) => ({
      ...property,
      // Of a choice of types the language server shows this one.
      description: property.markdownDescription ?? '',
    })),
    definitions: mapValues(definitions, () => ({ type: 'string' })),
  };
}

function mapValues<Value, Result>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
