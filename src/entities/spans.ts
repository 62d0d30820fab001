import { formAt, lowerAt, uposAt } from '../model/index.ts';
import type { NameSpan } from '../model/index.ts';
import { foldName } from './fold.ts';
import { knownName } from './gazetteer/index.ts';
import { nounLemma, textOf } from './phrases.ts';
import type { Base } from './phrases.ts';

/**
 * Names that their surroundings give away: what a newspaper or programme is called, the place of a governor, and the rest of a long name
 * that was found in parts. Names of equipment and of the paper itself are left out.
 *
 * @param names Sorted, not overlapping; so is the result.
 */
export function mendSpans(document: Base, names: readonly NameSpan[]): NameSpan[] {
  const kept = names
    .filter(
      (name) =>
        !isEquipment(document, name) &&
        !isByline(document, name) &&
        !isCurrency(document, name) &&
        !isAdjective(document, name),
    )
    .map((name) => withoutModel(document, name))
    .map((name) => withoutKind(document, name));
  const covered = new Set<number>();
  for (const { firstToken, endToken } of kept) for (let i = firstToken; i < endToken; i++) covered.add(i);
  const found: NameSpan[] = [];
  for (let i = 0; i < document.tokens.length; i++) {
    const span =
      covered.has(i) || !isCapital(document, i) || covered.has(i - 1)
        ? null
        : besideNoun(document, i, covered);
    if (!span) continue;
    found.push(span);
    i = span.endToken - 1;
  }
  return [...kept, ...found].sort((a, b) => a.firstToken - b.firstToken);
}

const MEDIUM = /^(?:newspaper|daily|weekly|magazine|tabloid|broadcaster|newswire)$/u;
const PROGRAMME = /^(?:program|programme|newspaper|magazine|daily|tabloid|broadcaster)$/u;
const OFFICE = /^(?:governor|mayor)$/u;

const isCapital = ({ tokens }: Base, i: number): boolean => /^\p{Lu}/u.test(formAt(tokens, i));

const SETTLEMENT =
  /^(?:town|village|city|hamlet|suburb|municipality|neighbou?rhood|enclave|settlement|port|island|province|district|county|region|governorate)s?$/u;
const LAND = /^(?:province|district|county|governorate|region|island|village)$/u;

/** "the village of Upper Marn", "Marn province": a place, however little the name is known. */
function placeBeside({ tokens, tags }: Base, first: number, endToken: number): boolean {
  if (uposAt(tags, first) !== 'PROPN' || tokens.sentence[first - 2] !== tokens.sentence[first]) return false;
  const of = lowerAt(tokens, first - 1) === 'of' && SETTLEMENT.test(formAt(tokens, first - 2));
  return of || (LAND.test(formAt(tokens, endToken)) && tokens.sentence[endToken] === tokens.sentence[first]);
}

/** "the Courier newspaper", "news programme 20 Questions", "Upper Marn Governor [Name]". */
function besideNoun(document: Base, first: number, covered: ReadonlySet<number>): NameSpan | null {
  const { tokens, tags } = document;
  const inside = (i: number): boolean =>
    tokens.sentence[i] === tokens.sentence[first] && !covered.has(i) && isCapital(document, i);
  const numbered = uposAt(tags, first - 1) === 'NUM' && !covered.has(first - 1);
  const behind = lowerAt(tokens, first - (numbered ? 2 : 1));
  let endToken = first + 1;
  while (inside(endToken) && !OFFICE.test(lowerAt(tokens, endToken))) endToken++;
  if (PROGRAMME.test(behind)) {
    const same = tokens.sentence[first - (numbered ? 2 : 1)] === tokens.sentence[first];
    return same ? { firstToken: numbered ? first - 1 : first, endToken, type: 'organization' } : null;
  }
  const next = lowerAt(tokens, endToken);
  if (MEDIUM.test(next) && /^(?:the|['’]s)$/u.test(behind))
    return { firstToken: first, endToken, type: 'organization' };
  if (placeBeside(document, first, endToken)) return { firstToken: first, endToken, type: 'location' };
  const person = covered.has(endToken + 1) && isCapital(document, endToken + 1);
  return OFFICE.test(next) && isCapital(document, endToken) && person && uposAt(tags, first) === 'PROPN'
    ? { firstToken: first, endToken, type: 'location' }
    : null;
}

const EQUIPMENT: ReadonlySet<string> = new Set(
  'helicopter missile rocket drone jet aircraft plane rifle tank gun pistol launcher warship frigate submarine truck car phone vaccine'.split(
    ' ',
  ),
);

/** "KV-3 helicopters": a make or model, unless a body is known by the name. */
function isEquipment(document: Base, { firstToken, endToken, type }: NameSpan): boolean {
  if (type === 'location' || !EQUIPMENT.has(nounLemma(document, endToken))) return false;
  if (uposAt(document.tags, endToken) !== 'NOUN' || endToken - firstToken > 1) return false;
  const text = textOf(document, firstToken, endToken);
  return /^[\p{Lu}\d-]+$/u.test(text) && knownName(foldName(text), text) === null;
}

/** "U.S. dollars". */
const isCurrency = ({ tokens }: Base, { endToken }: NameSpan): boolean =>
  /^(?:dollars?|euros?|pounds?|rupees?|roubles?|rubles?|pesos?|yen|yuan|francs?|krona|kroner|lira|dinars?|rials?|shillings?|\$)$/u.test(
    lowerAt(tokens, endToken),
  );

/** "Middle Eastern", "North American": the adjective of a region is no name of it. */
function isAdjective({ tokens, tags }: Base, { firstToken, endToken, type }: NameSpan): boolean {
  const last = endToken - 1;
  const adjective =
    /^(?:eastern|western|northern|southern|american|european|asian|african|atlantic|pacific)$/u.test(
      lowerAt(tokens, last),
    );
  return (
    type === 'location' &&
    last > firstToken &&
    adjective &&
    uposAt(tags, last) === 'ADJ' &&
    uposAt(tags, endToken) === 'NOUN'
  );
}

/** "Boeing 737", "Airbus A300s": the maker, without the model. */
function withoutModel(document: Base, name: NameSpan): NameSpan {
  const { tokens } = document;
  const last = name.endToken - 1;
  const model =
    /^\p{Lu}{0,3}-?\d{2,4}s?$/u.test(formAt(tokens, last)) && !/^(?:19|20)\d\d$/u.test(formAt(tokens, last));
  const maker = textOf(document, name.firstToken, Math.max(name.firstToken + 1, last));
  return model && last > name.firstToken && knownName(foldName(maker), maker)?.type === 'organization'
    ? { ...name, endToken: last }
    : name;
}

/** "[CBS] news program": a common noun before another is no part of a body that is known without it. */
function withoutKind(document: Base, name: NameSpan): NameSpan {
  const { tokens, tags } = document;
  const last = name.endToken - 1;
  const common =
    last > name.firstToken &&
    /^\p{Ll}/u.test(formAt(tokens, last)) &&
    tokens.sentence[name.endToken] === tokens.sentence[last] &&
    uposAt(tags, name.endToken) === 'NOUN';
  const rest = common ? textOf(document, name.firstToken, last) : '';
  return common && knownName(foldName(rest), rest)?.type === 'organization'
    ? { ...name, endToken: last }
    : name;
}

/** The agency in a dateline, and the paper behind the dash that closes a headline. */
function isByline({ passages, sentences, tokens }: Base, { firstToken, endToken }: NameSpan): boolean {
  const sentence = tokens.sentence[firstToken] ?? 0;
  const kind = passages[sentences.passage[sentence] ?? 0]?.kind;
  if (kind === 'dateline') return lowerAt(tokens, firstToken - 1) === '(';
  return (
    kind === 'title' &&
    endToken === sentences.endToken[sentence] &&
    /^[-–—|]$/u.test(lowerAt(tokens, firstToken - 1)) &&
    tokens.end[firstToken - 2] !== tokens.start[firstToken - 1]
  );
}
