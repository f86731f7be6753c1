/** A field of a tool's input, as JSON Schema. */
export interface InputField {
  readonly type: 'string' | 'integer' | 'boolean';
  readonly description: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
}

/** The input of a tool as JSON Schema; package.json says the same for the editor. */
export interface InputSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, InputField>>;
  readonly required: readonly string[];
  readonly additionalProperties: false;
}

/** A schema of these fields. */
export function inputSchema(
  properties: Readonly<Record<string, InputField>>,
  required: readonly string[],
): InputSchema {
  return { type: 'object', properties, required, additionalProperties: false };
}

/** Checks what a model handed over; a mistake is told so that it can call again. */
export function readInput<Input>(
  { properties, required }: InputSchema,
  input: unknown,
): { readonly kind: 'input'; readonly value: Input } | { readonly kind: 'problem'; readonly message: string } {
  if (typeof input !== 'object' || input === null) return wrong('The input must be an object.');
  const entries = Object.entries(input);
  for (const name of required) {
    if (!entries.some(([key]) => key === name)) return wrong(`"${name}" is missing.`);
  }
  for (const [name, value] of entries) {
    const field = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (!field) return wrong(`There is no "${name}"; there are ${Object.keys(properties).join(', ')}.`);
    const mistake = mistakeIn(field, value);
    if (mistake !== null) return wrong(`"${name}" must be ${mistake}.`);
  }
  return { kind: 'input', value: input as Input };
}

function mistakeIn({ type, enum: values, minimum = -Infinity }: InputField, value: unknown): string | null {
  if (values && !values.some((one) => one === value)) return `one of ${values.join(', ')}`;
  if (type === 'integer')
    return Number.isSafeInteger(value) && Number(value) >= minimum ? null : `a whole number from ${minimum} on`;
  return typeof value === type ? null : `a ${type}`;
}

function wrong(message: string) {
  return { kind: 'problem' as const, message };
}
