import type { Benchmarks } from '../results/benchmarks';
import type { CardAnalysis, CardName } from '../results/types';
import type { MetadataProblem, YamlDocument } from '../results/modelIndex/document';
import { resultsOf } from './modelIndexView';
import { type StructuralError, structuralErrors } from './structure';
import type { HubTerms } from './terms';
import { YamlView } from './yamlView';

/** A YAML document that a schema describes, as rules about its structure look at it. */
export interface StructuredView extends YamlView {
  /** Where it breaks its schema. */
  readonly structure: readonly StructuralError[];
}

/** What rules about front matter look at: nothing of the body, so that they run again only when the front matter changes. */
export class MetadataView extends YamlView implements StructuredView {
  readonly structure = structuralErrors('model-card', this.data);
  /** The results of model-index. */
  readonly results = resultsOf(this.data);

  constructor(
    yaml: YamlDocument,
    readonly terms: HubTerms,
  ) {
    super(yaml);
  }
}

/** What rules about a file in `.eval_results/` look at. */
export class EvalResultsView extends YamlView implements StructuredView {
  readonly structure = structuralErrors('eval-results', this.data);
}

/** What rules about a whole card look at. */
export interface CardView {
  readonly text: string;
  readonly analysis: CardAnalysis;
  readonly names: readonly CardName[];
  readonly benchmarks: Benchmarks;
  /** The file begins with a byte order mark that the text was read without. */
  readonly byteOrderMark: boolean;
}

/** What is left to look at where the YAML of a file cannot be read. */
export interface BrokenView {
  readonly text: string;
  readonly problem: MetadataProblem;
}
