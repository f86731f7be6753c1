import { badUse, parseArguments } from './arguments';
import { FileChecker } from './checkFile';
import { Exit, type ExitStatus } from './exit';
import { PROBLEM_FORMATS, problemsJson, problemSummary } from './problemFormats';
import { readSource } from './readSource';
import { complain, fail, print } from './terminal';

/** `model-card validate`: the problems of any number of files, here or on the Hub; status 1 where one of them is an error. */
export async function validate(args: readonly string[]): Promise<ExitStatus> {
  const parsed = parseArguments('validate', args, { json: { type: 'boolean' }, format: { type: 'string' } });
  if (parsed.kind === 'failure') return fail(parsed);
  const { files, values } = parsed;
  const { format, json } = values;
  if (files.length === 0) return fail(badUse('validate', 'The card is missing'));
  if (json === true && format !== undefined) return fail(badUse('validate', '--json and --format exclude each other'));
  if (format !== undefined && format !== 'text' && format !== 'github') {
    return fail(badUse('validate', `--format takes text or github, not "${format}"`));
  }

  const describe = json === true ? problemsJson : PROBLEM_FORMATS[format ?? 'text'];
  const checker = new FileChecker();
  const severities: string[] = [];
  let unreadable: ExitStatus | null = null;
  for (const file of files) {
    const source = await readSource(file);
    if (source.kind === 'failure') {
      unreadable = fail(source);
      continue;
    }
    const { text, check } = checker.open(file, source);
    const checked = check(text);
    for (const { severity } of checked.problems) severities.push(severity);
    await print(describe(file, text, checked));
  }
  if (json !== true && severities.length > 0) complain(problemSummary(severities));
  return unreadable ?? (severities.includes('error') ? Exit.errors : Exit.done);
}
