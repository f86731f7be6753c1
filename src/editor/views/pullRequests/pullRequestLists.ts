import type { Discussion, DiscussionFilter, DiscussionPage, HubConnection, HubResult } from '../../../hub/index';
import { loadHub } from '../../hubClient';

/** Which pull requests of a model; drafts count as open, merged ones as closed. */
export type ListStatus = 'open' | 'closed';

/** Pull requests of a model as far as they were read, newest first. */
export interface PullRequestList {
  readonly pullRequests: readonly Discussion[];
  /** How many there are, read or not. */
  readonly count: number;
  /** How many pages were read, and whether there are more. */
  readonly pages: number;
  readonly hasMore: boolean;
  readonly etag?: string;
}

/** The lists of pull requests that were asked for; each page is read once, until a refresh finds another first page. */
export class PullRequestLists {
  readonly #connection: HubConnection;
  readonly #lists: Readonly<Record<ListStatus, Map<string, Promise<HubResult<PullRequestList>>>>> = {
    open: new Map(),
    closed: new Map(),
  };

  constructor(connection: HubConnection) {
    this.#connection = connection;
  }

  /** The list of a model; read from the Hub at the first call, and after one that failed. */
  async list(model: string, status: ListStatus): Promise<HubResult<PullRequestList>> {
    const lists = this.#lists[status];
    const list = lists.get(model) ?? this.#read(model, status, 1);
    lists.set(model, list);
    const result = await list;
    if (!result.ok && lists.get(model) === list) lists.delete(model);
    return result;
  }

  /** The list with one more page; what was read stays where that fails. */
  async more(model: string, status: ListStatus): Promise<HubResult<PullRequestList>> {
    const known = await this.list(model, status);
    if (!known.ok || !known.value.hasMore) return known;
    const page = await loadHub().listDiscussions(this.#connection, model, filterOf(status, known.value.pages));
    if (!page.ok) return page;
    const longer: HubResult<PullRequestList> = { ok: true, value: joined(known.value, page.value) };
    this.#lists[status].set(model, Promise.resolve(longer));
    return longer;
  }

  /** The models whose lists were read. */
  models(): readonly string[] {
    return [...this.#lists.open.keys()];
  }

  /**
   * Looks whether the open pull requests of a model have changed, by one request; only then are the pages that were read
   * before read again. Whatever closes, merges or reopens one changes this list, so the closed ones are not asked for.
   */
  async refresh(model: string): Promise<HubResult<'same' | 'changed'>> {
    const known = await this.#lists.open.get(model);
    if (known?.ok) {
      const first = await this.#firstPage(model, known.value.etag);
      if (!first.ok) return first;
      if (first.value === null || isSame(known.value, first.value)) return { ok: true, value: 'same' };
      const list = await this.#read(model, 'open', known.value.pages, joined(NOTHING, first.value));
      if (!list.ok) return list;
      this.#lists.open.set(model, Promise.resolve(list));
    } else {
      this.#lists.open.delete(model);
    }
    this.#lists.closed.delete(model);
    return { ok: true, value: 'changed' };
  }

  /** The first page of the open ones; null where it is still the one that `etag` names. */
  #firstPage(model: string, etag: string | undefined): Promise<HubResult<DiscussionPage | null>> {
    const { listDiscussions, listDiscussionsIfChanged } = loadHub();
    const filter = filterOf('open', 0);
    return etag === undefined
      ? listDiscussions(this.#connection, model, filter)
      : listDiscussionsIfChanged(this.#connection, model, filter, etag);
  }

  /** Reads so many pages, the first of which may be known. */
  async #read(model: string, status: ListStatus, pages: number, known = NOTHING): Promise<HubResult<PullRequestList>> {
    let list = known;
    while (list.hasMore && list.pages < pages) {
      const page = await loadHub().listDiscussions(this.#connection, model, filterOf(status, list.pages));
      if (!page.ok) return page;
      list = joined(list, page.value);
    }
    return { ok: true, value: list };
  }
}

const NOTHING: PullRequestList = { pullRequests: [], count: 0, pages: 0, hasMore: true };

/** One that is closed meanwhile moves the rest forward, so the same may come twice. */
function joined(list: PullRequestList, { discussions, count, next, etag }: DiscussionPage): PullRequestList {
  const numbers = new Set(list.pullRequests.map(({ number }) => number));
  const firstEtag = list.pages === 0 ? etag : list.etag;
  return {
    pullRequests: [...list.pullRequests, ...discussions.filter(({ number }) => !numbers.has(number))],
    count,
    pages: list.pages + 1,
    hasMore: next !== undefined,
    ...(firstEtag !== undefined && { etag: firstEtag }),
  };
}

/** A Hub that names its answers otherwise each time, or not at all, may still say the same. */
function isSame({ count, pullRequests }: PullRequestList, first: DiscussionPage): boolean {
  const known = pullRequests.slice(0, first.discussions.length);
  return count === first.count && JSON.stringify(known) === JSON.stringify(first.discussions);
}

function filterOf(status: ListStatus, page: number): DiscussionFilter {
  return { type: 'pull_request', status, page };
}
