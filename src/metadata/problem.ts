import type { TextEdit, TextRange } from '../card/text';

/** How much a problem matters: the Hub rejects it, warns of it or accepts harm; the last two are advice. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Something in a card that the Hub, or a tool that reads cards, would not take as it is meant. */
export interface Problem {
  /** The dotted code of the rule that found it. */
  readonly code: string;
  readonly severity: Severity;
  /** Offsets in the file. */
  readonly range: TextRange;
  /** One sentence that a person can act on. */
  readonly message: string;
  /** A page about it. */
  readonly link: string;
  /** What its fixes need to know, as plain data. */
  readonly data: unknown;
}

/** A way to mend a problem. */
export interface Fix {
  readonly title: string;
  /** The smallest edits of the file's text. */
  readonly edits: readonly TextEdit[];
  /** Says nothing that the card did not say before, so that it may be applied without a look at it. */
  readonly safe: boolean;
}
