/** A file of a model repository on the Hub, at a branch, a tag, a commit or a pull request (`refs/pr/7`). */
export interface HubReference {
  /** `org/name`, or just `name` for the oldest models. */
  readonly model: string;
  readonly revision: string;
  readonly path: string;
}

/** Why a text names no model of the Hub, in one sentence. */
export interface ReferenceProblem {
  readonly kind: 'problem';
  readonly message: string;
}

/** What a text names. */
export type ParsedReference = { readonly kind: 'reference'; readonly reference: HubReference } | ReferenceProblem;

const MODEL = /^[\w.-]+(?:\/[\w.-]+)?$/;

/** First parts of the Hub's own pages, which no user or organisation can be called. */
const NO_OWNERS = 'datasets|spaces|buckets|kernels|collections|papers|docs|blog|api|settings|organizations|tasks|posts';

/** In an address a revision is one segment; git allows no `:` in a name, so that stands for its slashes. */
const SLASH = ':';

/** The revisions that keep their slashes wherever the Hub's own tools write them. */
const SPECIAL = /^refs\/(?:pr\/\d+|convert\/[\w-]+)(?=\/|$)/;

/**
 * Reads `org/name`, `org/name@revision`, an `hf://` address, or the address of a page of the Hub, such as a model, a
 * file of it, a commit or a pull request. `hubUrl` names the Hub whose pages count, beside huggingface.co.
 */
export function parseReference(text: string, hubUrl = 'https://huggingface.co'): ParsedReference {
  const typed = text.trim();
  if (/^hf:\/\//i.test(typed)) return parseTypedAddress(typed.slice('hf://'.length));
  if (/^https?:\/\//i.test(typed)) return parsePage(typed, hubUrl);
  const at = typed.indexOf('@');
  const model = at < 0 ? typed : typed.slice(0, at);
  return reference(model, at < 0 ? 'main' : typed.slice(at + 1));
}

/** `org/name`, with `@revision` unless that is `main`: what `parseReference` reads. */
export function formatReference({ model, revision }: Pick<HubReference, 'model' | 'revision'>): string {
  return revision === 'main' ? model : `${model}@${revision}`;
}

/** What stands behind `hf://` for a file: `models/org/name@refs:pr:7/README.md`, not yet escaped for a URI. */
export function formatAddress({ model, revision, path }: HubReference): string {
  return `models/${model}@${revision.replaceAll('/', SLASH)}/${path}`;
}

/** Reads what `formatAddress` writes; without a revision `main` is meant. */
export function parseAddress(address: string): ParsedReference {
  const path = address.replace(/^\/?(?:models\/)?/, '');
  const named = /^([^/@]+(?:\/[^/@]+)?)@([^/]*)\/?(.*)$/s.exec(path);
  if (named !== null) return reference(named[1] ?? '', (named[2] ?? '').replaceAll(SLASH, '/'), named[3]);
  const [owner = '', name = '', ...file] = path.split('/');
  return reference(name === '' ? owner : `${owner}/${name}`, 'main', file.join('/'));
}

/** Whether git takes a text for the name of a branch or a tag, a commit among them. */
export function isRevision(text: string): boolean {
  const forbidden = /[\x00-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|^@$|^\/|\/$|\.$|(?:^|\/)\.|\.lock(?:\/|$)/;
  return text !== '' && !text.startsWith('-') && !forbidden.test(text);
}

/** A person may paste a URI with its escapes, or an address of the Hub's Python tools with slashes in the revision. */
function parseTypedAddress(address: string): ParsedReference {
  const text = decoded(address.replace(/%2F/gi, SLASH));
  const [before, after] = [text.slice(0, text.indexOf('@') + 1), text.slice(text.indexOf('@') + 1)];
  return parseAddress(before + after.replace(SPECIAL, (revision) => revision.replaceAll('/', SLASH)));
}

function parsePage(url: string, hubUrl: string): ParsedReference {
  if (!URL.canParse(url)) return problem(`"${url}" is no complete address; copy it from the page of a model.`);
  const page = new URL(url);
  const base = new URL(hubUrl);
  if (![base.host, 'huggingface.co', 'hf.co'].includes(page.host.replace(/^www\./, ''))) {
    return problem(`${page.host} is not the Hub; give the address of a model on ${base.host}, or org/name.`);
  }
  const segments = page.pathname.split('/').filter((segment) => segment !== '');
  const at = segments.findIndex((segment) =>
    /^(?:tree|blob|raw|resolve|commit|commits|discussions|edit)$/.test(segment),
  );
  if (at < 0) return reference(segments.slice(0, 2).join('/'), 'main');
  const model = segments.slice(0, at).join('/');
  const rest = segments.slice(at + 1);
  if (segments[at] === 'discussions')
    return reference(model, /^\d+$/.test(rest[0] ?? '') ? `refs/pr/${rest[0]}` : 'main');
  const [revision, path] = splitRevision(rest.join('/'));
  return reference(model, decoded(revision) || 'main', segments[at] === 'tree' ? '' : decoded(path));
}

/** A revision is one segment, but for those that the Hub's tools write with their slashes. */
function splitRevision(text: string): readonly [revision: string, path: string] {
  const end = SPECIAL.exec(text)?.[0].length ?? (text.includes('/') ? text.indexOf('/') : text.length);
  return [text.slice(0, end), text.slice(end + 1)];
}

function reference(model: string, revision: string, path = ''): ParsedReference {
  if (new RegExp(`^(?:${NO_OWNERS})(?:/|$)`).test(model)) {
    return problem(`"${model}" is no model; cards are edited for models only, as in org/name.`);
  }
  if (!MODEL.test(model) || model.split('/').some((part) => /^\.+$/.test(part))) {
    return problem(`"${model}" is no model of the Hub; type org/name, or paste the address of its page.`);
  }
  if (!isRevision(revision)) {
    return problem(`"${revision}" is no revision; type a branch, a tag, a commit, or refs/pr/7 for pull request 7.`);
  }
  return { kind: 'reference', reference: { model, revision, path: path === '' ? 'README.md' : path } };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function problem(message: string): ReferenceProblem {
  return { kind: 'problem', message };
}
