import { Link } from '../documentation';
import { type Path, pathText } from '../path';
import type { Rule } from '../rule';
import type { MetadataView } from '../views';
import { remove } from '../yamlEdits';

/** `verified` without the Hub's own token: only the Hub can say so. */
export const verifiedByHand: Rule<MetadataView, Path> = {
  code: 'model-index.verified',
  severity: 'information',
  link: Link.specification,

  *find(view) {
    for (const { path, metric } of view.results.flatMap(({ metrics }) => metrics)) {
      if (metric['verified'] !== true || metric['verifyToken'] !== undefined) continue;
      const at = [...path, 'verified'];
      const message = `"${pathText(at)}" is set by the Hub alone, and nobody sees what is written here: remove it.`;
      yield { range: view.keyRange(at), message, data: at };
    }
  },

  fixes({ data }, view) {
    const edits = remove(view, data);
    return edits.length === 0 ? [] : [{ title: 'Remove it', edits, safe: false }];
  },
};
