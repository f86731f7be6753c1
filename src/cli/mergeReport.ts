import type { CommitDone } from '../hub';
import type { MergeConflict, ResultDraft } from '../results/types';
import type { Extraction, ScoreOrigin } from './mergeDrafts';
import type { MergeOptions, MergeRequest } from './mergeOptions';
import type { Saved } from './saveMerge';
import { count, oneLine } from './terminal';

/** The one JSON object that `--json` prints. */
export function mergeJson(extraction: Extraction, { options }: MergeRequest, saved: Saved): string {
  const { origin, modelName, results, leftOut, plan } = extraction;
  const report = {
    file: options.file,
    ...origin.facts,
    model: modelName,
    results,
    yaml: plan.yaml,
    same: plan.same.length,
    conflicts: plan.conflicts.map(conflictJson),
    leftOut: leftOut.map(({ draft, reason }) => ({ name: draft.name, value: draft.value, line: draft.line, reason })),
    written: saved.kind !== 'nowhere',
    ...(saved.kind === 'hub' && saved.done),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** What a person should know beside the YAML, one sentence each. */
export function mergeNotes(extraction: Extraction, request: MergeRequest, saved: Saved): readonly string[] {
  const { leftOut, origin, plan } = extraction;
  const { options } = request;
  const replaced = plan.conflicts.filter(({ decision }) => decision === 'replace');
  const notes = [
    ...leftOut.map(({ draft, reason }) => `left out: ${nameOf(draft)}${inLine(draft.line)}: ${reason}`),
    ...plan.conflicts.map((conflict) => describeConflict(conflict, origin, options)),
  ];
  for (const { dataset, metric, origin: place } of plan.repeated) {
    notes.push(
      `repeated: ${oneLine(dataset.name)} ${metric.value.text}${inLine(place?.line)} says the same as an earlier row.`,
    );
  }
  if (plan.same.length > 0) notes.push(`${count(plan.same.length, 'value')} in model-index already.`);
  if (plan.edits.length === 0) return [...notes, `${options.file}: nothing to add.`];
  const change = `${count(plan.added.length, 'result')} added, ${count(replaced.length, 'value')} replaced`;
  switch (saved.kind) {
    case 'file':
      return [...notes, `${options.file}: ${change}.`];
    case 'hub':
      return [...notes, `${options.file}: ${change}; ${describeCommit(saved.done)}`];
    case 'nowhere':
      return [...notes, nothingWritten(request, saved.onHub)];
  }
}

function describeCommit({ pullRequest, url }: CommitDone): string {
  return pullRequest === undefined ? `committed as ${url}` : `pull request ${String(pullRequest)} is open at ${url}`;
}

function nothingWritten({ options, commandWith }: MergeRequest, onHub: boolean): string {
  const asked = options.write === true || options.apply === true || options.createPr === true;
  if (asked) return `${options.file}: nothing is written.`;
  const command = commandWith(onHub ? { createPr: true } : { write: true });
  return `Nothing is written yet; to ${onHub ? 'propose' : 'add'} this: ${command}`;
}

/** Where in the card a score stands, if it stands there. */
function inLine(line: number | undefined): string {
  return line === undefined ? '' : ` in line ${String(line)}`;
}

function nameOf({ name, value }: ResultDraft): string {
  return `${oneLine(name)} ${value}`;
}

function describeConflict(
  { existing, wanted, decision }: MergeConflict,
  { subject }: ScoreOrigin,
  { onConflict }: MergeOptions,
): string {
  const said = `${wanted.metric.value.text}${inLine(wanted.origin?.line)}`;
  const claimed = oneLine(existing.result.metric.value.text);
  const verified = existing.verified ? ', verified by the Hub,' : '';
  const card = `model-index says ${claimed === '' ? 'nothing' : claimed}${verified} in line ${String(existing.line)}`;
  const kept = onConflict === 'fail' ? '' : '; the card keeps its value (--on-conflict replace takes the new one)';
  const lost = existing.verified ? ', whose verification is for the old one' : '';
  const done = decision === 'replace' ? `; the new value replaces it${lost}` : kept;
  const shots = wanted.shots === undefined ? '' : ` (${String(wanted.shots)}-shot)`;
  return `conflict: ${oneLine(wanted.dataset.name)}${shots}: ${card}, ${subject} ${said}${done}.`;
}

function conflictJson({ existing, wanted, decision }: MergeConflict): object {
  return {
    name: wanted.dataset.name,
    metric: wanted.metric.type,
    shots: wanted.shots,
    existing: { value: existing.result.metric.value.text, line: existing.line, verified: existing.verified },
    wanted: { value: wanted.metric.value.text, line: wanted.origin?.line },
    decision,
  };
}
