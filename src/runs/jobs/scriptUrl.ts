/** The address that a job may fetch its script from, or what is wrong with it in words that follow the option's name. */
export function readScriptUrl(
  text: string,
): { readonly kind: 'url'; readonly url: string } | { readonly kind: 'problem'; readonly problem: string } {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== 'https:' || !url.pathname.endsWith('.py')) {
    return { kind: 'problem', problem: 'takes an https address that ends in .py' };
  }
  if (url.username !== '' || url.password !== '' || url.search !== '') {
    // What stands in a job's command everybody sees who may see the job.
    return { kind: 'problem', problem: 'takes an address that everybody may read, without a password or a query' };
  }
  return { kind: 'url', url: url.href };
}
