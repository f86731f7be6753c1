/** A function that ajv writes from a schema: false where data breaks it, with the errors of the last call on itself. */
export interface Validator {
  (data: unknown): boolean;
  readonly errors?: readonly ValidatorError[] | null;
}

/** An error as ajv has it: a JSON pointer to the value, the keyword that it breaks, and what that keyword wanted. */
export interface ValidatorError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

// Both are written at build time, by scripts/build/validators.mjs, from the schemas in media/schemas.
export const modelCard: Validator;
export const evalResults: Validator;
