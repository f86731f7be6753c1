import { commonScale, isShare, onScale, type Scale, scaleOf } from './scale';
import type { ResultDraft } from './types';

/**
 * Puts beside each share its value on the scale of the card's results, where the shares are all on the other one. The
 * value itself stays as it was measured: a person decides.
 */
export function besideCardScale<Draft extends ResultDraft>(
  drafts: readonly Draft[],
  scale: Scale | null,
): readonly Draft[] {
  const own = commonScale(drafts.filter(isPlainShare).map(({ value }) => Number(value)));
  if (scale === null || own === null || own === scale) return drafts;
  return drafts.map((draft) => {
    const converted = isPlainShare(draft) ? convert(draft, scale) : null;
    return converted ? { ...draft, converted } : draft;
  });
}

/** A draft with its value on the scale of the card's results, where it has one. */
export function onCardScale({ converted, ...draft }: ResultDraft): ResultDraft {
  return converted ? { ...draft, value: converted.value, uncertainty: converted.uncertainty } : draft;
}

/** A share that says no unit, which would hold for one scale only. */
function isPlainShare({ metricType, unit }: ResultDraft): boolean {
  return unit === '' && isShare(metricType);
}

function convert({ value, uncertainty }: ResultDraft, scale: Scale): ResultDraft['converted'] | null {
  const moved = onScale(value, scale);
  if (moved === null || Number(moved) === Number(value) || (scaleOf(Number(moved)) ?? scale) !== scale) return null;
  const [theirs, own] = scale === 'percent' ? ['percentages', 'a fraction'] : ['fractions', 'a percentage'];
  return {
    value: moved,
    uncertainty: uncertainty === '' ? '' : (onScale(uncertainty, scale) ?? ''),
    note: `The card's results are ${theirs} and this is ${own}: on their scale it is ${moved}.`,
  };
}
