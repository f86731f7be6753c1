import type { Rule } from '../rule';
import type { BrokenView, CardView, EvalResultsView, MetadataView } from '../views';
import { booleanWord } from './booleanWord';
import { brokenYaml } from './brokenYaml';
import { byteOrderMark } from './byteOrderMark';
import { carbonUnit } from './carbonUnit';
import { collidingResults } from './collidingResults';
import { contradiction } from './contradiction';
import { datasetType } from './datasetType';
import { differsFromTable } from './differsFromTable';
import { duplicateMetric } from './duplicateMetric';
import { evalDate } from './evalDate';
import { evalDuplicate } from './evalDuplicate';
import { evalSyntax } from './evalSyntax';
import { frontMatterHidden } from './frontMatterHidden';
import { frontMatterMissing } from './frontMatterMissing';
import { frontMatterUnclosed } from './frontMatterUnclosed';
import { hubId } from './hubId';
import { languageCode } from './languageCode';
import { licenseOther } from './licenseOther';
import { licenseUnknown } from './licenseUnknown';
import { markdownName } from './markdownName';
import { missingKey } from './missingKey';
import { mixedScales } from './mixedScales';
import { nearTable } from './nearTable';
import { noDataset } from './noDataset';
import { noMap } from './noMap';
import { noResults } from './noResults';
import { notANumber } from './notANumber';
import { notInList } from './notInList';
import { overHundred } from './overHundred';
import { pipelineTag } from './pipelineTag';
import { secondBlock } from './secondBlock';
import { severalEntries } from './severalEntries';
import { sourceUrl } from './sourceUrl';
import { tagsDuplicate } from './tagsDuplicate';
import { templateLeft } from './templateLeft';
import { unquotedDate } from './unquotedDate';
import { verifiedByHand } from './verifiedByHand';
import { wrongType } from './wrongType';

/** Rules about a card as a whole: how its front matter stands in it, and its tables. */
export const CARD_RULES: readonly Rule<CardView>[] = [
  frontMatterMissing,
  frontMatterHidden,
  frontMatterUnclosed,
  byteOrderMark,
  secondBlock,
  brokenYaml,
  noMap,
  differsFromTable,
  nearTable,
];

/** Rules about what the front matter says. */
export const METADATA_RULES: readonly Rule<MetadataView>[] = [
  wrongType,
  missingKey,
  notInList,
  templateLeft,
  languageCode,
  booleanWord,
  licenseUnknown,
  licenseOther,
  hubId,
  pipelineTag,
  tagsDuplicate,
  carbonUnit,
  severalEntries,
  noResults,
  noDataset,
  datasetType,
  unquotedDate,
  sourceUrl,
  markdownName,
  verifiedByHand,
  collidingResults,
  duplicateMetric,
  contradiction,
  mixedScales,
  notANumber,
  overHundred,
];

/** Rules about the files in `.eval_results/`. */
export const EVAL_RESULTS_RULES: readonly Rule<EvalResultsView>[] = [
  wrongType,
  missingKey,
  notInList,
  evalDate,
  evalDuplicate,
];

/** Rules about a file in `.eval_results/` that cannot be read. */
export const BROKEN_RULES: readonly Rule<BrokenView>[] = [evalSyntax];

/** All rules. */
export const RULES: readonly Pick<Rule<never>, 'code'>[] = [
  ...CARD_RULES,
  ...METADATA_RULES,
  ...EVAL_RESULTS_RULES,
  ...BROKEN_RULES,
];
