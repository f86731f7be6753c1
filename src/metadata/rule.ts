import type { TextRange } from '../card/text';
import type { Fix, Severity } from './problem';

/** What a rule finds wrong in one place; `data` is what its fixes need. */
export interface Finding<Data> {
  readonly range: TextRange;
  readonly message: string;
  /** Where it is not the rule's own. */
  readonly severity?: Severity;
  readonly data: Data;
}

/** One thing that can be wrong in a file, and how to mend it. `View` is what the rule looks at. */
export interface Rule<View, Data = unknown> {
  /** Dotted: what it is about, then what is wrong. People switch rules off by it. */
  readonly code: string;
  readonly severity: Severity;
  readonly link: string;
  find(view: View): Iterable<Finding<Data>>;
  /** Looks at the same version of the file as `find` did. */
  fixes?(finding: Finding<Data>, view: View): readonly Fix[];
}
