import { lowerAt, uposAt } from '../model/index.ts';
import { nameOver } from './name-ranges.ts';
import type { NameRange } from './name-ranges.ts';
import { isPlural, nounLemma, phraseStart } from './phrases.ts';
import type { Base } from './phrases.ts';
import { childrenOf, headOf, relationOf } from './syntax.ts';
import { ORGANIZATION_NOUNS } from './words.ts';

/** A person's name, or the place that he is told with: "[Name] of Utah". */
const isPersonOrHis = (
  names: readonly NameRange[],
  name: NameRange,
  { tokens }: Pick<Base, 'tokens'>,
): boolean =>
  name.type === 'person' ||
  (lowerAt(tokens, name.firstToken - 1) === 'of' && nameOver(names, name.firstToken - 2)?.type === 'person');

export const HOURS = /^(?:hours|minutes|days|weeks|months|years)$/u;

export const SINGLE =
  /^(?:commander|leader|official|diplomat|negotiator|spokesman|spokeswoman|spokesperson)$/u;

/** "[Name], the leader of [Place], said": a role of the person named before, who speaks for himself. */
export function isRoleOf(
  document: Base,
  { firstToken, head, plural }: { firstToken: number; head: number; plural: boolean },
  names: readonly NameRange[],
): boolean {
  const before = nameOver(names, firstToken - 2);
  return (
    !plural &&
    before?.type === 'person' &&
    lowerAt(document.tokens, firstToken - 1) === ',' &&
    relationOf(document, head) === 'appos'
  );
}

/** "[Name], a senator from [Place]": the noun says what the name's bearer is, and is nobody besides. */
export function isApposition(document: Base, head: number, names: readonly NameRange[]): boolean {
  const { tokens } = document;
  const first = phraseStart(document, head);
  const before = nameOver(names, first - 2);
  // "[Name], a critic of the plan, has": however the tree joins it.
  if (
    before !== undefined &&
    /^(?:an?|the)$/u.test(lowerAt(tokens, first)) &&
    lowerAt(tokens, first - 1) === ',' &&
    tokens.sentence[first - 2] === tokens.sentence[head] &&
    (/^(?:critic|opponent|supporter|rival|ally)$/u.test(nounLemma(document, head)) ||
      (isPersonOrHis(names, before, document) && /^(?:,|who)$/u.test(lowerAt(tokens, head + 1))))
  )
    return true;
  if (relationOf(document, head) !== 'appos') return false;
  const above = headOf(document, head);
  return above < head && nameOver(names, above) !== undefined;
}

/**
 * "The main opposition [Name] party", "a government spokesman, [Name], said", "human rights group the [Name] said": a noun that says
 * what the name behind it is.
 */
export function isBeforeName(document: Base, head: number, names: readonly NameRange[]): boolean {
  const { tokens } = document;
  const label = relationOf(document, head);
  const behind = head + (/^(?:,|the)$/u.test(lowerAt(tokens, head + 1)) ? 2 : 1);
  const name = nameOver(names, behind);
  if (name?.firstToken !== behind || tokens.sentence[behind] !== tokens.sentence[head]) return false;
  const tied =
    behind === head + 1 && (!isPlural(document, head) || /^(?:compound|nmod:desc|flat)$/u.test(label));
  const closed = lowerAt(tokens, head + 1) === ',' && lowerAt(tokens, name.endToken) === ',';
  const top = Array.from({ length: name.endToken - behind }, (_, k) => behind + k);
  const doubled =
    label.startsWith('nsubj') &&
    behind > head + 1 &&
    top.some((i) => headOf(document, i) === headOf(document, head) && relationOf(document, i) === label);
  return tied || doubled || (closed && /^(?:nmod:desc|compound)$/u.test(label));
}

const NAMING = /^(?:known|called|named|dubbed|calling|styling)$/u;

/** The words that hang on a noun as another name for it: in apposition, or behind "known as". */
export const otherNamesOf = (document: Base, head: number): number[] =>
  childrenOf(document, head).flatMap((child) => {
    if (child < head) return [];
    if (relationOf(document, child) === 'appos') return [child];
    if (relationOf(document, child) !== 'acl' || !NAMING.test(lowerAt(document.tokens, child))) return [];
    return childrenOf(document, child).filter((name) => name > child);
  });

/** "A third group, the River Guard", "its affiliate, known as the River Guard": the name given to the noun. */
export function besideName(
  document: Base,
  { head, plural }: { head: number; plural: boolean },
  names: readonly NameRange[],
): number | null {
  if (plural) return null;
  const beside = otherNamesOf(document, head);
  if (beside.length === 0) return null;
  const index = names.findIndex(
    ({ firstToken, endToken, type }) =>
      /^(?:organization|person|group)$/u.test(type) &&
      beside.some((child) => firstToken <= child && child < endToken),
  );
  return index < 0 ? null : index;
}

/** "The state-run Herald newspaper", "Xinhua news agency". */
const MEDIA = /^(?:newspaper|daily|tabloid|weekly|magazine|broadcaster|newswire)$/u;

/** "The al-Tide insurgent group": the body that the words before the noun name. */
export function namedBody(
  document: Base,
  { firstToken, head, lemma }: { firstToken: number; head: number; lemma: string },
  names: readonly NameRange[],
): number | null {
  const isMedium = MEDIA.test(lemma) || (lemma === 'agency' && lowerAt(document.tokens, head - 1) === 'news');
  // "The Broad Front coalition" is the front; "the EU coalition" is another body.
  const joined = /^(?:alliance|coalition)$/u.test(lemma);
  const ofAnother = joined
    ? uposAt(document.tags, head - 2) !== 'PROPN' || uposAt(document.tags, head - 1) !== 'PROPN'
    : /^(?:union|company|firm|agency|bank|ministry)$/u.test(lemma);
  if (!isMedium && (!ORGANIZATION_NOUNS.has(lemma) || ofAnother)) return null;
  const index = names.findIndex(
    (name) =>
      name.endToken > firstToken &&
      name.endToken <= head &&
      name.type === 'organization' &&
      !isOpposed(document, name.firstToken),
  );
  const name = names[index];
  if (!name || isPlural(document, head)) return null;
  const between = Array.from({ length: head - name.endToken }, (_, k) => name.endToken + k);
  return between.every((i) => /^(?:ADJ|NOUN)$/u.test(uposAt(document.tags, i))) ? index : null;
}

/** "An anti-[Taliban] militia": not theirs. */
export const isOpposed = ({ tokens }: Base, first: number): boolean =>
  lowerAt(tokens, first - 1) === '-' && lowerAt(tokens, first - 2) === 'anti';
