import type { TextRange } from '../../card/text';

/** Something that can be written at a place of some YAML; the range is what it replaces. */
export interface Suggestion extends TextRange {
  readonly kind: 'key' | 'value' | 'snippet';
  readonly label: string;
  /** What the label stands for, such as the full name of a licence; empty where there is nothing to say. */
  readonly name: string;
  /** What the word that is being written is compared with. */
  readonly filter: string;
  /** The text to insert, as VS Code's snippets are written. */
  readonly snippet: string;
  /** More about it, as Markdown. */
  readonly documentation: string;
}

/** What can be written at a place; `isComplete` is false where more would match a longer word. */
export interface Suggestions {
  readonly items: readonly Suggestion[];
  readonly isComplete: boolean;
}

/** What a part of some YAML means, as Markdown. */
export interface Explanation extends TextRange {
  readonly text: string;
}

/** Which of our schemas describes a file. */
export type SchemaName = 'model-card' | 'eval-results';

/** A place in the YAML of a file. */
export interface YamlPlace {
  readonly schema: SchemaName;
  readonly yaml: string;
  readonly offset: number;
}
