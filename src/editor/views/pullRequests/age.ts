const DAY = 24 * 60 * 60 * 1000;

const UNITS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, ms: number])[] = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['day', DAY],
  ['hour', DAY / 24],
  ['minute', DAY / 24 / 60],
];

/** Made at the first use, since that loads the data of a language. */
let format: Intl.RelativeTimeFormat | undefined;

/** How long ago something was: `3 days ago`, `yesterday`, `just now`. */
export function age(date: Date, now: Date): string {
  const ms = now.getTime() - date.getTime();
  const [unit, length] = UNITS.find(([, length]) => ms >= length) ?? ['second', Infinity];
  if (unit === 'second') return 'just now';
  format ??= new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  return format.format(-Math.floor(ms / length), unit);
}
