const DOCS = 'https://huggingface.co/docs/hub';

/**
 * A schema with what a person reads of it: a sentence or two, and the page of the Hub's documentation.
 * @param {string} description
 * @param {string} page
 * @param {Record<string, unknown>} schema
 */
export function described(description, page, schema) {
  const link = `[Documentation](${DOCS}/${page})`;
  return { description, markdownDescription: `${description}\n\n${link}`, ...schema };
}

/** A reference to one of the schema's own definitions. */
export function ref(name) {
  return { $ref: `#/definitions/${name}` };
}

/** One value, or a list of them. */
export function oneOrMany(item) {
  return { anyOf: [item, listOf(item)] };
}

export function listOf(items) {
  return { type: 'array', items };
}

/** A map in which other keys may stand too, as the Hub takes them everywhere. */
export function map(properties, required = []) {
  return { type: 'object', properties, ...(required.length > 0 && { required }) };
}

export const text = { type: 'string' };
export const flag = { type: 'boolean' };
export const number = { type: 'number' };
