import { count } from '../plural';
import { applyEdits, LineIndex } from '../card/text';
import { badUse, parseArguments } from './arguments';
import { type CheckableFile, FileChecker } from './checkFile';
import { loadMetadata } from './core';
import { Exit, type ExitStatus } from './exit';
import { readCard } from './readCard';
import { complain, fail, oneLine, print } from './terminal';
import { writeCard } from './writeCard';

/** A fix may bring more to light (metadata that was hidden, for one), but not without end. */
const MOST_ROUNDS = 10;

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
    const { text, done } = fixed(opened);
    const problem = values.write === true && text !== opened.text ? writeCard(file, opened.text, text) : null;
    if (problem) {
      status = fail(problem);
      continue;
    }
    fixes += done.length;
    for (const { line, what } of done) await print(`${file}:${String(line)}: ${what}\n`);
  }
  complain(values.write === true ? `${count(fixes, 'fix', 'fixes')} applied` : offered(fixes));
  return status;
}

function offered(fixes: number): string {
  return fixes === 0 ? 'nothing to fix' : `${count(fixes, 'fix', 'fixes')}; apply with --write`;
}

interface FixedText {
  readonly text: string;
  readonly done: readonly { readonly line: number; readonly what: string }[];
}

/** Applies the safe fixes of a file until there are no more; lines are those of the text at that time. */
function fixed({ text: original, check }: CheckableFile): FixedText {
  const done: FixedText['done'][number][] = [];
  let text = original;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const chosen = loadMetadata().chooseFixes(check(text).mendable(), (_problem, { safe }) => safe);
    if (chosen.length === 0) break;
    const lines = new LineIndex(text);
    for (const {
      problem,
      fix: { title },
    } of chosen) {
      done.push({ line: lines.lineAt(problem.range.start), what: `${oneLine(title)} [${problem.code}]` });
    }
    text = applyEdits(
      text,
      chosen.flatMap(({ fix: { edits } }) => edits),
    );
  }
  return { text, done };
}
