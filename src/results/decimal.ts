import { yamlNumber } from './measuredValue';

/** The digits of a number with the point moved to the right by `places` (to the left if negative): exact, unlike a product. */
export function movePoint(digits: string, places: number): string | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(yamlNumber(digits) ?? '');
  if (!match) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  const all = whole + fraction;
  const point = whole.length + places;
  const padded = point < 0 ? '0'.repeat(-point) + all : all.padEnd(point, '0');
  const at = Math.max(0, point);
  const moved = `${padded.slice(0, at).replace(/^0+(?=\d)/, '') || '0'}.${padded.slice(at)}`;
  return sign + moved.replace(/\.$/, '');
}
