import { count } from '../plural';
import type { EvaluationResult } from '../results/evaluationResult';
import type { MergeConflict } from '../results/types';
import type { ToolExtraction } from './extraction';

/** Whether an extraction changes anything. */
export function changesCard({ plan }: ToolExtraction): boolean {
  return plan.edits.length > 0;
}

/** What would be added, what contradicts it and what stays out, as Markdown: for the person and for the model. */
export function summarize(extraction: ToolExtraction): string {
  const { card, table, model, plan, leftOut } = extraction;
  const from = `table ${table.number} (line ${table.grid.line})${model === '' ? '' : `, model ${inline(model)}`}`;
  return [
    `${inline(card.name)}: from ${from}, ${added(extraction)}.`,
    ...section('Added to model-index', plan.added.map(describe)),
    ...section('Contradictions', plan.conflicts.map(describeConflict)),
    ...section(
      'Left out',
      leftOut.map(({ draft, reason }) => `${inline(draft.name)} ${inline(draft.value)}: ${reason}`),
    ),
  ].join('\n');
}

function added({ plan }: ToolExtraction): string {
  const replaced = plan.conflicts.filter(({ decision }) => decision === 'replace').length;
  const parts = [
    count(plan.added.length, 'new result'),
    ...(replaced > 0 ? [`${count(replaced, 'value')} replaced`] : []),
    ...(plan.same.length > 0 ? [`${plan.same.length} there already`] : []),
  ];
  return parts.join(', ');
}

function section(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : ['', `${title}:`, ...items.map((item) => `- ${item}`)];
}

function describe({ dataset, metric, shots }: EvaluationResult): string {
  const shown = shots === undefined ? '' : `, ${shots}-shot`;
  return `${inline(dataset.name)}${shown}, ${inline(metric.name ?? metric.type)}: ${metric.value.text}${metric.unit ?? ''}`;
}

function describeConflict({ existing, wanted, decision }: MergeConflict): string {
  const verified = existing.verified ? ', verified by the Hub' : '';
  const claimed = `model-index says ${inline(existing.result.metric.value.text)}${verified} in line ${existing.line}`;
  const done = decision === 'replace' ? 'it is replaced' : 'it is kept';
  return `${describe(wanted)} in the table, ${claimed}; ${done}`;
}

/** A text of a card or of the Hub on one line, without markup of its own. */
export function inline(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_<>[\]|~]/g, '\\$&');
}
