/** A repository of the Hub, as a git remote or an address names it. */
export interface HubRepository {
  readonly kind: 'model' | 'dataset' | 'space';
  /** `org/name`, or just `name` for the oldest models. */
  readonly id: string;
}

/** What a remote may name: web and ssh addresses with user, password and port, and git's short `git@host:path`. */
const REMOTE =
  /^(?:(?:https?|ssh|git):\/\/)?(?:[^@/\s]*@)?(?:huggingface\.co|hf\.co)(?::\d+)?[/:](?:(datasets|spaces)\/)?([\w.-]+(?:\/[\w.-]+)?)\/?$/i;

/** The Hub repository that the address of a git remote names, or null where it lies elsewhere. */
export function hubRepository(remoteUrl: string): HubRepository | null {
  const match = REMOTE.exec(remoteUrl.trim());
  if (match?.[2] === undefined) return null;
  const folder = match[1]?.toLowerCase();
  return {
    kind: folder === 'datasets' ? 'dataset' : folder === 'spaces' ? 'space' : 'model',
    id: match[2].replace(/\.git$/, ''),
  };
}

/** The addresses of the remotes in the text of a `.git/config`, `origin` first. */
function remoteUrls(gitConfig: string): readonly string[] {
  const urls: { readonly remote: string; readonly url: string }[] = [];
  let remote: string | null = null;
  for (const line of gitConfig.split(/\r?\n/)) {
    if (/^\s*\[/.test(line)) remote = /^\s*\[remote "([^"]*)"\]/.exec(line)?.[1] ?? null;
    const url = /^\s*url\s*=\s*"?([^"\s]+)/i.exec(line)?.[1];
    if (remote !== null && url !== undefined) urls.push({ remote, url });
  }
  const first = urls.filter(({ remote }) => remote === 'origin');
  const others = urls.filter(({ remote }) => remote !== 'origin');
  return [...first, ...others].map(({ url }) => url);
}

/** The Hub repository that the remotes in the text of a `.git/config` name: `origin`'s, else the first there is. */
export function hubRepositoryOfConfig(gitConfig: string): HubRepository | null {
  for (const url of remoteUrls(gitConfig)) {
    const repository = hubRepository(url);
    if (repository !== null) return repository;
  }
  return null;
}
