import type { Files } from './git';

/** The number of weights by their type, as the Hub reads it from the headers of a model's safetensors files. */
export function safetensorsJson(files: Files): object | undefined {
  const parameters = new Map<string, number>();
  for (const [path, content] of files) {
    if (!/^model.*\.safetensors$/.test(path)) continue;
    for (const { dtype, shape } of tensorsOf(content)) {
      const count = shape.reduce((product, size) => product * size, 1);
      parameters.set(dtype, (parameters.get(dtype) ?? 0) + count);
    }
  }
  if (parameters.size === 0) return undefined;
  const total = [...parameters.values()].reduce((sum, count) => sum + count, 0);
  return { parameters: Object.fromEntries(parameters), total };
}

/** A safetensors file that says what is in it and holds nothing else: models of any size take no room. */
export function safetensorsHeader(tensors: Readonly<Record<string, Tensor>>): Buffer {
  const header = Buffer.from(JSON.stringify(tensors));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  return Buffer.concat([length, header]);
}

interface Tensor {
  readonly dtype: string;
  readonly shape: readonly number[];
}

function tensorsOf(content: Buffer): readonly Tensor[] {
  const header = JSON.parse(content.subarray(8, 8 + Number(content.readBigUInt64LE())).toString('utf8')) as object;
  return Object.entries(header).flatMap(([name, tensor]) => (name === '__metadata__' ? [] : [tensor as Tensor]));
}
