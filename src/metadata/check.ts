import type { ParsedCard } from '../results/analysis';
import type { Benchmarks } from '../results/benchmarks';
import { type MetadataDocument, parseYaml } from '../results/modelIndex/document';
import type { CardName } from '../results/types';
import type { MendableProblem } from './combine';
import { ignoredCodes } from './ignored';
import type { Fix, Problem } from './problem';
import type { Rule } from './rule';
import { BROKEN_RULES, CARD_RULES, EVAL_RESULTS_RULES, METADATA_RULES } from './rules';
import type { HubTerms } from './terms';
import { EvalResultsView, MetadataView } from './views';

/** What is known besides a card's text. */
export interface CardKnowledge {
  readonly names: readonly CardName[];
  readonly benchmarks: Benchmarks;
  readonly terms: HubTerms;
  /** The file begins with a byte order mark that the text was read without. */
  readonly byteOrderMark?: boolean;
}

/** A problem with the way to its fixes, which are worked out when they are asked for. */
interface Found {
  readonly problem: Problem;
  fixes(): readonly Fix[];
}

/** What was found in a front matter. */
interface CheckedMetadata {
  readonly document: MetadataDocument;
  readonly found: readonly Found[];
}

/** The problems of one version of a file, in the order of the text. */
export class CheckedFile {
  readonly problems: readonly Problem[];
  /** What holds for the next version too, if its front matter is the same. */
  readonly metadata: CheckedMetadata | null;
  readonly #found: readonly Found[];

  constructor(found: readonly Found[], ignored: ReadonlySet<string>, metadata: CheckedMetadata | null = null) {
    this.metadata = metadata;
    this.#found = found
      .filter(({ problem }) => !ignored.has(problem.code))
      .sort((a, b) => a.problem.range.start - b.problem.range.start);
    this.problems = this.#found.map(({ problem }) => problem);
  }

  /** The problems in these places of `problems`, or all, with what mends them. */
  mendable(places: Iterable<number> = this.problems.keys()): readonly MendableProblem[] {
    return [...places].flatMap((place) => {
      const found = this.#found[place];
      return found ? [{ problem: found.problem, fixes: found.fixes() }] : [];
    });
  }
}

/** Checks a card; its front matter only where that is not the `previous` version's. */
export function checkCard(
  text: string,
  { analysis, document }: ParsedCard,
  { names, benchmarks, terms, byteOrderMark = false }: CardKnowledge,
  previous?: CheckedFile,
): CheckedFile {
  const metadata =
    previous?.metadata && previous.metadata.document === document ? previous.metadata : checkMetadata(document, terms);
  const inCard = run(CARD_RULES, { text, analysis, names, benchmarks, byteOrderMark });
  return new CheckedFile([...(metadata?.found ?? []), ...inCard], ignoredCodes(analysis.yamlText ?? ''), metadata);
}

/** Checks a file of `.eval_results/`. */
export function checkEvalResults(text: string): CheckedFile {
  const parsed = parseYaml(text, { start: 0, end: text.length }, 'The file');
  const found =
    parsed.kind === 'document'
      ? run(EVAL_RESULTS_RULES, new EvalResultsView(parsed))
      : run(BROKEN_RULES, { text, problem: parsed.problem });
  return new CheckedFile(found, ignoredCodes(text));
}

function checkMetadata(document: MetadataDocument | null, terms: HubTerms): CheckedMetadata | null {
  return document?.root ? { document, found: run(METADATA_RULES, new MetadataView(document, terms)) } : null;
}

function run<View>(rules: readonly Rule<View>[], view: View): readonly Found[] {
  return rules.flatMap((rule) =>
    [...rule.find(view)].map((finding) => ({
      problem: { code: rule.code, severity: rule.severity, link: rule.link, ...finding },
      fixes: () => (rule.fixes?.(finding, view) ?? []).filter(({ edits }) => edits.length > 0),
    })),
  );
}
