import assert from 'node:assert/strict';
import type { Hardware } from '../../../../src/hub/jobs/hardware';
import { cheapest, suitability } from '../../../../src/runs/jobs/hardware';
import { hardwareNeed } from '../../../../src/runs/jobs/need';
import { GIB, needPerGpu } from '../../../../src/runs/memory';
import type { RunRequest } from '../../../../src/runs/request';
import { HARDWARE } from '../../../hub/server/jobs/hardware';
import { TABLE } from './table';

/** The Hub's list of November 2026. */
const LIST: readonly Hardware[] = HARDWARE.map(
  ({ name, prettyName, ram, ephemeralStorage, accelerator, unitCostMicroUSD }) => ({
    flavor: name,
    title: prettyName,
    memory: Number.parseInt(ram, 10) * GIB,
    disk: Number.parseInt(ephemeralStorage, 10) * GIB,
    accelerator: accelerator && {
      type: 'gpu',
      model: accelerator.model,
      manufacturer: 'Nvidia',
      count: Number(accelerator.quantity),
      memory: (Number.parseInt(accelerator.vram, 10) * GIB) / Number(accelerator.quantity),
    },
    pricePerMinute: unitCostMicroUSD,
  }),
);

function need(model: string, changes: Partial<RunRequest> = {}, options: RunRequest['options'] = {}) {
  const size = TABLE.find((row) => row.model === model)?.size ?? null;
  const run: RunRequest = {
    model,
    framework: 'inspect',
    backend: 'vllm',
    tasks: ['gsm8k'],
    options: { 'max-model-len': 8192, ...options },
    ...changes,
  };
  const found = hardwareNeed(run, size);
  assert.ok(found);
  return found;
}

function reason(flavor: string, ...asked: Parameters<typeof need>): string {
  const found = suitability(
    LIST.find((one) => one.flavor === flavor)!,
    need(...asked),
  );
  return found.kind === 'unsuited' ? found.reason : 'suits';
}

describe('the hardware that is recommended for a job', () => {
  for (const { model, size, need: inGib, flavor, price } of TABLE) {
    it(`for ${model}, which needs ${String(inGib)} GiB, is ${flavor} at $${price.toFixed(2)} an hour`, () => {
      const longest = (size.config as { max_position_embeddings: number }).max_position_embeddings;
      const wanted = need(model, {}, { 'max-model-len': Math.min(8192, longest) });
      assert.equal(Math.round((needPerGpu(wanted.memory!) / GIB) * 10) / 10, inGib);
      const found = cheapest(LIST, wanted);
      assert.deepEqual([found?.hardware.flavor, found?.gpus], [flavor, found?.hardware.accelerator?.count]);
      assert.equal(Math.round((found!.hardware.pricePerMinute * 60) / 1e4) / 100, price);
    });
  }

  it('takes the length that was asked for, or all that the model can', () => {
    const short = cheapest(LIST, need('Llama-3.1-8B'));
    assert.deepEqual([short?.hardware.flavor, short?.tight], ['l4x1', true]);
    assert.equal(cheapest(LIST, need('Llama-3.1-8B', {}, { 'max-model-len': undefined }))?.hardware.flavor, 'l40sx1');
  });

  it('is a processor where providers or a stand-in answer', () => {
    const found = cheapest(LIST, need('phi-4', { backend: 'providers' }));
    assert.deepEqual([found?.hardware.flavor, found?.gpus], ['cpu-basic', 0]);
    assert.equal(
      hardwareNeed({ model: 'mockllm/model', framework: 'inspect', backend: 'providers', tasks: [], options: {} }, null)
        ?.memory,
      null,
    );
  });

  it('is a single GPU where the backend cannot use more, and none where no single one is large enough', () => {
    assert.equal(
      cheapest(LIST, need('Llama-3.2-3B', { backend: 'transformers' }, { 'batch-size': 1 }))?.hardware.flavor,
      'l4x1',
    );
    assert.equal(cheapest(LIST, need('Llama-3.1-70B', { backend: 'transformers' }, { 'batch-size': 1 })), null);
    const shared = need('Llama-3.1-70B', { framework: 'lighteval', backend: 'transformers' });
    assert.ok((cheapest(LIST, shared)?.gpus ?? 0) > 1);
  });

  it('is nothing where nothing is large enough, or the size is not known', () => {
    assert.equal(cheapest(LIST, need('Llama-3.1-405B', {}, { dtype: 'float32' })), null);
    assert.equal(
      hardwareNeed({ model: 'a/b', framework: 'inspect', backend: 'vllm', tasks: [], options: {} }, null),
      null,
    );
  });

  it('says what is wrong with any other', () => {
    assert.equal(reason('l4x1', 'phi-4'), 'has about 20 GB for the model, which needs 33 GB');
    assert.match(reason('l4x4', 'Llama-3.1-70B'), /about 20 GB for the model on each GPU, which needs 37 GB/);
    assert.equal(reason('cpu-xl', 'phi-2'), 'has no NVIDIA GPU');
    assert.match(reason('t4-small', 'Qwen2.5-0.5B'), /has a T4, which does not calculate in bfloat16/);
    assert.equal(reason('t4-small', 'Qwen2.5-0.5B', {}, { dtype: 'float16' }), 'suits');
    assert.match(reason('t4-small', 'phi-2', {}, { dtype: 'bfloat16' }), /bfloat16/);
    assert.equal(reason('l4x4', 'Qwen2.5-0.5B'), 'has 4 GPUs, which cannot share 14 attention heads');
    assert.equal(reason('l4x4', 'Qwen2.5-0.5B', {}, { 'tensor-parallel-size': 2 }), 'suits');
    assert.equal(
      reason('l4x1', 'Qwen2.5-0.5B', {}, { 'tensor-parallel-size': 2 }),
      'has 1 of the 2 GPUs that were asked for',
    );
    assert.match(reason('a10g-small', 'Qwen2.5-7B'), /has 15 GB of main memory, too little to load 14 GB of weights/);
    const small = { ...LIST.find(({ flavor }) => flavor === 'a100-large')!, disk: 80 * GIB };
    const found = suitability(small, need('Qwen2.5-32B'));
    assert.match(found.kind === 'unsuited' ? found.reason : '', /has 80 GB of disk, too little for 61 GB of weights/);
  });

  it('goes by the memory that is there, not by the name', () => {
    const large = LIST.find(({ flavor }) => flavor === 'h200')!;
    const renamed = { ...large, flavor: 'tiny', pricePerMinute: 1 };
    assert.equal(cheapest([...LIST, renamed], need('Qwen2.5-32B'))?.hardware.flavor, 'tiny');
    const unknown = { ...large, accelerator: { ...large.accelerator!, model: 'B500', memory: 10 * GIB } };
    assert.match(
      (suitability(unknown, need('phi-2', {}, { 'max-model-len': 2048 })) as { reason: string }).reason,
      /about 8 GB .* needs 10 GB/,
    );
  });
});
