import type { HubRequest } from './exchange';

/** The header that leads to the next page of a list. */
export function pageLink({ url }: HubRequest, parameter: string, value: number): Readonly<Record<string, string>> {
  const next = new URL(url);
  next.searchParams.set(parameter, String(value));
  return { Link: `<${next.href}>; rel="next"` };
}
