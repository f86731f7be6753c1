import { writeFileSync } from 'node:fs';
import type { FailedCard, ReportSection } from '../batch';
import { count } from '../plural';
import { loadBatch } from './batchBundle';
import type { Session } from './batchSession';
import { Exit, type ExitStatus } from './exit';
import { alignColumns, complain, fail, oneLine, print } from './terminal';
import { unwritable } from './writeCard';

/** What is printed, and where a report goes. */
export interface Output {
  readonly json?: boolean | undefined;
  readonly report?: string | undefined;
}

interface OneOutcome {
  readonly kind: string;
}

/** The outcomes of a batch as they come: told at once where JSON is wanted, all together in the end. */
export class Outcomes<T extends OneOutcome> {
  readonly all: (T | FailedCard)[] = [];
  readonly #json: boolean;

  constructor({ json }: Output) {
    this.#json = json === true;
  }

  readonly add = (outcome: T | FailedCard): void => {
    this.all.push(outcome);
    if (this.#json) void print(`${JSON.stringify(outcome)}\n`);
    else if (this.all.length % 100 === 0) complain(`${count(this.all.length, 'card')} so far`);
  };
}

/** Prints and writes what became of a batch; the status is `whenDone` unless something failed or was stopped. */
export async function finish(
  title: string,
  { all }: { readonly all: readonly OneOutcome[] },
  sections: readonly ReportSection[],
  { json, report }: Output,
  { run }: Session,
  whenDone: ExitStatus = Exit.done,
): Promise<ExitStatus> {
  if (json !== true) await print(sectionsText(sections));
  if (report !== undefined) {
    try {
      const { jsonReport, markdownReport } = loadBatch();
      writeFileSync(report, /\.json$/i.test(report) ? jsonReport(title, all) : markdownReport(title, sections));
    } catch (error) {
      return fail(unwritable(report, error));
    }
  }
  if (run.signal.aborted) {
    complain('Stopped; with --journal the same command goes on here.');
    return Exit.unreadable;
  }
  return all.some(({ kind }) => kind === 'failed') ? Exit.unreadable : whenDone;
}

function sectionsText(sections: readonly ReportSection[]): string {
  const blocks = sections.map(({ heading, rows }) => {
    const lines = alignColumns(rows.map((row) => row.map(oneLine)));
    return [`${heading} (${rows.length})`, ...lines.map((line) => `  ${line}`), ''].join('\n');
  });
  return blocks.join('\n');
}
