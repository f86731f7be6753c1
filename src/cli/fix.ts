import { count } from '../plural';
import { badUse, parseArguments } from './arguments';
import { FileChecker } from './checkFile';
import { loadMetadata } from './core';
import { Exit, type ExitStatus } from './exit';
import { readCard } from './readCard';
import { complain, fail, oneLine, print } from './terminal';
import { writeCard } from './writeCard';

/** `model-card fix`: applies every safe fix to any number of files, or lists them. */
export async function fix(args: readonly string[]): Promise<ExitStatus> {
  const parsed = parseArguments('fix', args, { write: { type: 'boolean' } });
  if (parsed.kind === 'failure') return fail(parsed);
  const { files, values } = parsed;
  if (files.length === 0) return fail(badUse('fix', 'The card is missing'));
  const checker = new FileChecker();
  let status: ExitStatus = Exit.done;
  let fixes = 0;
  for (const file of files) {
    const read = readCard(file);
    if (read.kind === 'failure') {
      status = fail(read);
      continue;
    }
    const opened = checker.open(file, read);
    const { text, applied } = loadMetadata().mendSafely(opened.text, opened.check);
    const problem = values.write === true && text !== opened.text ? writeCard(file, opened.text, text) : null;
    if (problem) {
      status = fail(problem);
      continue;
    }
    fixes += applied.length;
    for (const { line, title, code } of applied) await print(`${file}:${String(line)}: ${oneLine(title)} [${code}]\n`);
  }
  complain(values.write === true ? `${count(fixes, 'fix', 'fixes')} applied` : offered(fixes));
  return status;
}

function offered(fixes: number): string {
  return fixes === 0 ? 'nothing to fix' : `${count(fixes, 'fix', 'fixes')}; apply with --write`;
}
