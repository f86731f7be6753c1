import { Link } from '../documentation';
import { type Path, pathText } from '../path';
import type { Rule } from '../rule';
import { textsUnder } from '../values';
import type { MetadataView } from '../views';
import { quote } from '../yamlEdits';

/** Words that readers of YAML 1.1, such as the Hub's Python client, take for true or false. */
const BOOLEAN_WORD = /^(?:yes|no|on|off)$/i;

/** `no`, which is Norwegian to the Hub and false to its Python client. */
export const booleanWord: Rule<MetadataView, Path> = {
  code: 'language.boolean',
  severity: 'warning',
  link: Link.metadata,

  *find(view) {
    for (const key of ['language', 'tags']) {
      for (const { path, text } of textsUnder(view.data, key)) {
        if (!BOOLEAN_WORD.test(text) || view.plainScalarAt(path) === undefined) continue;
        const read = /^(?:no|off)$/i.test(text) ? 'false' : 'true';
        const message = `"${pathText(path)}" without quotes is ${read} to the Hub's Python client: write "${text}" in quotes.`;
        yield { range: view.valueRange(path), message, data: path };
      }
    }
  },

  fixes({ data }, view) {
    return [{ title: 'Put it in quotes', edits: quote(view, data), safe: true }];
  },
};
