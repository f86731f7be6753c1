/** An answer whose body is read as it comes. */
export interface OpenBody {
  readonly kind: 'body';
  readonly body: ReadableStream<Uint8Array>;
}

/** What a body brought next, if it goes on. */
export type Chunk = { readonly kind: 'bytes'; readonly bytes: Uint8Array } | { readonly kind: 'end' };

/** The next bytes of a body; rejects when `signal` is aborted first. */
export function nextChunk(reader: ReadableStreamDefaultReader<Uint8Array>, signal: AbortSignal): Promise<Chunk> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      reject(new Error('stopped'));
    };
    signal.addEventListener('abort', stop, { once: true });
    reader.read().then(({ done, value }) => {
      resolve(done ? { kind: 'end' } : { kind: 'bytes', bytes: value });
    }, reject);
  });
}
