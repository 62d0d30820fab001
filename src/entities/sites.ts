import { formAt, lowerAt, uposAt } from '../model/index.ts';
import type { NameSpan } from '../model/index.ts';
import { foldName } from './fold.ts';
import { knownName } from './gazetteer/index.ts';
import { nounLemma, textOf } from './phrases.ts';
import type { Base } from './phrases.ts';
import { REGION_NOUNS, SITE_NOUNS } from './words.ts';

/** Nouns between a name and the noun of the site, at most: "concert" in "Crocus City concert hall". */
const MAX_BETWEEN = 2;

/**
 * Named sites: a name and the lower-case nouns behind it that make a place of it. Where the name also stands alone in the article
 * ("Mogadishu", "the Mogadishu airport") both are things; else the site is all there is ("Westgate shopping mall"). Councils of a
 * province or town are bodies besides it.
 *
 * @param names Sorted, not overlapping. The result keeps the order of first tokens; a site comes behind the name it begins with.
 */
export function withSites(document: Base, names: readonly NameSpan[]): NameSpan[] {
  const ends = names.map((name) =>
    isOwner(document, name) ? name.endToken : siteEnd(document, name.endToken),
  );
  const alone = new Set(
    names.flatMap((name, i) => (ends[i] === name.endToken ? [wordsOf(document, name)] : [])),
  );
  const sites = names.flatMap((name, i): NameSpan[] => {
    const council = name.type === 'location' ? councilEnd(document, name.endToken) : null;
    if (council !== null)
      return [name, { firstToken: name.firstToken, endToken: council, type: 'organization' }];
    const endToken = ends[i] ?? name.endToken;
    if (endToken === name.endToken) return [name];
    const site: NameSpan = { firstToken: name.firstToken, endToken, type: 'location' };
    if (!alone.has(wordsOf(document, name))) return [site];
    return REGION_NOUNS.has(nounLemma(document, endToken - 1)) ? [name] : [name, site];
  });
  return [...sites, ...unreadSites(document, names)].sort((a, b) => a.firstToken - b.firstToken);
}

/** "The [Weston] shopping mall": capitals between an article and the noun of a site name it, though no name was read there. */
function unreadSites(document: Base, names: readonly NameSpan[]): NameSpan[] {
  const { tokens, tags } = document;
  const covered = new Set<number>();
  for (const { firstToken, endToken } of names) for (let i = firstToken; i < endToken; i++) covered.add(i);
  const named = (i: number, sentence: number | undefined): boolean =>
    tokens.sentence[i] === sentence &&
    !covered.has(i) &&
    uposAt(tags, i) === 'PROPN' &&
    /^\p{Lu}\p{Ll}/u.test(formAt(tokens, i));
  const found: NameSpan[] = [];
  for (let i = 1; i < tokens.length; i++) {
    if (!/^(?:the|['’]s)$/u.test(lowerAt(tokens, i - 1)) || !named(i, tokens.sentence[i - 1])) continue;
    let end = i;
    while (named(end, tokens.sentence[i])) end++;
    const endToken = covered.has(end) ? end : siteEnd(document, end);
    const site = endToken > end && SITE_NOUNS.has(nounLemma(document, endToken - 1));
    if (site) found.push({ firstToken: i, endToken, type: 'location' });
    i = endToken;
  }
  return found;
}

const CIVIC =
  /^(?:provincial|regional|municipal|city|county|district|state|town|village|metropolitan|parish)$/u;
const COUNCIL =
  /^(?:council|assembly|government|administration|parliament|legislature|authority|authorities|court)$/u;

/** End of "[Sarn] provincial council", whose council is one thing and the province another; null where no such words follow. */
const councilEnd = ({ tokens }: Base, end: number): number | null =>
  CIVIC.test(lowerAt(tokens, end)) &&
  COUNCIL.test(lowerAt(tokens, end + 1)) &&
  /^\p{Ll}/u.test(formAt(tokens, end)) &&
  /^\p{Ll}/u.test(formAt(tokens, end + 1)) &&
  tokens.sentence[end + 1] === tokens.sentence[end - 1]
    ? end + 2
    : null;

const isSiteNoun = (document: Base, i: number): boolean =>
  SITE_NOUNS.has(nounLemma(document, i)) || REGION_NOUNS.has(nounLemma(document, i));

/** Land that nobody is the owner of: the "Amazon rainforest" is no company's. */
const LAND = /^(?:rainforest|forest|jungle|basin|delta|valley|mountain|island|desert|peninsula)$/u;

/** "PKK camps", "Obama library": what belongs to a person or a known body is not named by it. */
function isOwner(document: Base, name: NameSpan): boolean {
  const text = wordsOf(document, name);
  if (LAND.test(nounLemma(document, name.endToken))) return false;
  return name.type === 'person' || knownName(foldName(text), text)?.type === 'organization';
}

const wordsOf = (document: Base, { firstToken, endToken }: NameSpan): string =>
  textOf(document, firstToken, endToken);

/** End of the site that begins with a name ending at `end`; `end` itself where none does. */
function siteEnd(document: Base, end: number): number {
  const { tokens, tags } = document;
  for (let i = end; i <= end + MAX_BETWEEN; i++) {
    const noun = tokens.sentence[i] === tokens.sentence[end - 1] && uposAt(tags, i) === 'NOUN';
    if (!noun || !/^\p{Ll}/u.test(formAt(tokens, i))) return end;
    const last = tokens.sentence[i + 1] !== tokens.sentence[i] || uposAt(tags, i + 1) !== 'NOUN';
    // "The Caribbean port of [Larkos]": the place is named behind the noun.
    const told = lowerAt(tokens, i + 1) === 'of' && /^\p{Lu}/u.test(formAt(tokens, i + 2));
    // "Norway bombs rebel camp": a headline's verb, taken for a noun.
    const verb = i > end && /[^s]s$/u.test(lowerAt(tokens, end)) && isHeadline(document, end);
    if (last) return isSiteNoun(document, i) && !told && !verb ? i + 1 : end;
  }
  return end;
}

const isHeadline = ({ passages, sentences, tokens }: Base, i: number): boolean =>
  passages[sentences.passage[tokens.sentence[i] ?? 0] ?? 0]?.kind === 'title';
