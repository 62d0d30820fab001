import { formAt, lowerAt } from '../model/index.ts';
import type { Base } from './phrases.ts';
import type { AnyName } from './tails.ts';

/** "SB4", "HB1020". */
const BILL = /^(?:SB|HB|AB|SJR|HJR)-?\d{1,4}$/u;
const BILL_LETTERS = /^(?:SB|HB|AB|SJR|HJR)$/u;
/** Nouns with a capital that number what was decided: "Proposition 8", "Resolution 1701". A "Section 3" is a part of something. */
const NUMBERED =
  /^(?:Proposition|Prop|Measure|Resolution|Title|Bill|Amendment|Initiative|Directive|Decree)$/u;

/**
 * Laws and resolutions called by their number: "SB4", "HB 1020", "Proposition 8", "Bill C-21".
 *
 * @param names Sorted; so is the result. A name inside one gives way to it.
 */
export function withNumbered(document: Base, names: readonly AnyName[]): AnyName[] {
  const { tokens } = document;
  const found: AnyName[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const endToken = numberedEnd(document, i);
    if (endToken === null) continue;
    found.push({ firstToken: i, endToken, type: 'policy' });
    i = endToken - 1;
  }
  const left = names.filter(
    (name) => !found.some((each) => each.firstToken <= name.firstToken && name.endToken <= each.endToken),
  );
  const free = found.filter(
    (each) => !left.some((name) => name.firstToken < each.endToken && each.firstToken < name.endToken),
  );
  return [...left, ...free].sort((a, b) => a.firstToken - b.firstToken || a.endToken - b.endToken);
}

function numberedEnd({ tokens }: Base, i: number): number | null {
  const { sentence } = tokens;
  const form = formAt(tokens, i);
  if (BILL.test(form)) return i + 1;
  if (sentence[i + 1] !== sentence[i]) return null;
  const next = lowerAt(tokens, i + 1);
  if (BILL_LETTERS.test(form) && /^\d{1,4}$/u.test(next)) return i + 2;
  if (!NUMBERED.test(form)) return null;
  if (/^(?:\p{L}-?)?\d{1,4}$/u.test(next)) return i + 2;
  // "C-21" in three tokens.
  const letter =
    /^\p{L}$/u.test(next) && lowerAt(tokens, i + 2) === '-' && /^\d+$/u.test(lowerAt(tokens, i + 3));
  return letter ? i + 4 : null;
}
