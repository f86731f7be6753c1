import { count } from '../plural';
import type { ClaimLine } from '../results/claimLines';
import type { IndexedMetric, ModelIndexEntry } from '../results/types';
import { badUse, parseArguments } from './arguments';
import { loadBenchmarks, loadCore } from './core';
import { Exit, type ExitStatus, failure } from './exit';
import { type Card, openCard } from './openCard';
import { alignColumns, fail, oneLine, print } from './terminal';

/** `model-card show`: what the model-index of a card claims, and where its tables say the same. */
export async function show(args: readonly string[]): Promise<ExitStatus> {
  const parsed = parseArguments('show', args, {});
  if (parsed.kind === 'failure') return fail(parsed);
  const [file, another] = parsed.files;
  if (file === undefined) return fail(badUse('show', 'The card is missing'));
  if (another !== undefined) return fail(badUse('show', 'show takes one card at a time'));
  const card = await openCard(file);
  if (card.kind === 'failure') return fail(card);
  const { problem } = card.analysis.metadata;
  if (problem) {
    const place = `${file}:${String(problem.line)}:${String(problem.column)}`;
    return fail(failure(Exit.unreadable, `${place}: ${problem.message}`));
  }
  await print(showText(card));
  return Exit.done;
}

function showText({ file, text, analysis, names }: Card): string {
  const { entries } = analysis.metadata;
  if (analysis.frontMatter.kind === 'hidden') {
    const { why, remedy } = loadCore().whyHidden(text, analysis.frontMatter);
    return `${file}: the Hub does not see the front matter, as ${why}; ${remedy} first.\n`;
  }
  if (entries.length === 0)
    return `${file}: no model-index; "model-card inspect ${file}" lists the tables to extract from.\n`;
  const lines = loadCore().claimLines(analysis, names, loadBenchmarks());
  return `${[file, ...entries.flatMap((entry) => showEntry(entry, lines))].join('\n')}\n`;
}

function showEntry(
  { name, metrics }: ModelIndexEntry,
  lines: ReadonlyMap<IndexedMetric, ClaimLine>,
): readonly string[] {
  const rows = metrics.map((metric) => [...describeClaim(metric), describeLine(lines.get(metric))]);
  return [
    '',
    `${oneLine(name ?? 'without a name')}: ${count(metrics.length, 'value')}`,
    ...alignColumns(rows).map((line) => `  ${line}`),
  ];
}

/** Benchmark, metric, value and line of a claim. */
function describeClaim({ result, line, verified }: IndexedMetric): readonly string[] {
  const { dataset, metric, shots } = result;
  const name = oneLine(loadCore().withShots(dataset.name, shots));
  const metricShown = `${oneLine(metric.name ?? metric.type)}${verified ? ' (verified)' : ''}`;
  return [name, metricShown, oneLine(metric.value.text), `line ${String(line)}`];
}

function describeLine(found: ClaimLine | undefined): string {
  if (found === undefined) return 'in no table';
  return found.same ? `table line ${String(found.line)}` : `table line ${String(found.line)} has another value`;
}
