import { MOST_BYTES, type ResultFile, type ResultFileProblem, tooLarge } from './resultFile';

const CHUNK_BYTES = 256 * 1024;
/** The keys of a log that hold the bulk of it, behind everything that tells its results. */
const BULK = new Set(['samples', 'reductions']);

const [QUOTE, BACKSLASH, COLON, COMMA] = [0x22, 0x5c, 0x3a, 0x2c];
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d];

/** Whether a file that begins with these bytes is JSON. */
export function isJson(start: Uint8Array): boolean {
  return /^\ufeff?\s*[[{]/.test(decode([start]));
}

/** The text of a JSON file without the samples of a log, which may be hundreds of megabytes and are not read. */
export async function readJsonHead(
  file: ResultFile,
): Promise<{ readonly kind: 'json'; readonly text: string } | ResultFileProblem> {
  const scanner = new HeadScanner();
  const chunks: Uint8Array[] = [];
  for (let offset = 0; offset < file.size; offset += CHUNK_BYTES) {
    if (offset >= MOST_BYTES) return tooLarge(file.name);
    const chunk = await file.read(offset, CHUNK_BYTES);
    chunks.push(chunk);
    const end = scanner.scan(chunk);
    if (end !== null) return { kind: 'json', text: `${headText(chunks, end)}}` };
    if (chunk.length < CHUNK_BYTES) break;
  }
  return { kind: 'json', text: decode(chunks) };
}

function headText(chunks: readonly Uint8Array[], end: number): string {
  const bytes = Buffer.concat(chunks).subarray(0, end);
  return decode([bytes]).replace(/,\s*$/, '');
}

function decode(chunks: readonly Uint8Array[]): string {
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/** Looks through JSON, chunk by chunk, for the first top-level key that holds the bulk of a log. */
class HeadScanner {
  #position = 0;
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** A key may come next, its bytes are being collected, or its value may come next. */
  #key: 'next' | 'inside' | 'value' | null = null;
  #keyStart = 0;
  #keyBytes: number[] = [];

  /** The position in the whole text where that key begins, once it was seen. */
  scan(chunk: Uint8Array): number | null {
    for (const byte of chunk) {
      if (this.#inString) this.#insideString(byte);
      else if (byte > 0x20 && this.#isBulk(byte)) return this.#keyStart;
      this.#position++;
    }
    return null;
  }

  #insideString(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) {
      this.#inString = false;
      if (this.#key === 'inside') this.#key = 'value';
      return;
    }
    if (this.#key === 'inside') this.#keyBytes.push(byte);
  }

  /** Takes a byte outside a string; true where it opens the list or object of such a key. */
  #isBulk(byte: number): boolean {
    const opens = byte === OPEN_BRACE || byte === OPEN_BRACKET;
    if (this.#key === 'value' && byte !== COLON) {
      if (opens && BULK.has(String.fromCharCode(...this.#keyBytes))) return true;
      this.#key = null;
    }
    if (byte === QUOTE) this.#openString();
    else if (opens) {
      this.#depth++;
      if (this.#depth === 1 && byte === OPEN_BRACE) this.#key = 'next';
    } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) this.#depth--;
    else if (byte === COMMA && this.#depth === 1) this.#key = 'next';
    return false;
  }

  #openString(): void {
    this.#inString = true;
    if (this.#key !== 'next') return;
    this.#key = 'inside';
    this.#keyStart = this.#position;
    this.#keyBytes = [];
  }
}
