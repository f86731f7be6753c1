import { count } from '../plural';
import { LineIndex } from '../card/text';
import type { CheckedFile } from '../metadata';
import type { Severity } from '../metadata/problem';
import { oneLine } from './terminal';

type Format = (file: string, text: string, checked: CheckedFile) => string;

/** What a GitHub workflow calls the severities. */
const ANNOTATION: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** The problems of a file, a line for each. */
export const PROBLEM_FORMATS: Readonly<Record<'text' | 'github', Format>> = {
  text: (file, text, checked) =>
    placed(text, checked)
      .map(
        ({ line, column, problem: { severity, message, code } }) =>
          `${file}:${line}:${column}: ${severity}: ${oneLine(message)} [${code}]\n`,
      )
      .join(''),

  github: (file, text, checked) =>
    placed(text, checked)
      .map(({ line, column, endLine, endColumn, problem: { severity, message, code } }) => {
        const place = `file=${property(file)},line=${line},endLine=${endLine},col=${column},endColumn=${endColumn}`;
        return `::${ANNOTATION[severity]} ${place},title=${property(code)}::${escaped(oneLine(message))}\n`;
      })
      .join(''),
};

/** The line of JSON that `validate --json` prints for a file. */
export const problemsJson: Format = (file, text, checked) => {
  const fixes = checked.mendable().map((mendable) => mendable.fixes.map(({ title }) => title));
  const problems = placed(text, checked).map(({ problem: { code, severity, message }, ...place }, index) => ({
    ...{ code, severity, ...place, message },
    fixes: fixes[index],
  }));
  return `${JSON.stringify({ file, problems })}\n`;
};

/** `3 problems: 1 error, 2 warnings`. */
export function problemSummary(severities: readonly string[]): string {
  const counts = Object.keys(ANNOTATION).flatMap((severity) => {
    const number = severities.filter((one) => one === severity).length;
    const noun = severity === 'information' ? 'remark' : severity;
    return number === 0 ? [] : [count(number, noun)];
  });
  return `${count(severities.length, 'problem')}: ${counts.join(', ')}`;
}

/** Each problem with its 1-based lines and columns. */
function placed(text: string, { problems }: CheckedFile) {
  const lines = new LineIndex(text);
  return problems.map((problem) => {
    const { start, end } = problem.range;
    return {
      line: lines.lineAt(start),
      column: lines.columnAt(start),
      endLine: lines.lineAt(end),
      endColumn: lines.columnAt(end),
      problem,
    };
  });
}

/** Text of an annotation, with the signs that would end it or begin another spelled out. */
function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
