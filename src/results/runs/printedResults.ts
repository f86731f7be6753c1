import { problem, type ResultFile, type ResultFileProblem } from './resultFile';
import { ResultLines } from './resultLines';

/** Our scripts print their results last. */
const TAIL_BYTES = 4 * 1024 * 1024;

/** The JSON that one of our scripts printed at the end of its log, such as a job's, that somebody saved as text. */
export async function readPrintedResults(
  file: ResultFile,
): Promise<{ readonly kind: 'json'; readonly text: string } | ResultFileProblem> {
  const start = Math.max(0, file.size - TAIL_BYTES);
  const results = new ResultLines();
  results.add(new TextDecoder().decode(await file.read(start, TAIL_BYTES)));
  if (results.json !== null) return { kind: 'json', text: results.json };
  const message = `${file.name} is no result file: it is neither JSON nor a log of inspect, and no results of a run were printed at its end.`;
  return problem(message);
}
