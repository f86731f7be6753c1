const ANNOTATIONS = new Set([
  ...['$schema', '$comment', 'title', 'description', 'markdownDescription', 'definitions'],
  ...['defaultSnippets', 'enumDescriptions', 'patternErrorMessage', 'format'],
]);

/**
 * What a schema says of the structure of data alone. Texts for people and closed lists of thousands are left out, and a
 * choice of types is one schema, so that each mistake is one error.
 */
export function structureOf(schema) {
  // Which texts a definition allows is for rules to say: they know the typo behind a wrong one.
  if (schema.$ref !== undefined) return { type: 'string' };
  if (schema.anyOf !== undefined) return choice(schema.anyOf.map(structureOf));
  const { properties, items, additionalProperties, ...others } = schema;
  const inner = {
    ...(properties && keysByShape(properties)),
    ...(items && { items: structureOf(items) }),
    ...(additionalProperties && { additionalProperties: structureOf(additionalProperties) }),
  };
  return Object.fromEntries([
    ...Object.entries(others).filter(([keyword]) => !ANNOTATIONS.has(keyword)),
    ...Object.entries(inner).filter(([, value]) => Object.keys(value).length > 0),
  ]);
}

/** Keys of the same shape are looked at by the same code, which keeps it short; keys of any shape by none. */
function keysByShape(schemas) {
  const keys = new Map();
  for (const [key, schema] of Object.entries(schemas)) {
    const shape = JSON.stringify(structureOf(schema));
    if (shape !== '{}') keys.set(shape, [...(keys.get(shape) ?? []), key]);
  }
  const properties = {};
  const patternProperties = {};
  for (const [shape, names] of keys) {
    if (names.length === 1) properties[names[0]] = JSON.parse(shape);
    else patternProperties[`^(?:${names.join('|')})$`] = JSON.parse(shape);
  }
  return { properties, patternProperties };
}

/** Every keyword but `enum` looks at values of one type only, so alternatives of different types can stand side by side. */
function choice(alternatives) {
  const types = alternatives.map(({ type }) => type);
  if (types.some((type) => typeof type !== 'string') || new Set(types).size < types.length) {
    throw new Error(`Give each alternative of an anyOf one type of its own, not ${JSON.stringify(types)}.`);
  }
  const keywords = {};
  const lists = [];
  for (const { type, enum: values, ...others } of alternatives) {
    Object.assign(keywords, others);
    if (values !== undefined) lists.push({ if: { type }, then: { enum: values } });
  }
  return { ...keywords, type: types, ...(lists.length > 0 && { allOf: lists }) };
}
