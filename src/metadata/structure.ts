import { evalResults, modelCard, type Validator } from './validators';

/** A place where metadata breaks its schema. */
export interface StructuralError {
  /** The keys and 0-based positions that lead to the value; for a missing key, to the map that lacks it. */
  readonly path: readonly (string | number)[];
  /** The keyword of JSON Schema that the value breaks: `type`, `required`, `enum` or `pattern`. */
  readonly keyword: string;
  /**
   * What was wanted: `type` is a name or a list of them, `missingProperty` a key, `allowedValues` a list, `pattern` a
   * regular expression.
   */
  readonly params: Readonly<Record<string, unknown>>;
}

const VALIDATORS: Readonly<Record<'model-card' | 'eval-results', Validator>> = {
  'model-card': modelCard,
  'eval-results': evalResults,
};

/** Every place where parsed metadata breaks its schema, in no certain order; one error for one mistake. */
export function structuralErrors(schema: 'model-card' | 'eval-results', data: unknown): readonly StructuralError[] {
  const validate = VALIDATORS[schema];
  if (validate(data)) return [];
  // `if` only repeats that its `then` has failed.
  const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if');
  return errors.map(({ instancePath, keyword, params }) => ({ path: pathTo(instancePath, data), keyword, params }));
}

/** A JSON pointer as keys and positions: only the data itself tells a position from a key of digits. */
function pathTo(pointer: string, data: unknown): readonly (string | number)[] {
  let value = data;
  return pointer
    .split('/')
    .slice(1)
    .map((escaped) => {
      const key = escaped.replaceAll('~1', '/').replaceAll('~0', '~');
      const step = Array.isArray(value) ? Number(key) : key;
      value = (value as Readonly<Record<string | number, unknown>>)[step];
      return step;
    });
}
