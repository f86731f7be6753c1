import type { Reply } from './exchange';

/** How many requests a bucket takes in one window. https://huggingface.co/docs/hub/rate-limits */
export interface RateLimits {
  api: number;
  resolvers: number;
  pages: number;
}

const WINDOW_SECONDS = 300;

/** Counts the requests of each account by bucket, in windows of five minutes. */
export class RateLimiter {
  readonly limits: RateLimits = { api: 1000, resolvers: 5000, pages: 200 };
  readonly #windows = new Map<string, { readonly until: number; used: number }>();

  /** The headers of the answer to one more request, and the refusal where it is one too many. */
  count(
    who: string,
    path: string,
    now: number,
  ): { readonly headers: Record<string, string>; readonly refusal: Reply | null } {
    const bucket = path.startsWith('/api/') ? 'api' : /\/(?:resolve|raw)\//.test(path) ? 'resolvers' : 'pages';
    const key = `${who} ${bucket}`;
    const known = this.#windows.get(key);
    const window = known !== undefined && known.until > now ? known : { until: now + WINDOW_SECONDS * 1000, used: 0 };
    this.#windows.set(key, window);
    const limit = this.limits[bucket];
    const refused = window.used >= limit;
    if (!refused) window.used++;
    const seconds = Math.ceil((window.until - now) / 1000);
    const headers = {
      RateLimit: `"${bucket}";r=${limit - window.used};t=${seconds}`,
      'RateLimit-Policy': `"fixed window";"${bucket}";q=${limit};w=${WINDOW_SECONDS}`,
    };
    const error = `We had to rate limit you, you hit the quota of ${limit} ${bucket} requests per 5 minutes period.`;
    return {
      headers,
      refusal: refused ? { status: 429, body: { error }, headers: { 'X-Error-Message': error } } : null,
    };
  }
}
