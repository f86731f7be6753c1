import { datasetOf } from '../results/evalResults/conversionDataset';
import type { ConvertedClaim } from '../results/evalResults/convert';
import type { EvalConflict, EvalMergePlan, WantedEntry } from '../results/evalResults/merge';
import type { RegisteredBenchmarks } from '../results/evalResults/registered';
import type { ModelIndexEntry } from '../results/types';
import { type ConvertOptions, readConvertOptions } from './convertOptions';
import { loadBenchmarks, loadCore, loadRegistered } from './core';
import { readEvalFiles, writeEvalFile } from './evalFiles';
import { Exit, type ExitStatus, failure, type Failure } from './exit';
import { connectToHub } from './hub';
import { readLeaderboards, readRegistered } from './leaderboards';
import { type Card, openCard } from './openCard';
import { count } from '../plural';
import { complain, fail, oneLine, print } from './terminal';

/** `model-card convert`: what model-index claims into files of `.eval_results/` beside the card. */
export async function convert(args: readonly string[]): Promise<ExitStatus> {
  const read = readConvertOptions(args);
  if (read.kind === 'failure') return fail(read);
  const { options } = read;
  const card = await openCard(options.file);
  if (card.kind === 'failure') return fail(card);
  if (card.hub) return fail(failure(Exit.badUse, `${card.file} lies on the Hub; convert takes a card that lies here.`));
  const entry = entryOf(card, options);
  if ('kind' in entry) return fail(entry);
  const present = readEvalFiles(options.file);
  if ('kind' in present) return fail(present);

  const { claims, unread } = await convertClaims(entry, options);
  const wanted = claims.flatMap(({ conversion }): readonly WantedEntry[] =>
    conversion.kind === 'entry' ? [conversion] : [],
  );
  const plan = loadCore().planEvalMerge(present, wanted, options.onConflict);
  if (plan.kind === 'broken-file') {
    return fail(failure(Exit.unreadable, `${plan.path}:${String(plan.line)}:${String(plan.column)}: ${plan.message}`));
  }
  for (const { path, text } of plan.files) await print(`# ${path}\n${text}`);
  if (options.write) {
    for (const change of plan.files) {
      const failed = writeEvalFile(options.file, change);
      if (failed) return fail(failed);
    }
  }
  for (const note of [...claims.flatMap(noteOn), ...unread, ...notesOn(plan, options)]) complain(note);
  return wanted.length === 0 ? Exit.notOne : Exit.done;
}

function entryOf({ file, analysis }: Card, { entry: number }: ConvertOptions): ModelIndexEntry | Failure {
  const { entries, problem } = analysis.metadata;
  if (problem) {
    return failure(Exit.unreadable, `${file}:${String(problem.line)}:${String(problem.column)}: ${problem.message}`);
  }
  const entry = number === undefined ? entries[0] : entries[number - 1];
  if (entry && (number !== undefined || entries.length === 1)) return entry;
  if (entries.length === 0) return failure(Exit.notOne, `${file} has no model-index, so there is nothing to convert.`);
  const listed = entries.map(
    ({ name }, index) => `  --entry ${String(index + 1)}: ${oneLine(name ?? 'without a name')}`,
  );
  return failure(
    Exit.notOne,
    `${file} has ${count(entries.length, 'entry', 'entries')} in model-index; choose one.`,
    listed,
  );
}

/** Converts again and again: what may become an entry tells of which benchmarks more has to be read. */
async function convertClaims(
  entry: ModelIndexEntry,
  { taskIds, offline }: ConvertOptions,
): Promise<{ readonly claims: readonly ConvertedClaim[]; readonly unread: readonly string[] }> {
  const { convertModelIndex } = loadCore();
  const shipped = loadRegistered();
  const knowledge = { benchmarks: loadBenchmarks(), taskIds, leaderboards: new Map<string, readonly number[]>() };
  const by = (registered: RegisteredBenchmarks) => convertModelIndex(entry, { ...knowledge, registered });
  if (offline) return { claims: by(shipped), unread: [] };
  const connection = await connectToHub();
  if ('kind' in connection) return { claims: by(shipped), unread: [connection.message] };
  const registered = await readRegistered(connection, shipped, (list) =>
    by(list).flatMap(({ conversion }) => datasetOf(conversion)),
  );
  const datasets = new Set(
    by(registered).flatMap(({ conversion }) => (conversion.kind === 'entry' ? datasetOf(conversion) : [])),
  );
  const { leaderboards, unread } = await readLeaderboards(connection, [...datasets]);
  return { claims: convertModelIndex(entry, { ...knowledge, registered, leaderboards }), unread };
}

/** What became of one claim, where a person should know. */
function noteOn({ claim, conversion }: ConvertedClaim): readonly string[] {
  const { dataset, metric } = claim.result;
  const what = `${oneLine(dataset.name)} ${oneLine(metric.value.text)} in line ${String(claim.line)}`;
  if (conversion.kind === 'refused') {
    const option =
      conversion.reason === 'task' && conversion.dataset !== undefined
        ? ` and give it with --task-id ${conversion.dataset}=ID`
        : '';
    return [`left out: ${what}: ${oneLine(conversion.message)}${option}.`];
  }
  const { leaderboard, convertedFrom, entry } = conversion;
  if (!leaderboard) {
    return [
      `${what}: the scale of the leaderboard of ${entry.dataset.id} is not known; look whether its values are like ${entry.value.text}.`,
    ];
  }
  const beside = `the leaderboard of ${entry.dataset.id} has ${String(leaderboard.top)} at the top and ${String(leaderboard.median)} in the middle`;
  return [`${what}: ${beside}${convertedFrom === undefined ? '' : `, so it becomes ${entry.value.text}`}.`];
}

function notesOn(
  plan: EvalMergePlan & { readonly kind: 'merge' },
  { write, onConflict }: ConvertOptions,
): readonly string[] {
  const conflict = ({ path, existing, wanted }: EvalConflict) => {
    const kept = existing.verified
      ? 'the Hub has signed it, so it stays'
      : 'the file keeps its value (--on-conflict replace takes the new one)';
    const done = onConflict === 'replace' && !existing.verified ? 'the new value replaces it' : kept;
    return `conflict: ${path}:${String(existing.line)} says ${existing.value.text} for ${wanted.dataset.id}, model-index ${wanted.value.text}; ${done}.`;
  };
  const notes = plan.conflicts.map(conflict);
  if (plan.same.length > 0) notes.push(`${count(plan.same.length, 'result')} in .eval_results already.`);
  if (plan.files.length === 0) return [...notes, 'Nothing to write.'];
  const files = count(plan.files.length, 'file');
  return [...notes, write ? `${files} written.` : `Nothing is written yet; --write writes ${files}.`];
}
