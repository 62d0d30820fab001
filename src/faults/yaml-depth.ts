import { Lexer, LineCounter, Parser } from 'yaml';

/** Levels of lists and maps in one file; the deepest files people write have about a dozen. */
const MAX_DEPTH = 100;

/**
 * Where a YAML text nests deeper than 100 levels (line and column from 1), or null. Asked before the text is parsed: the parser
 * recurses into every level, and where the stack ends inside a regular expression V8 ends the process instead of throwing.
 */
export function tooDeepAt(text: string): { readonly line: number; readonly column: number } | null {
  const lines = new LineCounter();
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    // What it yields are finished documents, of no use here; but it has to be run.
    Array.from(parser.next(lexeme));
    if (parser.stack.length <= MAX_DEPTH) continue;
    const { line, col } = lines.linePos(parser.offset);
    return { line, column: col };
  }
  return null;
}
