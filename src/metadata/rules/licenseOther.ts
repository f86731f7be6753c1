import { textScalar } from '../../results/modelIndex/scalar';
import { asMap } from '../../results/plainValues';
import { Link } from '../documentation';
import type { Rule } from '../rule';
import type { MetadataView } from '../views';
import { addKey } from '../yamlEdits';

/** What stands for a licence of one's own until its name and place are filled in. */
const PLACEHOLDERS = { license_name: 'my-license', license_link: 'LICENSE' } as const;

/** `license: other` that does not say which one. */
export const licenseOther: Rule<MetadataView, readonly (keyof typeof PLACEHOLDERS)[]> = {
  code: 'license.other',
  severity: 'warning',
  link: Link.licenses,

  *find(view) {
    const data = asMap(view.data);
    const license = data['license'];
    if (license !== 'other' && !(Array.isArray(license) && license.length === 1 && license[0] === 'other')) return;
    const missing = (['license_name', 'license_link'] as const).filter((key) => (data[key] ?? '') === '');
    if (missing.length === 0) return;
    const message = `license: other names no licence: add ${missing.join(' and ')}, so that people know which one it is.`;
    yield { range: view.valueRange(['license']), message, data: missing };
  },

  fixes({ data: missing }, view) {
    const absent = missing.filter((key) => !(key in asMap(view.data)));
    const edits = absent.flatMap((key) => addKey(view, [], key, textScalar(PLACEHOLDERS[key]), 'license'));
    return edits.length === 0 ? [] : [{ title: `Add ${absent.join(' and ')}`, edits, safe: false }];
  },
};
