/** Words for few-shot in a name: `(5-shot)`, `25-Shot`, `zero shot`; a range such as `3-5 shot` states no number. */
const SHOTS = /(?<![\d.–-])\b(\d{1,4}|zero|one|few)[-\s]?shots?\b/i;
const WORDS: Readonly<Record<string, number>> = { zero: 0, one: 1 };
const SHOTS_IN_PARENTHESES = /\s*[([（【]\s*(\d{1,4}|zero|one)[-\s]?shots?\s*[)\]）】]/i;
const ARGUMENT = /^(?:num|n|number)?_?(?:of_)?(?:few_?)?shots?$/i;

/** The number of shots that a text states, such as 5 of `MMLU (5-shot)`. */
export function statedShots(text: string): number | undefined {
  const word = SHOTS.exec(text)?.[1]?.toLowerCase();
  if (word === undefined) return undefined;
  const count = WORDS[word] ?? Number(word);
  return Number.isNaN(count) ? undefined : count;
}

/** A name without its shots in parentheses, or else without trailing ones (`MMLU 5-shot`). */
export function withoutShots(name: string): string {
  const bare = name.replace(SHOTS_IN_PARENTHESES, '').replace(/[\s,–-]+(?:\d{1,4}|zero|one)[-\s]?shots?$/i, '');
  return bare.trim() === '' ? name : bare.trim();
}

/** A name that states the shots: `MMLU (5-shot)`. */
export function withShots(name: string, shots: number | undefined): string {
  return shots === undefined || statedShots(name) === shots ? name : `${withoutShots(name)} (${String(shots)}-shot)`;
}

/** The shots that a result's or a metric's `args` hold, under whichever name. */
export function argumentShots(args: Readonly<Record<string, unknown>> | undefined): number | undefined {
  for (const [key, value] of Object.entries(args ?? {})) {
    if (ARGUMENT.test(key) && /^\d{1,4}$/.test(String(value))) return Number(value);
  }
  return undefined;
}

/** The arguments that are no shots. */
export function otherArguments<Value>(
  args: Readonly<Record<string, Value>> | undefined,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(args ?? {}).filter(([key]) => !ARGUMENT.test(key)));
}
