import { formAt, lemmaAt, lowerAt, uposAt } from '../model/index.ts';
import type { NameSpan } from '../model/index.ts';
import type { Base } from './phrases.ts';
import { headOf, isSubject } from './syntax.ts';
import { TIME_NOUNS, TITLES } from './words.ts';

/** Verbs of reporting that take an outlet or a body for their subject. */
const REPORTING =
  /^(?:report|say|tell|announce|claim|state|confirm|publish|write|deny|quote|cite|estimate|add|note|warn|reveal)$/u;

const TOP_DOMAIN = /^(?:com|org|net|co|info|tv|news|io|ru|de|fr|uk)$/u;

/** Verbs whose object or agent speaks: "told [Marn Reporter]", "as quoted by [Marn Reporter]". */
const TELLING = /^(?:tell|inform)$/u;
const QUOTED = /^(?:quoted|reported|cited|published|interviewed|broadcast|aired|carried)$/u;

/**
 * Names that were not found and that speak ("[Rudaw] reports") or are spoken to ("told [Rudaw]"), and outlets named by their address.
 *
 * @param names Sorted, not overlapping; so is the result.
 */
export function withSpeakers(document: Base, names: readonly NameSpan[]): NameSpan[] {
  const { tokens, tags } = document;
  const addresses = addressesIn(document);
  const kept = names.filter((name) => !addresses.some((each) => overlaps(each, name)));
  const covered = new Set<number>();
  for (const { firstToken, endToken } of [...kept, ...addresses])
    for (let i = firstToken; i < endToken; i++) covered.add(i);
  const free = (i: number, sentence: number | undefined): boolean =>
    tokens.sentence[i] === sentence &&
    !covered.has(i) &&
    uposAt(tags, i) === 'PROPN' &&
    /^\p{Lu}/u.test(formAt(tokens, i)) &&
    !TITLES.has(lowerAt(tokens, i)) &&
    !TIME_NOUNS.has(lowerAt(tokens, i));
  const found: NameSpan[] = [...addresses];
  for (let i = 0; i < tokens.length; i++) {
    if (covered.has(i)) continue;
    const source = sourceEnd(document, i, covered);
    if (source !== null) {
      found.push({ firstToken: i, endToken: source, type: 'organization' });
      i = source - 1;
      continue;
    }
    let endToken = i;
    while (free(endToken, tokens.sentence[i])) endToken++;
    if (endToken === i) continue;
    const speaks = Array.from({ length: endToken - i }, (_, k) => i + k).some(
      (token) => isSubject(document, token) && REPORTING.test(lemmaAt(tokens, tags, headOf(document, token))),
    );
    const whole = !covered.has(i - 1) && !covered.has(endToken) && !/^['’]s?$/u.test(formAt(tokens, i - 1));
    if (speaks && whole) found.push({ firstToken: i, endToken, type: 'organization' });
    i = endToken - 1;
  }
  return [...kept, ...found].sort((a, b) => a.firstToken - b.firstToken);
}

const overlaps = (a: NameSpan, b: NameSpan): boolean =>
  a.firstToken < b.endToken && b.firstToken < a.endToken;

/** Outlets named by their address, of one token or several without a space: "News.com.au". */
function addressesIn({ tokens }: Base): NameSpan[] {
  const found: NameSpan[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!/^\p{Lu}[\p{L}\d.-]*$/u.test(formAt(tokens, i))) continue;
    let endToken = i + 1;
    while (
      tokens.start[endToken] === tokens.end[endToken - 1] &&
      /^[\p{L}\d.-]+$/u.test(formAt(tokens, endToken))
    )
      endToken++;
    // The full stop of the sentence.
    if (formAt(tokens, endToken - 1) === '.') endToken--;
    const parts = Array.from({ length: endToken - i }, (_, k) => formAt(tokens, i + k))
      .join('')
      .split('.');
    const [, domain = '', country = ''] = parts;
    const address =
      parts.length > 1 && parts.length < 4 && TOP_DOMAIN.test(domain) && /^(?:\p{Ll}{2})?$/u.test(country);
    if (!address) continue;
    found.push({ firstToken: i, endToken, type: 'organization' });
    i = endToken - 1;
  }
  return found;
}

/** End of the capitals that begin where words of telling ask for a source, exclusive, or null: "according to [Marn Reporter]". */
function sourceEnd(document: Base, first: number, covered: ReadonlySet<number>): number | null {
  const { tokens, tags } = document;
  const sentence = tokens.sentence[first];
  const before = lowerAt(tokens, first - 1);
  const verb = lemmaAt(tokens, tags, first - 1);
  const asked =
    (before === 'to' && lowerAt(tokens, first - 2) === 'according') ||
    (before === 'by' && QUOTED.test(lowerAt(tokens, first - 2))) ||
    // "A group calling itself [Marn Struggle]".
    (/^(?:itself|themselves)$/u.test(before) && /^call/u.test(lowerAt(tokens, first - 2))) ||
    (TELLING.test(verb) && uposAt(tags, first - 1) === 'VERB');
  if (!asked || tokens.sentence[first - 1] !== sentence) return null;
  const part = (i: number): boolean =>
    tokens.sentence[i] === sentence &&
    !covered.has(i) &&
    /^\p{Lu}\p{L}/u.test(formAt(tokens, i)) &&
    /^(?:PROPN|NOUN|ADJ)$/u.test(uposAt(tags, i)) &&
    (i > first || !TITLES.has(lowerAt(tokens, i))) &&
    !TIME_NOUNS.has(lowerAt(tokens, i));
  let end = first;
  while (part(end)) end++;
  const noun = /^(?:PROPN|NOUN)$/u.test(uposAt(tags, end - 1));
  // "According to French [President …]": an adjective and a title are no source.
  const whole =
    tokens.sentence[end] !== sentence || !/^(?:NOUN|PROPN|ADJ)$/u.test(uposAt(tags, end)) || covered.has(end);
  const named = end - first > 1 || (end > first && uposAt(tags, first) === 'PROPN');
  return named && noun && whole && !covered.has(end) ? end : null;
}
