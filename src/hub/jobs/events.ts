/** What a stream of server-sent events brings: the data of an event, or a sign that it is alive with nothing new. */
export type StreamEvent = { readonly kind: 'data'; readonly data: string } | { readonly kind: 'quiet' };

/** The events of a stream as they come, as far as the Hub uses the format: one line of data each, and comments. */
export async function* readEvents(stream: AsyncIterable<Uint8Array>): AsyncGenerator<StreamEvent> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of stream) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.startsWith('data:')) yield { kind: 'data', data: line.replace(/^data: ?/, '') };
      else if (line.startsWith(':')) yield { kind: 'quiet' };
    }
  }
}
