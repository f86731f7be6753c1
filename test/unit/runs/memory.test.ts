import assert from 'node:assert/strict';
import { fit } from '../../../src/runs/fit';
import { canShare, GIB, type LoadSettings, memoryNeed, type MemoryNeed, needPerGpu } from '../../../src/runs/memory';
import { MODELS } from './models';

const VLLM: LoadSettings = { framework: 'inspect', backend: 'vllm' };
const HF: LoadSettings = { framework: 'inspect', backend: 'transformers' };

describe('the memory that a model needs', () => {
  // By hand: weights × bytes, and layers × 2 × key-value heads × head size × 2 bytes × tokens.
  for (const [model, settings, weights, cache] of [
    ['Qwen2.5-0.5B', VLLM, 988_065_536, 12_288 * 32_768],
    ['Llama-3.1-8B', VLLM, 16_060_522_496, 131_072 * 131_072],
    ['Llama-3.1-8B', { ...VLLM, maxModelLen: 4096 }, 16_060_522_496, 131_072 * 4096],
    ['Llama-3.1-8B', { ...VLLM, dtype: 'float32', maxModelLen: 4096 }, 32_121_044_992, 262_144 * 4096],
    ['Llama-3.1-8B', HF, 16_060_522_496, 131_072 * 2048 * 32],
    ['Llama-3.1-8B', { ...HF, framework: 'lighteval' }, 16_060_522_496, 131_072 * 2048],
    ['Llama-3.1-8B', { ...HF, batchSize: 4, maxModelLen: 1024 }, 16_060_522_496, 131_072 * 1024 * 4],
    // All layers slide over 4096 tokens.
    ['Mistral-7B-v0.1', VLLM, 14_483_464_192, 131_072 * 4096],
    // 52 of 62 layers slide over 1024 tokens.
    ['gemma-3-27b', { ...VLLM, maxModelLen: 8192 }, 54_864_813_280, 8192 * (52 * 1024 + 10 * 8192)],
    ['gpt-oss-20b', VLLM, 13_761_264_768, 2048 * (12 * 128 + 12 * 131_072)],
    // The latent attention keeps 512 + 64 values a layer.
    ['DeepSeek-V3', { ...VLLM, maxModelLen: 4096 }, 688_586_727_753, 61 * 576 * 2 * 4096],
    ['three layers of four without attention', VLLM, 2_000_000_000, 2 * 1024 * 2 * 4096],
    // vLLM loads 32 bits as 16, the transformers library does not.
    ['gpt2 in 32 bits', VLLM, 248_879_616, 12 * 1536 * 2 * 1024],
    ['gpt2 in 32 bits', { ...HF, batchSize: 1 }, 497_759_232, 12 * 1536 * 4 * 1024],
  ] as const) {
    it(`counts ${model}, ${Object.values(settings).join(' ')}`, () => {
      const need = memoryNeed(MODELS[model], settings);
      assert.deepEqual([need?.weights, need?.cache], [weights, cache]);
    });
  }

  it('takes the size of the files where nothing else is known, and says where not even that is', () => {
    const nothing = { config: null, parameters: {} };
    assert.equal(memoryNeed({ ...nothing, weightBytes: 1000 }, VLLM)?.weights, 1000);
    assert.equal(memoryNeed({ ...nothing, weightBytes: null }, VLLM), null);
    assert.equal(memoryNeed({ ...nothing, parameters: { F16: 10, F8_E4M3: 10 }, weightBytes: 5 }, VLLM)?.weights, 30);
  });

  it('shares weights and cache among GPUs, but not the cache of a latent attention', () => {
    const llama = need('Llama-3.1-8B');
    assert.equal(needPerGpu(llama, 2), (llama.weights + llama.cache) / 2 + llama.working);
    assert.equal(needPerGpu(llama, 16), llama.weights / 16 + llama.cache / 8 + llama.working);
    const deep = need('DeepSeek-V3');
    assert.equal(needPerGpu(deep, 8), deep.weights / 8 + deep.cache + deep.working);
    assert.deepEqual([canShare(need('Qwen2.5-0.5B'), 2), canShare(need('Qwen2.5-0.5B'), 4)], [true, false]);
  });
});

describe('whether a model fits', () => {
  const gpus = (count: number, total: number, free = total) =>
    Array.from({ length: count }, () => ({ total: total * GIB, free: free * GIB }));

  for (const [model, maxModelLen, count, total, free, kind] of [
    ['Qwen2.5-0.5B', undefined, 1, 8, 8, 'fits'],
    ['Llama-3.1-8B', 4096, 1, 22.5, 22.3, 'tight'],
    ['Llama-3.1-8B', undefined, 1, 22.5, 22.3, 'too-large'],
    ['Llama-3.1-8B', undefined, 1, 80, 79, 'fits'],
    ['gemma-3-27b', 8192, 1, 48, 48, 'too-large'],
    ['gemma-3-27b', 8192, 1, 80, 80, 'fits'],
    ['gemma-3-27b', 8192, 2, 48, 48, 'fits'],
    ['gpt-oss-20b', 8192, 1, 24, 24, 'fits'],
    ['DeepSeek-V3', 8192, 8, 80, 80, 'too-large'],
    ['DeepSeek-V3', 8192, 8, 141, 141, 'fits'],
    // Someone else has half of the GPU.
    ['Llama-3.1-8B', 4096, 1, 48, 20, 'tight'],
    ['Llama-3.1-8B', 4096, 1, 48, 10, 'too-large'],
  ] as const) {
    it(`${model}, ${String(maxModelLen)} tokens, on ${String(count)} × ${String(total)} GiB: ${kind}`, () => {
      assert.equal(fit(need(model, maxModelLen), gpus(count, total, free)).kind, kind);
    });
  }

  it('counts with the GPU that has least', () => {
    const found = fit(need('Qwen2.5-0.5B'), [...gpus(1, 80), ...gpus(1, 8)]);
    assert.equal(found.available, 0.9 * 8 * GIB);
  });
});

function need(model: keyof typeof MODELS, maxModelLen?: number): MemoryNeed {
  const found = memoryNeed(MODELS[model], { ...VLLM, maxModelLen });
  assert.ok(found);
  return found;
}
