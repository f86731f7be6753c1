import { Composer, type CST, type Document, Lexer, Parser } from 'yaml';

/** Deeper YAML than this is taken for an attack, not for a card. */
const MOST_LEVELS = 200;

/**
 * Parses YAML (its first document), or tells where it begins to be nested too deeply. The library parses without recursion
 * but then composes nodes with it, and where the stack is nearly full even a regular expression ends the process.
 */
export function parseBounded(source: string): Document.Parsed | { readonly tooDeepAt: number } {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(source)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > MOST_LEVELS) return { tooDeepAt: parser.offset };
  }
  tokens.push(...parser.end());
  const composer = new Composer({ merge: true, logLevel: 'silent', prettyErrors: false });
  const [document] = composer.compose(tokens, true, source.length);
  if (document === undefined) throw new Error('The composer makes a document of any text.');
  return document;
}
