import { count } from '../plural';
import type { CommitDone } from '../hub';
import type { MergeConflict, ResultDraft } from '../results/types';
import { loadCore } from './core';
import type { Extraction, ScoreOrigin } from './mergeDrafts';
import type { MergeOptions, MergeRequest } from './mergeOptions';
import type { Saved } from './saveMerge';
import { oneLine } from './terminal';

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
  const { taken, leftOut, origin, plan } = extraction;
  const { options } = request;
  const replaced = plan.conflicts.filter(({ decision }) => decision === 'replace');
  const notes = [
    ...draftNotes(taken),
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
      return [...notes, nothingWritten(request, saved.next)];
  }
}

function describeCommit({ pullRequest, url }: CommitDone): string {
  return pullRequest === undefined ? `committed as ${url}` : `pull request ${String(pullRequest)} is open at ${url}`;
}

/** What is to be known of scores that become results, with the names it is true of. */
function draftNotes(taken: readonly ResultDraft[]): readonly string[] {
  const notes = new Set(taken.flatMap((draft) => draft.notes));
  return [...notes].map((note) => {
    const names = taken.filter((draft) => draft.notes.includes(note)).map(({ name }) => oneLine(name));
    return `${names.join(', ')}: ${note}`;
  });
}

function nothingWritten({ options, commandWith }: MergeRequest, next: 'write' | 'createPr' | undefined): string {
  const asked = options.write === true || options.apply === true || options.createPr === true;
  if (asked) return `${options.file}: nothing is written.`;
  if (next === undefined) {
    return `Nothing is written, as ${options.file} is no file that could be; add the YAML by hand.`;
  }
  return `Nothing is written yet; to ${next === 'write' ? 'add' : 'propose'} this: ${commandWith({ [next]: true })}`;
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
  const said = `${oneLine(wanted.metric.value.text)}${inLine(wanted.origin?.line)}`;
  const claimed = oneLine(existing.result.metric.value.text);
  const verified = existing.verified ? ', verified by the Hub,' : '';
  const card = `model-index says ${claimed === '' ? 'nothing' : claimed}${verified} in line ${String(existing.line)}`;
  const instead = existing.verified
    ? `if ${subject} is right, change it by hand and delete verified and verifyToken`
    : '--on-conflict replace takes the new one';
  const kept = onConflict === 'fail' ? '' : `; the card keeps its value (${instead})`;
  const done = decision === 'replace' ? '; the new value replaces it' : kept;
  const name = oneLine(loadCore().withShots(wanted.dataset.name, wanted.shots));
  return `conflict: ${name}: ${card}, ${subject} ${said}${done}.`;
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
