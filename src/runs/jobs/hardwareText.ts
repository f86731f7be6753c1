import type { Hardware } from '../../hub';
import { GIB } from '../memory';

/** The GPUs of hardware in words: `4 × A100, 80 GB each`; empty where it has none. */
export function gpusOf({ accelerator }: Hardware): string {
  if (accelerator === null) return '';
  const { count, model, memory } = accelerator;
  const size = `${String(Math.round(memory / GIB))} GB`;
  return count === 1 ? `${model}, ${size}` : `${String(count)} × ${model}, ${size} each`;
}
