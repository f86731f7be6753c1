import { createInterface } from 'node:readline/promises';

/** Asks a person at a terminal whether to go on; null where nobody is there to answer. */
export async function confirm(question: string): Promise<boolean | null> {
  if (!process.stdin.isTTY) return null;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    // Ctrl+C and Ctrl+D end the question without an answer: that is a no.
    const answer = await terminal.question(`${question} [y/N] `).catch(() => '');
    return /^y(?:es)?$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}
