/** `# model-card-ignore: code, code` on a line of the YAML switches these rules off for the file. */
const COMMENT = /^[ \t]*#[ \t]*model-card-ignore:[ \t]*(.*)$/gm;

/** The codes that comments in a YAML text switch off. */
export function ignoredCodes(yaml: string): ReadonlySet<string> {
  return new Set([...yaml.matchAll(COMMENT)].flatMap(([, codes = '']) => codes.split(/[\s,]+/)));
}
