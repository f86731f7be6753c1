import type { ModelSize } from '../../../../src/runs/memory';

/** A known model, what it needs to be loaded for 8192 tokens, and the hardware that should be recommended for that. */
export interface Row {
  readonly model: string;
  readonly size: ModelSize;
  /** GiB of weights, of cache and for vLLM to work in, if one GPU had all of it. */
  readonly need: number;
  readonly flavor: string;
  /** Dollars an hour. */
  readonly price: number;
}

type Shape = readonly [layers: number, heads: number, keyValueHeads: number, headSize: number, longest: number];

/**
 * The models, from 0.1 to 671 billion weights. By hand: need = weights × bytes + layers × 2 × key-value heads × head size ×
 * 2 bytes × tokens + 4 GiB, and the first hardware by price whose GPUs have that in nine tenths of their memory. It agrees
 * with the rule of thumb that for a GPU of 24 GB there may be 8 billion weights of 2 bytes, for 48 GB 19, for 80 GB 35, for
 * 96 GB 43 and for 141 GB 65, and as often as that as there are GPUs.
 */
export const TABLE: readonly Row[] = [
  row('SmolLM2-135M', bf16(134_515_008), [30, 9, 3, 64, 8192], 4.4, 'l4x1', 0.8),
  // 32 bits and no type in its configuration: nothing wants bfloat16.
  row('gpt2', { F32: 137_022_720 }, [12, 12, 12, 64, 1024], 4.5, 't4-small', 0.4, { torch_dtype: undefined }),
  row('Qwen2.5-0.5B', bf16(494_032_768), [24, 14, 2, 64, 32_768], 5, 'l4x1', 0.8),
  row('TinyLlama-1.1B', bf16(1_100_048_384), [22, 32, 4, 64, 2048], 6.1, 'l4x1', 0.8),
  row('phi-2', { F16: 2_779_683_840 }, [32, 32, 32, 80, 2048], 9.8, 't4-small', 0.4, { torch_dtype: 'float16' }),
  row('Llama-3.2-3B', bf16(3_212_749_824), [28, 24, 8, 128, 131_072], 10.9, 'l4x1', 0.8),
  row('Mistral-7B-v0.3', bf16(7_248_023_552), [32, 32, 8, 128, 32_768], 18.5, 'l4x1', 0.8),
  row('Qwen2.5-7B', bf16(7_615_616_512), [28, 28, 4, 128, 32_768], 18.6, 'l4x1', 0.8),
  row('Qwen2.5-7B-AWQ', 5_570_000_000, [28, 28, 4, 128, 32_768], 9.6, 't4-small', 0.4, {
    torch_dtype: 'float16',
    quantization_config: { quant_method: 'awq' },
  }),
  row('Llama-3.1-8B', bf16(8_030_261_248), [32, 32, 8, 128, 131_072], 20, 'l4x1', 0.8),
  row('gemma-2-9b', bf16(9_241_705_984), [42, 16, 8, 256, 8192], 23.2, 'l40sx1', 1.8, {
    model_type: 'gemma2',
    sliding_window: 4096,
  }),
  row('gpt-oss-20b', 13_761_264_768, [24, 64, 8, 64, 131_072], 17, 'l4x1', 0.8, mxfp4(24)),
  row('phi-4', bf16(14_659_507_200), [40, 40, 10, 128, 16_384], 32.9, 'l40sx1', 1.8),
  row('gemma-2-27b', bf16(27_227_128_320), [46, 32, 16, 128, 8192], 56.9, 'a100-large', 2.5, {
    model_type: 'gemma2',
    sliding_window: 4096,
  }),
  // Of a mixture all experts are loaded.
  row('Qwen3-30B-A3B', bf16(30_532_122_624), [48, 32, 4, 128, 40_960], 61.6, 'a100-large', 2.5),
  row('Qwen2.5-32B', bf16(32_763_876_352), [64, 40, 8, 128, 32_768], 67, 'a100-large', 2.5),
  row('Mixtral-8x7B', bf16(46_702_792_704), [32, 32, 8, 128, 32_768], 92, 'h200', 5),
  row('Llama-3.1-70B', bf16(70_553_706_496), [80, 64, 8, 128, 131_072], 137.9, 'rtx-pro-6000x2', 5.5),
  row('Qwen2.5-72B-GPTQ-Int4', 41_650_000_000, [80, 64, 8, 128, 32_768], 45.3, 'a100-large', 2.5, {
    torch_dtype: 'float16',
    quantization_config: { quant_method: 'gptq' },
  }),
  row('gpt-oss-120b', 65_248_000_000, [36, 64, 8, 64, 131_072], 65.1, 'a100-large', 2.5, mxfp4(36)),
  row('Mistral-Large-2407', bf16(122_610_069_504), [88, 96, 8, 128, 131_072], 235.1, 'h200x2', 10),
  row('Qwen3-235B-A22B', bf16(235_093_634_560), [94, 64, 4, 128, 40_960], 443.4, 'h200x4', 20),
  row('Llama-3.1-405B', bf16(405_853_388_800), [126, 128, 8, 128, 131_072], 763.9, 'h200x8', 40),
  // Its latent attention keeps 512 + 64 values of a token in each layer, whole on each GPU.
  row('DeepSeek-V3', 688_586_727_753, [61, 128, 128, 128, 163_840], 645.8, 'rtx-pro-6000x8', 22, {
    kv_lora_rank: 512,
    qk_rope_head_dim: 64,
    quantization_config: { quant_method: 'fp8' },
  }),
];

function row(
  model: string,
  weights: Readonly<Record<string, number>> | number,
  [layers, heads, keyValueHeads, headSize, longest]: Shape,
  need: number,
  flavor: string,
  price: number,
  more: object = {},
): Row {
  const config = {
    torch_dtype: 'bfloat16',
    num_hidden_layers: layers,
    num_attention_heads: heads,
    num_key_value_heads: keyValueHeads,
    head_dim: headSize,
    max_position_embeddings: longest,
    ...more,
  };
  const quantized = typeof weights === 'number';
  const size = { config, parameters: quantized ? {} : weights, weightBytes: quantized ? weights : null };
  return { model, size, need, flavor, price };
}

function bf16(count: number): Readonly<Record<string, number>> {
  return { BF16: count };
}

/** Every second layer of gpt-oss sees 128 tokens. */
function mxfp4(layers: number): object {
  return {
    sliding_window: 128,
    layer_types: Array.from({ length: layers }, (_, n) => (n % 2 === 0 ? 'sliding_attention' : 'full_attention')),
    quantization_config: { quant_method: 'mxfp4' },
  };
}
