import { badUse, parseArguments } from './arguments';
import { loadCore } from './core';
import { Exit, type ExitStatus, type Failure } from './exit';
import { inspectJson } from './inspectJson';
import { inspectText } from './inspectText';
import { openCard } from './openCard';
import { readSource } from './readSource';
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
    const described = await describe(file);
    if (typeof described === 'string') await print(described);
    else status = fail(described);
  }
  return status;
}

async function textOf(file: string): Promise<string | Failure> {
  const card = await openCard(file);
  return card.kind === 'failure' ? card : inspectText(card);
}

async function jsonOf(file: string): Promise<string | Failure> {
  const card = await readSource(file);
  return card.kind === 'failure' ? card : inspectJson(file, loadCore().analyzeCard(card.text));
}
