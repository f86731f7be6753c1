import { Link } from '../documentation';
import { type Path, pathText } from '../path';
import type { Rule } from '../rule';
import { textsUnder } from '../values';
import type { MetadataView } from '../views';
import { replaceText } from '../yamlEdits';

interface UnknownLanguage {
  readonly path: Path;
  readonly meant: string | undefined;
}

/** A language that is no ISO 639 code. */
export const languageCode: Rule<MetadataView, UnknownLanguage> = {
  code: 'language.code',
  severity: 'error',
  link: Link.metadata,

  *find(view) {
    for (const { path, text } of textsUnder(view.data, 'language')) {
      if (view.terms.isLanguage(text)) continue;
      const meant = meantBy(text, view);
      const such = meant === undefined ? '' : ` such as "${meant}"`;
      const advice = `give an ISO 639-1, 639-2 or 639-3 code${such}, and a BCP-47 identifier in language_bcp47`;
      const message = `"${pathText(path)}" with value "${text}" is not valid: ${advice}.`;
      yield { range: view.valueRange(path), message, data: { path, meant } };
    }
  },

  fixes({ data: { path, meant } }, view) {
    if (meant === undefined) return [];
    return [{ title: `Change to "${meant}"`, edits: replaceText(view, path, meant), safe: false }];
  },
};

/** The code that a BCP-47 identifier begins with, a code in capitals, or the code of a language's name. */
function meantBy(text: string, { terms }: MetadataView): string | undefined {
  const first = text.trim().toLowerCase().split(/[-_]/)[0] ?? '';
  return terms.isLanguage(first) ? first : terms.languageNamed(text);
}
