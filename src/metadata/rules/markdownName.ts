import { asList, asMap } from '../../results/plainValues';
import { plainText } from '../../tables/plainText';
import { Link } from '../documentation';
import { type Path, pathText } from '../path';
import type { Rule } from '../rule';
import type { MetadataView } from '../views';
import { replaceText } from '../yamlEdits';

/** Emphasis, code, links and tags: what a name is written with in a table and not in metadata. */
const MARKDOWN = /(\*\*|__|~~)\S.*\1|`[^`]+`|\[[^\]]+\]\([^)]*\)|<\/?[a-z][^>]*>/i;

interface MarkedName {
  readonly path: Path;
  readonly plain: string;
}

/** A name with Markdown in it: the Hub shows its signs, and nothing matches it. */
export const markdownName: Rule<MetadataView, MarkedName> = {
  code: 'model-index.markdown',
  severity: 'warning',
  link: Link.modelIndex,

  *find(view) {
    for (const { path, name } of namesIn(view)) {
      if (typeof name !== 'string' || !MARKDOWN.test(name)) continue;
      const plain = plainText(name).trim();
      if (plain === name || plain === '') continue;
      const message = `"${pathText(path)}" holds Markdown, which is shown as it stands: write "${plain}".`;
      yield { range: view.valueRange(path), message, data: { path, plain } };
    }
  },

  fixes({ data: { path, plain } }, view) {
    return [{ title: `Change to "${plain}"`, edits: replaceText(view, path, plain), safe: true }];
  },
};

function* namesIn({ data, results }: MetadataView): Generator<{ readonly path: Path; readonly name: unknown }> {
  for (const [entry, item] of asList(asMap(data)['model-index']).entries()) {
    yield { path: ['model-index', entry, 'name'], name: asMap(item)['name'] };
  }
  for (const { path, task, dataset, source, metrics } of results) {
    for (const [key, map] of Object.entries({ task, dataset, source })) {
      yield { path: [...path, key, 'name'], name: map['name'] };
    }
    for (const { path: at, metric } of metrics) {
      yield { path: [...at, 'type'], name: metric['type'] };
      yield { path: [...at, 'name'], name: metric['name'] };
    }
  }
}
