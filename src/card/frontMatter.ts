import type { TextRange } from './text';

/**
 * Where the front matter of a card stands, by the same rule as the Hub's server:
 * `^(\s*---(?:\r\n|\r|\n))([\S\s]*?)((?:\r\n|\r|\n)---[ \t]*(\r\n|\n|$))`, after an optional BOM.
 */
export type FrontMatter =
  | { readonly kind: 'none' }
  /** `block` runs from the opening `---` to the end of the closing line; `yaml` is what stands between. */
  | { readonly kind: 'present'; readonly block: TextRange; readonly yaml: TextRange; readonly bom: boolean }
  /** A metadata block that the Hub does not see because of `before` (text or a comment above it). */
  | { readonly kind: 'hidden'; readonly block: TextRange; readonly yaml: TextRange; readonly before: TextRange }
  /** An opening `---` at the top that is never closed. */
  | { readonly kind: 'unclosed'; readonly start: number };
