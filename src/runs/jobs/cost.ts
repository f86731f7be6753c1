import { duration } from '../../http/duration';
import type { Hardware } from '../../hub';
import { GIB } from '../memory';

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** The seconds of a time such as `90m` or `1.5h`; null for anything else, and for no time at all. */
export function secondsOf(time: string): number | null {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)\s*([smhd])$/.exec(time.trim()) ?? [];
  const seconds = Math.round(Number(amount ?? 0) * (SECONDS[unit] ?? 0));
  return Number.isSafeInteger(seconds) && seconds > 0 ? seconds : null;
}

/** Without a limit the Hub ends a job after 30 minutes, in which a large model has hardly been loaded. */
export const USUAL_TIMEOUT = '2h';

/** What so many seconds on hardware cost, in dollars; a minute that has begun is paid. */
export function costOf({ pricePerMinute }: Hardware, seconds: number): number {
  return (Math.ceil(seconds / 60) * pricePerMinute) / 1e6;
}

/** An amount of dollars for a person. */
export function inDollars(amount: number): string {
  return amount < 0.01 ? 'less than $0.01' : `$${amount.toFixed(2)}`;
}

/** What a job costs and who pays for it, in one sentence; `remark` is a clause on the hardware. */
export function costSentence(model: string, { hardware, timeoutSeconds, namespace, remark }: JobCost): string {
  const gpus = gpusOf(hardware);
  const what = `${hardware.flavor}${gpus === '' ? '' : ` (${gpus})`}${remark === undefined ? '' : `, ${remark}`}`;
  const most = inDollars(costOf(hardware, timeoutSeconds));
  const hourly = inDollars(costOf(hardware, 3600));
  return `${model} runs on ${what}: ${hourly} an hour, at most ${most} in ${duration(timeoutSeconds)}, paid by ${namespace}.`;
}

/** What the price of a job depends on. */
export interface JobCost {
  readonly hardware: Hardware;
  readonly timeoutSeconds: number;
  /** Who pays. */
  readonly namespace: string;
  readonly remark?: string | undefined;
}

/** The GPUs of hardware in words: `4 × A100, 80 GB each`. */
export function gpusOf({ accelerator }: Hardware): string {
  if (accelerator === null) return '';
  const { count, model, memory } = accelerator;
  const size = `${String(Math.round(memory / GIB))} GB`;
  return count === 1 ? `${model}, ${size}` : `${String(count)} × ${model}, ${size} each`;
}
