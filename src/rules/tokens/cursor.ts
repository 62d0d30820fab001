import { LIMITS } from './syntax.ts';
import type { PatternFault } from './syntax.ts';

/** What ends a bare word. */
const SPECIAL = /[\s()[\]{}|?*+"<>!@#$%^,;:]/u;

/** A fault that ends the reading of a pattern. */
export class SyntaxFault extends Error {
  readonly fault: PatternFault;
  constructor(fault: PatternFault) {
    super(fault.message);
    this.fault = fault;
  }
}

/** A place in a pattern that is being read. Faults of meaning are collected; a fault of syntax is thrown. */
export class PatternCursor {
  readonly pattern: string;
  readonly faults: PatternFault[] = [];
  at = 0;
  #depth = 0;

  constructor(pattern: string) {
    this.pattern = pattern;
  }

  /** @throws SyntaxFault */
  fail(message: string, offset: number, hint: string): never {
    throw new SyntaxFault({ message, offset, hint });
  }

  note(message: string, offset: number, hint: string): void {
    this.faults.push({ message, offset, hint });
  }

  /** @throws SyntaxFault for the sign at this place */
  refuse(): never {
    return this.fail(
      `"${this.char}" can't stand here`,
      this.at,
      `take it out, or quote it if the sign itself is meant: "${this.char}"`,
    );
  }

  get char(): string | undefined {
    return this.pattern[this.at];
  }

  get ended(): boolean {
    return this.at >= this.pattern.length;
  }

  skipSpace(): void {
    while (!this.ended && /\s/u.test(this.char!)) this.at++;
  }

  take(text: string): boolean {
    if (!this.pattern.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  /** What a sticky expression matches here, passed over. */
  matched(sticky: RegExp): RegExpExecArray | null {
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.pattern);
    if (found) this.at += found[0].length;
    return found;
  }

  bareWord(): string {
    const start = this.at;
    while (!this.ended && !SPECIAL.test(this.char!)) this.at++;
    return this.pattern.slice(start, this.at);
  }

  quoted(): string {
    const open = this.at++;
    const close = this.pattern.indexOf('"', this.at);
    if (close < 0) this.fail('this quotation mark is never closed', open, 'write " where it ends');
    this.at = close + 1;
    return this.pattern.slice(open + 1, close);
  }

  /** What stands between brackets, the opening one taken. */
  nested<T>(open: number, close: string, read: () => T): T {
    if (++this.#depth > LIMITS.depth)
      this.fail(
        `brackets are nested deeper than ${LIMITS.depth}`,
        open,
        'take out brackets that group nothing, or write several patterns',
      );
    const result = read();
    this.skipSpace();
    if (!this.take(close)) {
      if (this.ended)
        this.fail(
          `this bracket is never closed: "${close}" is missing`,
          open,
          `write "${close}" where it ends`,
        );
      this.refuse();
    }
    this.#depth--;
    return result;
  }
}
