import { safetensorsHeader } from './server/safetensors';

/** The files by which the Hub knows a model of eight billion weights; the weights themselves are left out. */
export const LLAMA_FILES = {
  'config.json': JSON.stringify({
    torch_dtype: 'bfloat16',
    num_hidden_layers: 32,
    hidden_size: 4096,
    num_attention_heads: 32,
    num_key_value_heads: 8,
    max_position_embeddings: 131_072,
  }),
  'model.safetensors': safetensorsHeader({ all: { dtype: 'BF16', shape: [8_030_261_248] } }),
};
