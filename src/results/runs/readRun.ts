import type { Benchmarks } from '../benchmarks';
import type { EvaluationResult } from '../evaluationResult';
import { isPlainMap, type PlainMap } from '../plainValues';
import { MADE_UP_ID } from '../slug';
import { isInspect, readInspect } from './inspect';
import { parseJson } from './json';
import { isJson, readJsonHead } from './jsonHead';
import { isLighteval, readLighteval } from './lighteval';
import { isLmEval, readLmEval } from './lmEval';
import { known, type Measured, type RunRecord, type SampleCount } from './measured';
import { isOwnResults, readOwnResults } from './ownResults';
import { howToReproduce } from './reproduce';
import { readPrintedResults } from './printedResults';
import { problem, type ResultFile, type ResultFileProblem } from './resultFile';
import { datasetOf } from './runDataset';
import { metricName, runMetricType } from './runMetric';
import { isZip, readZipEntry } from './zip';

/** One value of a run as a result, and what a person should know of it. */
export interface RunResult {
  readonly result: EvaluationResult;
  /** The name of the average that stands for it among the results. */
  readonly partOf?: string;
  /** How much of the benchmark was evaluated, in words, where that is not the whole. */
  readonly extent?: string;
  readonly notes: readonly string[];
}

/** What a result file says. */
export interface Run {
  readonly kind: 'run';
  /** The framework and its version, as a source is named: `lm-eval 0.4.13`. */
  readonly sourceName: string;
  /** The model that was evaluated, as the framework names it. */
  readonly model?: string;
  readonly results: readonly RunResult[];
  /** Sentences on what is amiss with the whole run. */
  readonly warnings: readonly string[];
  /** How it is done again, as Markdown. */
  readonly reproduce: string;
}

/** The part of a log of inspect that tells its results. */
const LOG_HEADER = 'header.json';

/** Reads a result file of lighteval, inspect or lm-eval, or of our own scripts, or the log that those print; its content tells which it is. */
export async function readRun(file: ResultFile, benchmarks: Benchmarks): Promise<Run | ResultFileProblem> {
  const start = await file.read(0, 1024);
  if (start.length === 0) return problem(`${file.name} is empty; look whether the run ended well.`);
  if (isUtf16(start)) return problem(`${file.name} is in UTF-16, as PowerShell writes; save it as UTF-8 first.`);
  const read = isZip(start) ? readLogHeader : isJson(start) ? readJsonHead : readPrintedResults;
  const head = await read(file);
  if (head.kind === 'problem') return head;
  const json = parseJson(head.text);
  if (!isPlainMap(json)) {
    return problem(`${file.name} is no result file: its JSON is broken or holds no results; choose another file.`);
  }
  const record = recordOf(json, file.name);
  if (record.kind === 'problem') return record;
  if (record.measured.length === 0) return problem(`${file.name} holds no values; look whether the run ended well.`);
  return runOf(record, file.name, benchmarks);
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

async function readLogHeader(
  file: ResultFile,
): Promise<{ readonly kind: 'json'; readonly text: string } | ResultFileProblem> {
  const header = await readZipEntry(file, LOG_HEADER);
  if (header === null) {
    const message = `${file.name} has no results: it is no log of inspect, or of a run that did not end; run it again.`;
    return problem(message);
  }
  return header.kind === 'problem' ? header : { kind: 'json', text: new TextDecoder().decode(header.bytes) };
}

function recordOf(json: PlainMap, fileName: string): RunRecord | ResultFileProblem {
  if (isOwnResults(json)) return readOwnResults(json);
  if (isInspect(json)) return readInspect(json, fileName);
  if (isLighteval(json)) return readLighteval(json, fileName);
  if (isLmEval(json)) return readLmEval(json, fileName);
  const known = 'lighteval, inspect and the LM Evaluation Harness';
  return problem(`${fileName} is no result file that is known here; those of ${known} are.`);
}

function runOf(record: RunRecord, fileName: string, benchmarks: Benchmarks): Run {
  const { framework, version, model, measured, warnings } = record;
  return {
    kind: 'run',
    sourceName: [framework, version].filter((part) => part !== undefined).join(' '),
    ...known({ model }),
    results: measured.map((one) => resultOf(one, record, fileName, benchmarks)),
    warnings,
    reproduce: howToReproduce(record),
  };
}

function resultOf(measured: Measured, record: RunRecord, fileName: string, benchmarks: Benchmarks): RunResult {
  const { metric, group, variant, value, standardError, higherIsBetter, shots, samples, partOf } = measured;
  const { dataset, isKnown } = datasetOf(measured, benchmarks);
  const { framework, version, modelRevision, date, setup } = record;
  const ownName = [metricName(metric), group, variant].filter((part) => part !== undefined).join(', ');
  const result: EvaluationResult = {
    task: { type: 'text-generation' },
    dataset,
    metric: {
      type: runMetricType(metric),
      name: `${ownName} (${framework})`,
      value: { number: value, text: String(value) },
      ...known({ higherIsBetter }),
    },
    ...known({
      shots,
      standardError: standardError === undefined ? undefined : String(standardError),
      samples: samples?.evaluated,
      date,
    }),
    ...(samples?.partial === true && { partial: true }),
    run: {
      framework,
      ...known({ version, modelRevision, notes: setup.length === 0 ? undefined : setup.join(', ') }),
    },
    origin: { file: fileName },
  };
  return {
    result,
    ...known({ partOf, extent: samples?.partial === true ? extentOf(samples) : undefined }),
    notes: isKnown ? [] : [MADE_UP_ID],
  };
}

function extentOf({ evaluated, total, limit }: SampleCount): string {
  if (evaluated !== undefined && total !== undefined) {
    return evaluated < total ? `${evaluated} of ${total} samples` : 'incomplete';
  }
  if (evaluated !== undefined) return samplesText(evaluated);
  return limit === undefined ? 'incomplete' : `at most ${samplesText(limit)}`;
}

function samplesText(count: number): string {
  return count === 1 ? '1 sample' : `${count} samples`;
}
