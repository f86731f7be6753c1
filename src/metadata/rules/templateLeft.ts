import { Link } from '../documentation';
import type { Rule } from '../rule';
import type { MetadataView } from '../views';

/** `{{ … }}` of a template that nobody filled in: YAML takes it for a map in a map. */
export const templateLeft: Rule<MetadataView, null> = {
  code: 'metadata.template',
  severity: 'error',
  link: Link.metadata,

  *find({ yaml: { source, offset } }) {
    for (const match of source.matchAll(/^[\s-]*[\w-]+:[ \t]+(\{\{.*\}\})[ \t]*(?:#.*)?$/gm)) {
      const start = offset + match.index + match[0].indexOf('{{');
      const message = 'A placeholder of the template is left here: write the value, or remove the key.';
      yield { range: { start, end: start + (match[1] ?? '').length }, message, data: null };
    }
  },
};
