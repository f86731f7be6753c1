import { badUse, parseArguments } from './arguments';
import { loadCore } from './core';
import { Exit, type ExitStatus, type Failure } from './exit';
import { inspectJson } from './inspectJson';
import { inspectText } from './inspectText';
import { openCard } from './openCard';
import { readCard } from './readCard';
import { fail, print } from './terminal';

/** `model-card inspect`: the tables of any number of cards, one card in memory at a time. */
export async function inspect(args: readonly string[]): Promise<ExitStatus> {
  const parsed = parseArguments('inspect', args, { json: { type: 'boolean' } });
  if (parsed.kind === 'failure') return fail(parsed);
  const { files, values } = parsed;
  if (files.length === 0) return fail(badUse('inspect', 'The card is missing'));
  const describe = values.json === true ? jsonOf : textOf;
  let status: ExitStatus = Exit.done;
  for (const file of files) {
    const described = describe(file);
    if (typeof described === 'string') await print(described);
    else status = fail(described);
  }
  return status;
}

function textOf(file: string): string | Failure {
  const card = openCard(file);
  return card.kind === 'failure' ? card : inspectText(card);
}

function jsonOf(file: string): string | Failure {
  const card = readCard(file);
  return card.kind === 'failure' ? card : inspectJson(file, loadCore().analyzeCard(card.text));
}
