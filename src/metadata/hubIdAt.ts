import type { TextRange } from '../card/text';
import { lineAt } from './topLevelBlock';

/** The id of a model or dataset that is being written; the range is what is written of it so far. */
export interface HubIdBegun extends TextRange {
  readonly kind: 'model' | 'dataset';
  readonly text: string;
}

/** The keys whose values are ids of the Hub; below another key only with its name before theirs. */
const KINDS: Readonly<Record<string, HubIdBegun['kind']>> = {
  base_model: 'model',
  new_version: 'model',
  datasets: 'dataset',
  // Of model-index, and of the files in .eval_results.
  'dataset.type': 'dataset',
  'dataset.id': 'dataset',
};

/** Indentation with dashes, a key, and what is written of its value. */
const LINE = /^([ \t]*(?:-[ \t]+)*)(?:([\w-]+):[ \t]+)?["']?([\w./-]*)$/;

/** The id that is being written at a place of some YAML, told from its lines alone, since it may be broken elsewhere. */
export function hubIdAt(yaml: string, offset: number): HubIdBegun | null {
  const { start } = lineAt(yaml, offset);
  const match = LINE.exec(yaml.slice(start, offset));
  if (match === null) return null;
  const [, indentation = '', key, text = ''] = match;
  // The items of a list may stand as far left as its key.
  const left = key === undefined ? indentation.length - 1 : indentation.length;
  const above = keyAbove(yaml.slice(0, start), left);
  const path = [above, key].filter((part) => part !== undefined).join('.');
  const kind = Object.hasOwn(KINDS, path) ? KINDS[path] : undefined;
  return kind === undefined ? null : { kind, text, start: offset - text.length, end: offset };
}

/** The key without a value on the nearest line that begins further left. */
function keyAbove(before: string, left: number): string | undefined {
  for (const line of before.split(/\r\n|\r|\n/).reverse()) {
    const [indentation = ''] = /^[ \t]*(?:-[ \t]+)*/.exec(line) ?? [];
    if (/^\s*(?:#|$)/.test(line) || indentation.length >= left) continue;
    return /^([\w-]+):[ \t]*(?:#.*)?$/.exec(line.slice(indentation.length))?.[1];
  }
  return undefined;
}
