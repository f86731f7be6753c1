import type { DiscussionDetail, FileChange, HubConnection, HubResult } from '../../../hub/index';
import { loadCore } from '../../cardCore';
import { loadHub } from '../../hubClient';
import { type ResultChange, resultChanges } from '../../publish/resultChanges';

/** The path of a model's card. */
export const CARD = 'README.md';

/** A pull request as it was looked into. */
export interface PullRequestContent {
  readonly detail: DiscussionDetail;
  readonly files: readonly FileChange[];
}

/** A file before and after a pull request. */
export interface FileSides {
  readonly before: string;
  readonly after: string;
}

/** What pull requests hold, each read when it is first asked for. */
export class PullRequestContents {
  readonly #connection: HubConnection;
  readonly #contents = new Map<string, Promise<HubResult<PullRequestContent>>>();
  readonly #conflicts = new Map<string, boolean>();
  readonly #sides = new Map<string, Promise<HubResult<FileSides>>>();

  constructor(connection: HubConnection) {
    this.#connection = connection;
  }

  /** Whether a pull request cannot be merged as it is; undefined where nobody has looked. */
  hasConflicts(model: string, number: number): boolean | undefined {
    return this.#conflicts.get(keyOf(model, number));
  }

  /** A pull request with its events and the files that it changes. */
  content(model: string, number: number): Promise<HubResult<PullRequestContent>> {
    return remembered(this.#contents, keyOf(model, number), async () => {
      const detail = await loadHub().discussionDetail(this.#connection, { model, number });
      if (!detail.ok) return detail;
      const { conflicts, diff = '' } = detail.value;
      this.#conflicts.set(keyOf(model, number), conflicts.length > 0);
      return { ok: true, value: { detail: detail.value, files: loadHub().fileChanges(diff) } };
    });
  }

  /** A file before and after a pull request. */
  sides(model: string, number: number, path: string): Promise<HubResult<FileSides>> {
    return remembered(this.#sides, `${keyOf(model, number)} ${path}`, async () => {
      const content = await this.content(model, number);
      if (!content.ok) return content;
      const { files, detail } = content.value;
      const change = files.find((file) => file.path === path);
      const after = change?.kind === 'removed' ? text('') : await this.#read(model, `refs/pr/${number}`, path);
      if (!after.ok || change === undefined) return after.ok ? both(after.value, after.value) : after;
      // Taken back from its result, so that what the branch got since does not show as this change.
      const before = loadHub().textBefore(after.value, change);
      if (before !== null) return both(before, after.value);
      const now = await this.#read(model, detail.base ?? 'main', path);
      return now.ok ? both(now.value, after.value) : now;
    });
  }

  /** What a pull request does to the results of the card. */
  async results(model: string, number: number): Promise<HubResult<readonly ResultChange[]>> {
    const content = await this.content(model, number);
    if (!content.ok) return content;
    if (!content.value.files.some(({ path }) => path === CARD)) return { ok: true, value: [] };
    const sides = await this.sides(model, number, CARD);
    return sides.ok ? { ok: true, value: resultChanges(sides.value.before, sides.value.after, loadCore()) } : sides;
  }

  /** Forgets what is known of the pull requests of a model, or of one. */
  forget(model: string, number?: number): void {
    const beginning = number === undefined ? `${model} ` : `${keyOf(model, number)} `;
    for (const map of [this.#contents, this.#conflicts, this.#sides]) {
      for (const key of map.keys()) if (`${key} `.startsWith(beginning)) map.delete(key);
    }
  }

  async #read(model: string, revision: string, path: string): Promise<HubResult<string>> {
    const file = await loadHub().readFile(this.#connection, { model, revision, path });
    return file.ok ? text(new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.value.content)) : file;
  }
}

/** What a map holds, or what reading gives; a failure is not kept. */
async function remembered<T>(
  map: Map<string, Promise<HubResult<T>>>,
  key: string,
  read: () => Promise<HubResult<T>>,
): Promise<HubResult<T>> {
  const result = map.get(key) ?? read();
  map.set(key, result);
  const done = await result;
  if (!done.ok && map.get(key) === result) map.delete(key);
  return done;
}

function both(before: string, after: string): HubResult<FileSides> {
  return { ok: true, value: { before, after } };
}

function text(value: string): HubResult<string> {
  return { ok: true, value };
}

function keyOf(model: string, number: number): string {
  return `${model} ${number}`;
}
