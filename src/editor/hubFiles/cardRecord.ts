/** A card as it stood on the Hub when it was last read. */
export interface HubBase {
  /** The commit that the revision named: the parent of a change. */
  readonly commit: string;
  readonly etag: string;
  readonly content: Uint8Array;
  /** When this content came to be what the editor shows, in milliseconds since 1970. */
  readonly seenAt: number;
}

/** A text that is saved here and not on the Hub yet. */
export interface Draft {
  readonly content: Uint8Array;
  readonly savedAt: number;
}

/** What is kept of one card of the Hub: what it was based on, and the draft. */
export interface CardRecord {
  readonly uri: string;
  readonly hubUrl: string;
  /** Null where the Hub had no such file, or nobody has looked. */
  readonly base: HubBase | null;
  readonly draft: Draft | null;
}

/** The text of a record as its file holds it: content in base64, since a card may hold any bytes. */
export function formatRecord({ uri, hubUrl, base, draft }: CardRecord): string {
  return JSON.stringify({
    version: 1,
    uri,
    hubUrl,
    base: base && { ...base, content: base64(base.content) },
    draft: draft && { ...draft, content: base64(draft.content) },
  });
}

/** Reads what `formatRecord` writes; null where it is something else. */
export function parseRecord(text: string): CardRecord | null {
  const record = parseJson(text) as StoredRecord | null;
  if (record?.version !== 1) return null;
  const { uri, hubUrl, base, draft } = record;
  return {
    uri,
    hubUrl,
    base: base && { ...base, content: bytes(base.content) },
    draft: draft && { ...draft, content: bytes(draft.content) },
  };
}

/** Whether two contents are the same to the last byte. */
export function sameContent(some: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(some, other) === 0;
}

/** A content as the text that it is; an empty one where there is no content. */
export function textOf(content: Uint8Array | undefined): string {
  return new TextDecoder().decode(content);
}

interface StoredRecord {
  readonly version: number;
  readonly uri: string;
  readonly hubUrl: string;
  readonly base: (Omit<HubBase, 'content'> & { readonly content: string }) | null;
  readonly draft: (Omit<Draft, 'content'> & { readonly content: string }) | null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function base64(content: Uint8Array): string {
  return Buffer.from(content).toString('base64');
}

function bytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'));
}
