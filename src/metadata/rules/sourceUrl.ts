import { Link } from '../documentation';
import { type Path, pathText } from '../path';
import type { Rule } from '../rule';
import type { MetadataView } from '../views';
import { replaceText } from '../yamlEdits';

interface NoAddress {
  readonly path: Path;
  readonly address: string | undefined;
}

/** A source whose url is no web address. */
export const sourceUrl: Rule<MetadataView, NoAddress> = {
  code: 'model-index.source-url',
  severity: 'warning',
  link: Link.specification,

  *find(view) {
    for (const { path, source } of view.results) {
      const { url } = source;
      if (typeof url !== 'string' || isWebAddress(url)) continue;
      const at = [...path, 'source', 'url'];
      const address = /^[\w-]+(?:\.[\w-]+)+\/\S*$/.test(url) ? `https://${url}` : undefined;
      const message = `"${pathText(at)}" with value "${url}" is no web address: begin it with https://.`;
      yield { range: view.valueRange(at), message, data: { path: at, address } };
    }
  },

  fixes({ data: { path, address } }, view) {
    if (address === undefined) return [];
    return [{ title: `Change to "${address}"`, edits: replaceText(view, path, address), safe: false }];
  },
};

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
