const DAY = 24 * 60 * 60 * 1000;

const UNITS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, ms: number])[] = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['day', DAY],
  ['hour', DAY / 24],
  ['minute', DAY / 24 / 60],
];

const FORMAT = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** How long ago something was: `3 days ago`, `yesterday`, `just now`. */
export function age(date: Date, now: Date): string {
  const ms = now.getTime() - date.getTime();
  const [unit, length] = UNITS.find(([, length]) => ms >= length) ?? ['second', Infinity];
  return unit === 'second' ? 'just now' : FORMAT.format(-Math.floor(ms / length), unit);
}
