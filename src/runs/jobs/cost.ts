import type { Hardware } from '../../hub';

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** The seconds of a time such as `90m` or `1.5h`; null for anything else, and for no time at all. */
export function secondsOf(time: string): number | null {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)\s*([smhd])$/.exec(time.trim()) ?? [];
  const seconds = Math.round(Number(amount ?? 0) * (SECONDS[unit] ?? 0));
  return seconds > 0 ? seconds : null;
}

/** What so many seconds on hardware cost, in dollars; a minute that has begun is paid. */
export function costOf({ pricePerMinute }: Hardware, seconds: number): number {
  return (Math.ceil(seconds / 60) * pricePerMinute) / 1e6;
}

/** An amount of dollars for a person. */
export function inDollars(amount: number): string {
  return amount < 0.01 ? 'less than $0.01' : `$${amount.toFixed(2)}`;
}
