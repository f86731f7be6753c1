import { inflateRawSync } from 'node:zlib';
import { decompress } from 'fzstd';
import { type Entry, fromRandomAccessReader, RandomAccessReader, type ZipFile } from 'yauzl';
import { MOST_BYTES, problem, type ResultFile, type ResultFileProblem, tooLarge } from './resultFile';

/** How the bytes of an entry are compressed. */
const [STORED, DEFLATE, ZSTANDARD] = [0, 8, 93];
/** An archive with more entries is not looked through. */
const MOST_ENTRIES = 500_000;
/** The list of entries is read in windows of this size, not in the few bytes that each takes. */
const WINDOW_BYTES = 256 * 1024;

/** The bytes of one entry of an archive. */
export interface ZipContent {
  readonly kind: 'content';
  readonly bytes: Uint8Array;
}

/** Whether a file that begins with these bytes is a ZIP archive. */
export function isZip(start: Uint8Array): boolean {
  return start[0] === 0x50 && start[1] === 0x4b && start[2] === 0x03 && start[3] === 0x04;
}

/** Reads one entry of a ZIP archive and nothing of the others; null where there is no such entry. */
export async function readZipEntry(file: ResultFile, name: string): Promise<ZipContent | ResultFileProblem | null> {
  try {
    return await new Promise((resolve, reject) => {
      const reader = new WindowReader(file, reject);
      fromRandomAccessReader(reader, file.size, { lazyEntries: true, autoClose: false }, (error, zip) => {
        if (error) reject(error);
        else findEntry(zip, name).then((entry) => resolve(entry && contentOf(file, zip, entry)), reject);
      });
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
    return problem(`${file.name} is cut off or damaged (${reason}); copy it again.`);
  }
}

function findEntry(zip: ZipFile, name: string): Promise<Entry | null> {
  if (zip.entryCount > MOST_ENTRIES) return Promise.reject(new Error(`it has ${zip.entryCount} entries`));
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve(null));
    zip.on('entry', (entry: Entry) => {
      if (entry.fileName === name) resolve(entry);
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

async function contentOf(file: ResultFile, zip: ZipFile, entry: Entry): Promise<ZipContent | ResultFileProblem> {
  const { compressedSize, uncompressedSize, compressionMethod } = entry;
  if (Math.max(compressedSize, uncompressedSize) > MOST_BYTES) return tooLarge(file.name);
  const start = await dataStart(zip, entry);
  const packed = await file.read(start, compressedSize);
  if (packed.length < compressedSize) throw new Error('unexpected end');
  const bytes = unpacked(packed, compressionMethod, uncompressedSize);
  return bytes === null
    ? problem(
        `${file.name} is compressed by method ${compressionMethod}, which is not known here; log as JSON instead.`,
      )
    : { kind: 'content', bytes };
}

/** The size was looked at before: neither method writes more than that. */
function unpacked(packed: Uint8Array, method: number, size: number): Uint8Array | null {
  if (method === STORED) return packed;
  if (method === DEFLATE) return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  return method === ZSTANDARD ? decompress(packed, new Uint8Array(size)) : null;
}

function dataStart(zip: ZipFile, entry: Entry): Promise<number> {
  return new Promise((resolve, reject) => {
    zip.readLocalFileHeader(entry, { minimal: true }, (error, header) => {
      if (header) resolve(header.fileDataStart);
      else reject(error ?? new Error('no local header'));
    });
  });
}

/** Hands the archive's bytes to yauzl, which asks for a few at a time. */
class WindowReader extends RandomAccessReader {
  readonly #file: ResultFile;
  readonly #fail: (error: unknown) => void;
  #start = 0;
  #window: Uint8Array = new Uint8Array();

  constructor(file: ResultFile, fail: (error: unknown) => void) {
    super();
    this.#file = file;
    this.#fail = fail;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.#bytes(position, length)
      .then((bytes) => {
        buffer.set(bytes, offset);
        callback(bytes.length < length ? new Error('unexpected end') : null);
      })
      .catch(this.#fail);
  }

  async #bytes(position: number, length: number): Promise<Uint8Array> {
    if (position < this.#start || position + length > this.#start + this.#window.length) {
      this.#window = await this.#file.read(position, Math.max(length, WINDOW_BYTES));
      this.#start = position;
    }
    return this.#window.subarray(position - this.#start, position - this.#start + length);
  }
}
