import { asMap } from '../../results/plainValues';
import { Link } from '../documentation';
import type { Rule } from '../rule';
import { nearestTerm } from '../suggest';
import type { MetadataView } from '../views';
import { replaceText } from '../yamlEdits';

/** Tags that were on the official list once, and what the Hub files such models under now. */
const FORMER_TAGS: ReadonlyMap<string, string> = new Map([
  ['conversational', 'text-generation'],
  ['text2text-generation', 'text-generation'],
  ['structured-data-classification', 'tabular-classification'],
]);

/** A pipeline tag that the Hub does not know: the model is listed under no task. */
export const pipelineTag: Rule<MetadataView, string | undefined> = {
  code: 'pipeline-tag.unknown',
  severity: 'warning',
  link: Link.task,

  *find(view) {
    const tag = asMap(view.data)['pipeline_tag'];
    if (typeof tag !== 'string' || view.terms.tasks.some(({ id }) => id === tag)) return;
    const meant = FORMER_TAGS.get(tag) ?? nearestTerm(tag, view.terms.tasks);
    const advice = meant === undefined ? 'choose one from https://hf.co/tasks.' : `did you mean "${meant}"?`;
    const message = `The pipeline tag "${tag}" is not in the official list: ${advice}`;
    yield { range: view.valueRange(['pipeline_tag']), message, data: meant };
  },

  fixes({ data: meant }, view) {
    if (meant === undefined) return [];
    return [{ title: `Change to "${meant}"`, edits: replaceText(view, ['pipeline_tag'], meant), safe: false }];
  },
};
