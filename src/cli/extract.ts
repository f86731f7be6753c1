import { Exit, type ExitStatus } from './exit';
import { extractFrom } from './extraction';
import { readExtractOptions } from './extractOptions';
import { extractionJson, extractionNotes } from './extractReport';
import { openCard } from './openCard';
import { complain, fail, print } from './terminal';
import { writeCard } from './writeCard';

/** `model-card extract`: one model's scores of one table into model-index. */
export async function extract(args: readonly string[]): Promise<ExitStatus> {
  const read = readExtractOptions(args);
  if (read.kind === 'failure') return fail(read);
  const { options } = read;
  const card = openCard(options.file);
  if (card.kind === 'failure') return fail(card);
  const extraction = extractFrom(card, options);
  if (extraction.kind === 'failure') return fail(extraction);

  const { plan } = extraction;
  const refused = options.onConflict === 'fail' && plan.conflicts.length > 0;
  const write = options.write === true && !refused && plan.edits.length > 0;
  const problem = write ? writeCard(options.file, card.text, plan.text) : null;
  if (problem) return fail(problem);

  if (options.json === true) await print(extractionJson(extraction, options, write));
  else if (!refused) await print(plan.yaml);
  for (const note of extractionNotes(extraction, options, write)) complain(note);
  return refused ? Exit.notOne : Exit.done;
}
