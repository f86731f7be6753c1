import type { ModelSize } from '../../../src/runs/memory';

/** What the configurations and weights of known models say of their memory, in our own words. */
export const MODELS = {
  'Qwen2.5-0.5B': size(
    { BF16: 494_032_768 },
    {
      torch_dtype: 'bfloat16',
      num_hidden_layers: 24,
      hidden_size: 896,
      num_attention_heads: 14,
      num_key_value_heads: 2,
      max_position_embeddings: 32_768,
      sliding_window: 32_768,
      use_sliding_window: false,
    },
  ),
  'Llama-3.1-8B': size(
    { BF16: 8_030_261_248 },
    {
      torch_dtype: 'bfloat16',
      num_hidden_layers: 32,
      hidden_size: 4096,
      num_attention_heads: 32,
      num_key_value_heads: 8,
      max_position_embeddings: 131_072,
    },
  ),
  'Mistral-7B-v0.1': size(
    { BF16: 7_241_732_096 },
    {
      torch_dtype: 'bfloat16',
      num_hidden_layers: 32,
      hidden_size: 4096,
      num_attention_heads: 32,
      num_key_value_heads: 8,
      max_position_embeddings: 32_768,
      sliding_window: 4096,
    },
  ),
  'gemma-3-27b': size(
    { BF16: 27_432_406_640 },
    {
      torch_dtype: 'bfloat16',
      text_config: {
        num_hidden_layers: 62,
        hidden_size: 5376,
        num_attention_heads: 32,
        num_key_value_heads: 16,
        head_dim: 128,
        max_position_embeddings: 131_072,
        sliding_window: 1024,
        sliding_window_pattern: 6,
      },
      vision_config: { num_hidden_layers: 27, num_attention_heads: 16, hidden_size: 1152 },
    },
  ),
  'gpt-oss-20b': size(
    { BF16: 1_804_459_584, U8: 19_110_297_600 },
    {
      torch_dtype: 'bfloat16',
      num_hidden_layers: 24,
      hidden_size: 2880,
      num_attention_heads: 64,
      num_key_value_heads: 8,
      head_dim: 64,
      max_position_embeddings: 131_072,
      sliding_window: 128,
      layer_types: Array.from({ length: 24 }, (_, n) => (n % 2 === 0 ? 'sliding_attention' : 'full_attention')),
      quantization_config: { quant_method: 'mxfp4' },
    },
    13_761_264_768,
  ),
  'DeepSeek-V3': size(
    { BF16: 3_918_786_560, F8_E4M3: 680_571_043_840, F32: 41_555_600 },
    {
      torch_dtype: 'bfloat16',
      num_hidden_layers: 61,
      hidden_size: 7168,
      num_attention_heads: 128,
      num_key_value_heads: 128,
      kv_lora_rank: 512,
      qk_rope_head_dim: 64,
      max_position_embeddings: 163_840,
      quantization_config: { quant_method: 'fp8' },
    },
    688_586_727_753,
  ),
  'three layers of four without attention': size(
    { BF16: 1_000_000_000 },
    {
      dtype: 'bfloat16',
      num_hidden_layers: 8,
      hidden_size: 2048,
      num_attention_heads: 16,
      num_key_value_heads: 2,
      head_dim: 256,
      max_position_embeddings: 4096,
      layer_types: Array.from({ length: 8 }, (_, n) => (n % 4 === 3 ? 'full_attention' : 'linear_attention')),
    },
  ),
  'gpt2 in 32 bits': size(
    { F32: 124_439_808 },
    { model_type: 'gpt2', n_layer: 12, n_embd: 768, n_head: 12, n_positions: 1024, torch_dtype: 'float32' },
  ),
} as const;

function size(parameters: Readonly<Record<string, number>>, config: object, weightBytes?: number): ModelSize {
  return { config, parameters, weightBytes: weightBytes ?? null };
}
