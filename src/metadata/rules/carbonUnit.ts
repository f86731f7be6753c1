import { asMap } from '../../results/plainValues';
import { Link } from '../documentation';
import type { Path } from '../path';
import type { Rule } from '../rule';
import type { MetadataView } from '../views';
import { replaceValue } from '../yamlEdits';
import { movePoint } from '../../results/decimal';

/** Less than a laptop emits in a few minutes, and more than the largest trainings are estimated at. */
const [LEAST_GRAMS, MOST_GRAMS] = [1, 1e11];

interface OtherUnit {
  readonly path: Path;
  readonly grams: string | null;
}

/** Emissions that were hardly given in grams. */
export const carbonUnit: Rule<MetadataView, OtherUnit> = {
  code: 'co2.unit',
  severity: 'information',
  link: Link.carbon,

  *find(view) {
    const stated = asMap(view.data)['co2_eq_emissions'];
    const path = typeof stated === 'object' ? ['co2_eq_emissions', 'emissions'] : ['co2_eq_emissions'];
    const value = typeof stated === 'object' ? asMap(stated)['emissions'] : stated;
    if (typeof value !== 'number' || value <= 0 || (value >= LEAST_GRAMS && value <= MOST_GRAMS)) return;
    const source = view.sourceOf(path);
    const grams = value < LEAST_GRAMS ? movePoint(source, 3) : null;
    const advice = grams === null ? 'check the unit' : `if these are kilograms, write ${grams}`;
    const message = `co2_eq_emissions are in grams, and ${source} g is unlikely for a training: ${advice}.`;
    yield { range: view.valueRange(path), message, data: { path, grams } };
  },

  fixes({ data: { path, grams } }, view) {
    if (grams === null) return [];
    return [{ title: `Convert kilograms to grams (${grams})`, edits: replaceValue(view, path, grams), safe: false }];
  },
};
