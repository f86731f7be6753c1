import { nameKey } from '../../results/benchmarks';
import { asMap } from '../../results/plainValues';
import { Link } from '../documentation';
import { type Path, pathText } from '../path';
import type { Rule } from '../rule';
import { nearestTerm } from '../suggest';
import { textsUnder } from '../values';
import type { MetadataView } from '../views';
import { addKey, replaceText } from '../yamlEdits';
import { textScalar } from '../../results/modelIndex/scalar';

interface UnknownLicense {
  readonly path: Path;
  readonly text: string;
  readonly meant: string | undefined;
}

/** A licence that is not in the Hub's closed list. */
export const licenseUnknown: Rule<MetadataView, UnknownLicense> = {
  code: 'license.unknown',
  severity: 'error',
  link: Link.licenses,

  *find(view) {
    for (const { path, text } of textsUnder(view.data, 'license')) {
      if (view.terms.licenses.some(({ id }) => id === text)) continue;
      const meant = nearestTerm(text, view.terms.licenses, licenseKey);
      const advice =
        meant === undefined
          ? 'choose other, and name it in license_name and license_link.'
          : `did you mean "${meant}"?`;
      const message = `"${pathText(path)}" must be one of the Hub's licence ids, not "${text}": ${advice}`;
      yield { range: view.valueRange(path), message, data: { path, text, meant } };
    }
  },

  fixes({ data: { path, text, meant } }, view) {
    const change =
      meant === undefined
        ? []
        : [{ title: `Change to "${meant}"`, edits: replaceText(view, path, meant), safe: false }];
    if (path.length > 1 || asMap(view.data)['license_name'] !== undefined) return change;
    const edits = [
      ...replaceText(view, path, 'other'),
      ...addKey(view, [], 'license_name', textScalar(text), 'license'),
      ...('license_link' in asMap(view.data) ? [] : addKey(view, [], 'license_link', 'LICENSE', 'license')),
    ];
    return [...change, { title: 'Make it a licence of your own (license: other)', edits, safe: false }];
  },
};

/** `Apache License 2.0`, `apache-2.0`, `Apache v2` and `apache2` are one. */
function licenseKey(name: string): string {
  return nameKey(
    name
      .replace(/\b(?:the|licen[cs]e|version)\b/gi, '')
      .replace(/v(?=\d)/gi, '')
      .replace(/\.0\b/g, ''),
  );
}
