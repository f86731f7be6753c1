import { Exit, type ExitStatus } from './exit';
import { extractFrom, wrongCommon } from './extraction';
import { readExtractOptions } from './extractOptions';
import { extractionJson, extractionNotes } from './extractReport';
import { openCard } from './openCard';
import { saveExtraction } from './saveExtraction';
import { complain, fail, print } from './terminal';

/** `model-card extract`: one model's scores of one table into model-index. */
export async function extract(args: readonly string[]): Promise<ExitStatus> {
  const read = readExtractOptions(args);
  if (read.kind === 'failure') return fail(read);
  const { options } = read;
  const wrong = wrongCommon(options);
  if (wrong) return fail(wrong);
  const card = await openCard(options.file);
  if (card.kind === 'failure') return fail(card);
  const extraction = extractFrom(card, options);
  if (extraction.kind === 'failure') return fail(extraction);

  const { plan } = extraction;
  const refused = options.onConflict === 'fail' && plan.conflicts.length > 0;
  const saved = await saveExtraction(card, extraction, options, !refused);
  if (saved.kind === 'failure') return fail(saved);

  if (options.json === true) await print(extractionJson(extraction, options, saved));
  else if (!refused) await print(plan.yaml);
  for (const note of extractionNotes(extraction, options, saved)) complain(note);
  return refused ? Exit.notOne : Exit.done;
}
