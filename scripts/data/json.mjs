const MOST_IN_A_LINE = 100;

/**
 * JSON as it is committed: an entry a line, so that a change of the data reads well in a diff, but flat lists in one line.
 * @param {unknown} value
 */
export function formatJson(value, indent = '') {
  const flat = JSON.stringify(value);
  if (typeof value !== 'object' || value === null || flat.length <= MOST_IN_A_LINE || isFlat(value)) return flat;
  const inner = `${indent}  `;
  const entries = Array.isArray(value)
    ? value.map((item) => formatJson(item, inner))
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${formatJson(item, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${inner}${entries.join(`,\n${inner}`)}\n${indent}${close}`;
}

function isFlat(value) {
  return Array.isArray(value) && value.every((item) => typeof item !== 'object');
}
