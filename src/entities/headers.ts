import { formAt, lowerAt } from '../model/index.ts';
import type { NameSpan } from '../model/index.ts';
import { foldName } from './fold.ts';
import { knownName } from './gazetteer/index.ts';
import { textOf } from './phrases.ts';
import type { Base } from './phrases.ts';

/** Words of a city's name, at most: "Rio de Janeiro". */
const MAX_CITY = 3;
/** Words of an outlet's name, at most: "O ESTADO DE SAO PAULO". */
const MAX_OUTLET = 8;

/**
 * Headers of monitoring services: the city, the paper or station in it, the language and the time ("Lisbon DIARIO DA MANHA in
 * Portuguese 12 Mar 94", "Oslo NRK Television Network"). A reader of running text takes both for one name, or cuts the second.
 *
 * @param names Sorted, not overlapping; so is the result.
 */
export function withHeaders(document: Base, names: readonly NameSpan[]): NameSpan[] {
  const found: NameSpan[] = [];
  const { firstToken } = document.sentences;
  for (let s = 0; s < document.sentences.length; s++) {
    const first = firstToken[s] ?? 0;
    const end = firstToken[s + 1] ?? document.tokens.length;
    for (let i = first; i < end; i++) {
      const header = headerAt(document, names, i, first, end);
      if (!header) continue;
      found.push(...header);
      break;
    }
  }
  if (found.length === 0) return [...names];
  const apart = names.filter(
    (name) => !found.some((part) => part.firstToken < name.endToken && name.firstToken < part.endToken),
  );
  return [...apart, ...found].sort((a, b) => a.firstToken - b.firstToken);
}

function headerAt(
  document: Base,
  names: readonly NameSpan[],
  city: number,
  first: number,
  end: number,
): NameSpan[] | null {
  const outlet = cityEnd(document, names, city, end);
  if (outlet === null) return null;
  let close = outlet;
  while (close < end && close < outlet + MAX_OUTLET && isOutletWord(document, close)) close++;
  if (close === outlet) return null;
  const dated = isDated(document, close, end);
  const bare = city === first && close === end && isOutlet(document, outlet, close);
  if (!dated && !bare) return null;
  return [
    { firstToken: city, endToken: outlet, type: 'location' },
    { firstToken: outlet, endToken: close, type: 'organization' },
  ];
}

/** End of the city that begins at `i`: known, or read as a place. */
function cityEnd(document: Base, names: readonly NameSpan[], i: number, end: number): number | null {
  if (!/^\p{Lu}\p{Ll}/u.test(formAt(document.tokens, i))) return null;
  const longest = Math.min(i + MAX_CITY, end - 1);
  for (let to = longest; to > i; to--) {
    const text = textOf(document, i, to);
    if (knownName(foldName(text), text)?.type === 'location') return to;
  }
  const read = names.find(({ firstToken, type }) => firstToken === i && type === 'location');
  return read && read.endToken <= longest ? read.endToken : null;
}

const isOutletWord = ({ tokens }: Base, i: number): boolean =>
  /^(?:\p{Lu}[\p{L}'’.-]*\p{N}{0,2}|[-–]|de|of|al|la|el)$/u.test(formAt(tokens, i));

/** "In Serbo-Croatian 1300 GMT", "30 Jan 94", behind the outlet. */
function isDated({ tokens }: Base, from: number, end: number): boolean {
  let at = from;
  if (lowerAt(tokens, at) === 'in') {
    at++;
    while (at < end && at < from + 5 && /^(?:\p{Lu}\p{Ll}+|-)$/u.test(formAt(tokens, at))) at++;
    return at > from + 1 && at < end && /^\d{1,4}$/u.test(formAt(tokens, at));
  }
  const month = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/u.test(lowerAt(tokens, at + 1));
  return (
    at + 2 < end && /^\d{1,2}$/u.test(formAt(tokens, at)) && month && /^\d\d$/u.test(formAt(tokens, at + 2))
  );
}

/** A name in capitals, or one that says that it sends or prints. */
function isOutlet({ tokens }: Base, from: number, end: number): boolean {
  let capitals = true;
  for (let i = from; i < end; i++) {
    const form = formAt(tokens, i);
    if (/^(?:Radio|Television|TV|Network|Agency|Broadcasting)$/u.test(form)) return true;
    capitals &&= /^[\p{Lu}\p{N}'’.-]+$/u.test(form);
  }
  return capitals && /^\p{Lu}{2}/u.test(formAt(tokens, end - 1));
}
