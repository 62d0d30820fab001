import { formAt, lowerAt, uposAt } from '../model/index.ts';
import type { NameSpan } from '../model/index.ts';
import { demonym, knownName } from './gazetteer/index.ts';
import { fieldsIn } from './fields.ts';
import { foldName } from './fold.ts';
import type { Base } from './phrases.ts';

/** Those who join for or against something, and what they join. */
const HEADS = new Set(
  `people physicians doctors mothers fathers parents families students citizens veterans vets friends americans canadians women men youth
   teachers workers farmers journalists reporters scholars scientists engineers catholics christians jews muslims methodists republicans democrats
   conservatives nurses artists writers actors businesses consumers taxpayers voters residents neighbors neighbours survivors victims widows
   soldiers professors librarians economists educators evangelicals clergy
   coalition campaign committee alliance movement center centre council institute foundation fund association union league society commission
   partnership network project initiative front group federation congress conference office bureau forum trust organization organisation party
   assembly`.split(/\s+/u),
);
const LINK = /^(?:for|against|without)$/u;
/** Of some of them what follows "of" is part of the name, too. */
const HEADS_OF = /^(?:friends|veterans|daughters|sons|knights|sisters|brothers|guardians)$/u;
const ARTICLE = /^(?:the|a|an)$/u;
const INSIDE = /^(?:of|the|&)$/u;
/** Longest name of a cause behind its link, in tokens. */
const MAX_CAUSE = 8;

const isCapital = (document: Base, token: number): boolean =>
  /^\p{Lu}[\p{L}'’.-]*\p{L}|^\p{Lu}$/u.test(formAt(document.tokens, token));

/**
 * "People for the American Way", "the Coalition for a Fair Judiciary": bodies named after what they join for or against, which a reader of names
 * takes apart; and initials with full stops ("the N.A.A.C.P.").
 *
 * @param names Sorted, not overlapping; so is the result.
 */
export function withCauses(document: Base, names: readonly NameSpan[]): NameSpan[] {
  // What was read over the link already is as good.
  const whole = (head: number): boolean =>
    names.some(({ firstToken, endToken }) => firstToken <= head && endToken > head + 2);
  const starts = (token: number): boolean => names.some(({ firstToken }) => firstToken === token);
  const found = causesIn(document, whole, starts).concat(initialsIn(document, names), fieldsIn(document));
  if (found.length === 0) return [...names];
  const kept = names.filter(
    (name) => !found.some((cause) => name.firstToken < cause.endToken && cause.firstToken < name.endToken),
  );
  return [...kept, ...found].sort((a, b) => a.firstToken - b.firstToken);
}

function causesIn(
  document: Base,
  isWhole: (head: number) => boolean,
  startsName: (token: number) => boolean,
): NameSpan[] {
  const { tokens, sentences } = document;
  const found: NameSpan[] = [];
  for (let head = 0; head < tokens.length - 2; head++) {
    // Few words are heads, and each of these asks all names.
    if (!isHead(lowerAt(tokens, head), lowerAt(tokens, head + 1))) continue;
    if (!isCapital(document, head) || isWhole(head)) continue;
    const sentence = tokens.sentence[head] ?? 0;
    const endToken = causeEnd(document, head + 2, sentences.endToken[sentence] ?? 0, startsName);
    if (endToken === null) continue;
    const firstToken = nameStart(document, head, sentences.firstToken[sentence] ?? 0);
    found.push({ firstToken, endToken, type: 'organization' });
    head = endToken - 1;
  }
  return found;
}

const isHead = (head: string, link: string): boolean =>
  LINK.test(link) ? HEADS.has(head) : link === 'of' && HEADS_OF.test(head);

/** Capitals before the head ("Concerned Women for …") belong to the name, but not those that say whose it is ("Israeli"). */
function nameStart(document: Base, head: number, sentenceStart: number): number {
  const { tokens, tags } = document;
  const belongs = (token: number): boolean =>
    token >= sentenceStart &&
    isCapital(document, token) &&
    (token > sentenceStart || /^(?:ADJ|NOUN|PROPN)$/u.test(uposAt(tags, token))) &&
    !/^(?:the|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today)$/u.test(lowerAt(tokens, token)) &&
    !demonym(lowerAt(tokens, token));
  let start = head;
  while (belongs(start - 1)) start--;
  return start;
}

/** End of the capitals behind the link, small words between them included; null where there are none. */
function causeEnd(
  document: Base,
  start: number,
  sentenceEnd: number,
  startsName: (token: number) => boolean,
): number | null {
  const { tokens } = document;
  const last = Math.min(sentenceEnd, start + MAX_CAUSE);
  const first = ARTICLE.test(lowerAt(tokens, start)) ? start + 1 : start;
  let end: number | null = null;
  for (let token = first; token < last; token++) {
    if (isCapital(document, token)) end = token + 1;
    else if (
      end === null ||
      !(INSIDE.test(lowerAt(tokens, token)) || joins(document, start, token, startsName))
    )
      break;
  }
  return end;
}

/**
 * "Citizens for Responsibility and Ethics": not where another name follows, nor behind "of" ("the Movement for Change and the FNL", "the Sons of the
 * Delta and Northern Vanguard").
 */
const joins = (
  { tokens }: Base,
  start: number,
  token: number,
  startsName: (token: number) => boolean,
): boolean =>
  lowerAt(tokens, token) === 'and' &&
  lowerAt(tokens, start - 1) !== 'of' &&
  /^\p{Lu}\p{Ll}+$/u.test(formAt(tokens, token + 1)) &&
  !startsName(token + 1);

/** "N.A.A.C.P.": three letters or more, so that the initials of a person are left alone. */
function initialsIn(document: Base, names: readonly NameSpan[]): NameSpan[] {
  const { tokens } = document;
  const covered = (token: number): boolean =>
    names.some(({ firstToken, endToken }) => firstToken <= token && token < endToken);
  const found: NameSpan[] = [];
  for (let token = 0; token < tokens.length; token++) {
    const form = formAt(tokens, token);
    if (!/^(?:\p{Lu}\.){3,}$/u.test(form) || covered(token)) continue;
    const known = knownName(foldName(form), form)?.type;
    found.push({
      firstToken: token,
      endToken: token + 1,
      type: known === 'location' ? known : 'organization',
    });
  }
  return found;
}
