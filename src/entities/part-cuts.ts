import { formAt, lowerAt, uposAt } from '../model/index.ts';
import type { NameSpan } from '../model/index.ts';
import { foldName } from './fold.ts';
import { knownName } from './gazetteer/index.ts';
import { isCapital, isHyphen } from './part-words.ts';
import { textOf } from './phrases.ts';
import type { Base } from './phrases.ts';

/** "Per [Name]": the word alone, before a name or article. */
export const isOpening = ({ tokens, sentences }: Base, { firstToken, endToken }: NameSpan): boolean =>
  endToken - firstToken === 1 &&
  sentences.firstToken[tokens.sentence[firstToken] ?? 0] === firstToken &&
  /^(?:per|via|since|despite|amid)$/u.test(lowerAt(tokens, firstToken)) &&
  /^(?:the|an?|\p{Lu}.*)$/u.test(formAt(tokens, endToken));

/** "Since [Name]", "Per [Name]": the word that opens a sentence is no part of a name for its capital. */
export function cutOpening({ tokens, tags, sentences }: Base, name: NameSpan): NameSpan {
  const opens = sentences.firstToken[tokens.sentence[name.firstToken] ?? 0] === name.firstToken;
  if (!opens || name.endToken - name.firstToken < 2) return name;
  const small =
    /^(?:since|per|after|before|when|while|although|though|if|as|at|in|on|by|for|from|with|without|both|but|and|because|according|despite|like|unlike|near|then|former|following|during|until|under)$/u;
  return small.test(lowerAt(tokens, name.firstToken)) && uposAt(tags, name.firstToken + 1) === 'PROPN'
    ? { ...name, firstToken: name.firstToken + 1 }
    : name;
}

/** "(UN) General Assembly": of a name with one bracket, what is outside or behind it. */
export function cutBrackets({ tokens }: Base, name: NameSpan): NameSpan {
  let { firstToken, endToken } = name;
  let open = -1;
  for (let i = name.firstToken; i < endToken; i++) {
    const word = lowerAt(tokens, i);
    if (word === '(') open = i;
    else if (word === ')' && open < 0) firstToken = i + 1;
    else if (word === ')') open = -1;
  }
  if (open > firstToken) endToken = open;
  return firstToken < endToken ? { ...name, firstToken, endToken } : name;
}

/** "White House Press [Secretary]", "Norway Foreign [Minister]": the first word of a title is no part of the body's name. */
export function cutTitle({ tokens }: Base, name: NameSpan): NameSpan {
  const last = name.endToken - 1;
  const opens =
    /^(?:press|prime|foreign|defen[cs]e|interior|finance|health|education|justice|trade|labou?r|vice|deputy|attorney|communications)$/u;
  const closes = /^(?:secretary|minister|president|general|director|chief)$/u;
  const inside =
    last > name.firstToken && tokens.sentence[name.endToken] === tokens.sentence[name.firstToken];
  const title = opens.test(lowerAt(tokens, last)) && closes.test(lowerAt(tokens, name.endToken));
  return inside && title && name.type !== 'person' ? { ...name, endToken: last } : name;
}

/** "Associated Press of bank [robbery]": what is known without its "of" and a common noun. */
export function cutCommon(document: Base, name: NameSpan): NameSpan {
  const { tokens } = document;
  const of = name.endToken - 2;
  if (of <= name.firstToken || lowerAt(tokens, of) !== 'of' || isCapital(document, of + 1)) return name;
  const text = textOf(document, name.firstToken, of);
  return knownName(foldName(text), text) === null ? name : { ...name, endToken: of };
}

/** Nouns that say what the body behind them is. */
const KIND =
  /^(?:group|party|movement|militia|organi[sz]ation|airline|newspaper|daily|weekly|magazine|broadcaster|network|company|firm|agency|union|faction|outfit|carrier|giant|retailer|channel|website|charity|bank)$/u;

/** "Basque separatist group [ETA]": what the noun before says of the name is no part of it. */
export function cutKind(document: Base, name: NameSpan): NameSpan {
  const { tokens } = document;
  for (let i = name.endToken - 2; i > name.firstToken; i--)
    if (KIND.test(formAt(tokens, i)) && isCapital(document, i + 1)) return { ...name, firstToken: i + 1 };
  return name;
}

/** "R-Ohio", "D-Mich.": a party's letter before the place that somebody was elected in. */
export function cutPartyTag(document: Base, name: NameSpan): NameSpan {
  const { tokens } = document;
  const tag =
    /^[RDI]$/u.test(formAt(tokens, name.firstToken)) &&
    isHyphen(document, name.firstToken + 1) &&
    name.endToken > name.firstToken + 2 &&
    /^[,(]$/u.test(lowerAt(tokens, name.firstToken - 1));
  return tag ? { ...name, firstToken: name.firstToken + 2, type: 'location' } : name;
}

const NUMBERED = /^(?:circuit|infantry|division|brigade|fleet|battalion|regiment|army|corps)$/u;

/** "9th [U.S. Circuit Court]": the number by which a body is told from its like. */
export function withOrdinal({ tokens }: Base, name: NameSpan): NameSpan {
  const before = name.firstToken - 1;
  const inside = tokens.sentence[before] === tokens.sentence[name.firstToken];
  if (!inside || name.type !== 'organization' || !/^\d+(?:st|nd|rd|th)$/u.test(lowerAt(tokens, before)))
    return name;
  for (let i = name.firstToken; i < name.endToken; i++)
    if (NUMBERED.test(lowerAt(tokens, i))) return { ...name, firstToken: before };
  return name;
}
