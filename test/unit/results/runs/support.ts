import { deflateRawSync } from 'node:zlib';
import type { ResultFile } from '../../../../src/results/runs/resultFile';
import { readRun, type Run } from '../../../../src/results/runs/readRun';
import { BENCHMARKS } from '../support';

/** How the bytes of an entry of an archive are compressed. */
export const Method = { stored: 0, deflate: 8, zstandard: 93, bzip2: 12 } as const;

/** An entry of an archive; `size` is what the archive says of it, where that is not the truth. */
export interface ZipPart {
  readonly name: string;
  readonly content: string | Buffer;
  readonly method: number;
  readonly size?: number;
}

/** A file in memory. `asked` counts the bytes that were read of it. */
export class MemoryFile implements ResultFile {
  readonly #bytes: Buffer;
  asked = 0;

  constructor(
    readonly name: string,
    content: string | Buffer,
  ) {
    this.#bytes = Buffer.from(content);
  }

  get size(): number {
    return this.#bytes.length;
  }

  read(offset: number, length: number): Promise<Uint8Array> {
    this.asked += length;
    return Promise.resolve(this.#bytes.subarray(offset, offset + length));
  }
}

/** The run that a file tells of; fails where it tells none. */
export async function run(name: string, content: unknown): Promise<Run> {
  const read = await readRun(new MemoryFile(name, textOf(content)), BENCHMARKS);
  if (read.kind === 'problem') throw new Error(read.message);
  return read;
}

/** Why a file tells no run; fails where it tells one. */
export async function refusal(name: string, content: unknown): Promise<string> {
  const read = await readRun(new MemoryFile(name, textOf(content)), BENCHMARKS);
  if (read.kind === 'run') throw new Error('It was read.');
  return read.message;
}

function textOf(content: unknown): string | Buffer {
  return typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content);
}

/** What is told of a run, one line for each value. */
export function rows({ results }: Run): readonly string[] {
  return results.map(({ result, partOf, extent }) => {
    const { dataset, metric, shots, standardError, samples } = result;
    return [
      [dataset.name, dataset.type, dataset.config, dataset.split, dataset.revision].map((one) => one ?? '-').join(' '),
      shots === undefined ? '-' : `${shots}-shot`,
      `${metric.type} "${metric.name}"`,
      `${metric.value.text} ± ${standardError ?? '-'}`,
      ...(samples === undefined ? [] : [`n=${samples}`]),
      ...(metric.higherIsBetter === undefined ? [] : [metric.higherIsBetter ? 'up' : 'down']),
      ...(partOf === undefined ? [] : [`part of ${partOf}`]),
      ...(extent === undefined ? [] : [`partial: ${extent}`]),
    ].join(' | ');
  });
}

/** A ZIP archive. */
export function zip(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, method, size } of parts) {
    const plain = Buffer.from(content);
    const packed = pack(plain, method);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(63, 0);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(size ?? plain.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x3f\x00'), fields, place, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end]);
}

function pack(plain: Buffer, method: number): Buffer {
  if (method === Method.deflate) return deflateRawSync(plain);
  return method === Method.zstandard ? zstandard(plain) : plain;
}

/** One Zstandard frame whose blocks are not compressed: all that a reader needs, without a writer's library. */
function zstandard(plain: Buffer): Buffer {
  const most = 128 * 1024;
  const head = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xa0, 0, 0, 0, 0]);
  head.writeUInt32LE(plain.length, 5);
  const blocks: Buffer[] = [];
  for (let at = 0; at === 0 || at < plain.length; at += most) {
    const block = plain.subarray(at, at + most);
    const header = Buffer.alloc(3);
    header.writeUIntLE((block.length << 3) | (at + most >= plain.length ? 1 : 0), 0, 3);
    blocks.push(header, block);
  }
  return Buffer.concat([head, ...blocks]);
}
