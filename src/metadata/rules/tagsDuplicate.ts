import { Link } from '../documentation';
import type { Path } from '../path';
import type { Rule } from '../rule';
import { textsUnder } from '../values';
import type { MetadataView } from '../views';
import { remove } from '../yamlEdits';

/** A tag that stands in the list already. */
export const tagsDuplicate: Rule<MetadataView, Path> = {
  code: 'tags.duplicate',
  severity: 'hint',
  link: Link.metadata,

  *find(view) {
    const seen = new Set<string>();
    for (const { path, text } of textsUnder(view.data, 'tags')) {
      if (seen.has(text)) {
        const message = `The tag "${text}" stands in the list already: remove one of the two.`;
        yield { range: view.valueRange(path), message, data: path };
      }
      seen.add(text);
    }
  },

  fixes({ data: path }, view) {
    const edits = remove(view, path);
    return edits.length === 0 ? [] : [{ title: 'Remove the repeated tag', edits, safe: true }];
  },
};
