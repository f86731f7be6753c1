/**
 * The whole seconds that a 429 asks to wait: its `Retry-After`, or the rest of a window that is used up, as in
 * `RateLimit: "api";r=0;t=55`. Null where it does not say. https://huggingface.co/docs/hub/rate-limits
 */
export function secondsToWait(headers: Headers, now: number): number | null {
  const after = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(after)) return Number(after);
  const until = Date.parse(after);
  if (!Number.isNaN(until)) return Math.max(0, Math.ceil((until - now) / 1000));
  const window = rateLimitWindow(headers);
  return window?.left === 0 ? window.seconds : null;
}

/** How many requests are left in the window of an answer, and the whole seconds until there are all of them again. */
export function rateLimitWindow(headers: Headers): { readonly left: number; readonly seconds: number } | null {
  const window = /;\s*r\s*=\s*(\d+)\s*;\s*t\s*=\s*(\d+)/.exec(headers.get('ratelimit') ?? '');
  return window === null ? null : { left: Number(window[1]), seconds: Number(window[2]) + 1 };
}
