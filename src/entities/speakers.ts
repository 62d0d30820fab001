import { formAt, lemmaAt, lowerAt, uposAt } from '../model/index.ts';
import type { NameSpan } from '../model/index.ts';
import type { Base } from './phrases.ts';
import { headOf, isSubject } from './syntax.ts';
import { TIME_NOUNS, TITLES } from './words.ts';

/** Verbs of reporting that take an outlet or a body for their subject. */
const REPORTING =
  /^(?:report|say|tell|announce|claim|state|confirm|publish|write|deny|quote|cite|estimate|add|note|warn|reveal)$/u;

/** Web addresses that name an outlet: "News.com.au". */
const ADDRESS = /^\p{Lu}[\p{L}\d-]*\.(?:com|org|net|co|info|tv|news)(?:\.\p{L}{2})?$/u;

/**
 * Names that were not found and that speak ("[Rudaw] reports"), and outlets named by their address.
 *
 * @param names Sorted, not overlapping; so is the result.
 */
export function withSpeakers(document: Base, names: readonly NameSpan[]): NameSpan[] {
  const { tokens, tags } = document;
  const covered = new Set<number>();
  for (const { firstToken, endToken } of names) for (let i = firstToken; i < endToken; i++) covered.add(i);
  const free = (i: number, sentence: number | undefined): boolean =>
    tokens.sentence[i] === sentence &&
    !covered.has(i) &&
    uposAt(tags, i) === 'PROPN' &&
    /^\p{Lu}/u.test(formAt(tokens, i)) &&
    !TITLES.has(lowerAt(tokens, i)) &&
    !TIME_NOUNS.has(lowerAt(tokens, i));
  const found: NameSpan[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (covered.has(i)) continue;
    if (ADDRESS.test(formAt(tokens, i))) {
      found.push({ firstToken: i, endToken: i + 1, type: 'organization' });
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
  return [...names, ...found].sort((a, b) => a.firstToken - b.firstToken);
}
