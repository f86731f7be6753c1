/** How a layer's attention remembers: the values that it keeps of a token, and of how many tokens at most. */
export interface CacheLayers {
  readonly layers: number;
  readonly valuesPerToken: number;
  /** Tokens of a sliding window; null for all. */
  readonly window: number | null;
}

/** What of a model's `config.json` decides how much memory it takes. */
export interface ModelShape {
  /** The type that its weights are loaded as unless another is asked for: `bfloat16`, `float32`, … */
  readonly dtype?: string;
  /** Whether the weights are kept in fewer bits than they are calculated with. */
  readonly quantized: boolean;
  /** The longest prompt with its answer, in tokens. */
  readonly maxLength?: number;
  readonly attentionHeads?: number;
  /** How many GPUs can share the cache; a latent one (MLA) stands whole on each. */
  readonly cacheParts: number;
  /** Empty where the file does not tell. */
  readonly cache: readonly CacheLayers[];
}

type Fields = Readonly<Record<string, unknown>>;

/** Reads `config.json`; what it does not tell is left out. */
export function readShape(config: unknown): ModelShape {
  const outer = fieldsOf(config);
  // Models that also see or hear keep those of their language model inside.
  const inner = fieldsOf(outer['text_config'] ?? outer['llm_config'] ?? outer['language_config']);
  const fields = { ...outer, ...inner };
  const dtype = textOf(fields['dtype'] ?? fields['torch_dtype']);
  const maxLength = countOf(fields['max_position_embeddings'] ?? fields['n_positions'] ?? fields['seq_length']);
  const attentionHeads = countOf(fields['num_attention_heads'] ?? fields['n_head']);
  const latent = countOf(fields['kv_lora_rank']) !== undefined;
  const keyValueHeads = countOf(fields['num_key_value_heads'] ?? fields['num_kv_heads']) ?? attentionHeads;
  return {
    ...(dtype !== undefined && { dtype: dtype.replace(/^torch\./, '') }),
    quantized: [outer, inner].some((some) => Object.keys(fieldsOf(some['quantization_config'])).length > 0),
    ...(maxLength !== undefined && { maxLength }),
    ...(attentionHeads !== undefined && { attentionHeads }),
    cacheParts: latent ? 1 : (keyValueHeads ?? 1),
    cache: cacheOf(fields, attentionHeads, keyValueHeads),
  };
}

function cacheOf(
  fields: Fields,
  attentionHeads: number | undefined,
  keyValueHeads: number | undefined,
): readonly CacheLayers[] {
  const layers = countOf(fields['num_hidden_layers'] ?? fields['n_layer']);
  const valuesPerToken = valuesOf(fields, attentionHeads, keyValueHeads);
  if (layers === undefined || valuesPerToken === undefined) return [];
  const window = windowOf(fields);
  const all = { valuesPerToken, window: null };
  if (window === null) return [{ layers: fullLayers(fields, layers), ...all }];
  const slidingLayers = slidingOf(fields, layers);
  return [
    { layers: slidingLayers, valuesPerToken, window },
    { layers: Math.max(0, fullLayers(fields, layers) - slidingLayers), ...all },
  ].filter((some) => some.layers > 0);
}

/** Keys and values of all heads, or what multi-head latent attention keeps in their place. */
function valuesOf(
  fields: Fields,
  attentionHeads: number | undefined,
  keyValueHeads: number | undefined,
): number | undefined {
  const rank = countOf(fields['kv_lora_rank']);
  if (rank !== undefined) return rank + (countOf(fields['qk_rope_head_dim']) ?? 0);
  const hidden = countOf(fields['hidden_size'] ?? fields['n_embd']);
  const derived = hidden !== undefined && attentionHeads !== undefined ? hidden / attentionHeads : undefined;
  const headSize = countOf(fields['head_dim']) ?? derived;
  return keyValueHeads === undefined || headSize === undefined ? undefined : 2 * keyValueHeads * headSize;
}

/** The layers that keep something of each token: linear attention and state spaces do not. */
function fullLayers(fields: Fields, layers: number): number {
  const types = fields['layer_types'];
  if (!Array.isArray(types)) return layers;
  return types.filter((type) => typeof type === 'string' && /attention$/.test(type) && !type.startsWith('linear'))
    .length;
}

/** The sliding window, where the model uses it. */
function windowOf(fields: Fields): number | null {
  if (fields['use_sliding_window'] === false) return null;
  return countOf(fields['sliding_window']) ?? null;
}

function slidingOf(fields: Fields, layers: number): number {
  const types = fields['layer_types'];
  if (Array.isArray(types)) return types.filter((type) => type === 'sliding_attention').length;
  // Every n-th layer sees everything; Gemma 2 has the pattern in its code alone.
  const every = countOf(fields['sliding_window_pattern']) ?? (fields['model_type'] === 'gemma2' ? 2 : undefined);
  return every === undefined ? layers : layers - Math.floor(layers / every);
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function countOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
