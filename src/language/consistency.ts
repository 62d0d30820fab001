import type { NameSpan, NameType, TagTable, TokenTable } from '../model/index.ts';
import { UPOS } from '../model/index.ts';
import { caseOf } from './forms.ts';

/**
 * One sense per discourse (Gale et al. 1992): a proper noun that is a name in one place of a document is the same name where the
 * model saw none. Whole names count, the last word of a person's name, and an acronym that stands in brackets after a name.
 *
 * @param known the type of an acronym that is a name whatever the document says of it, if there is one.
 * @returns the names with those added, in text order.
 */
export function fillIn(
  names: readonly NameSpan[],
  tokens: TokenTable,
  tags: TagTable,
  known: (token: number) => NameType | undefined,
): NameSpan[] {
  const single = singleNames(names, tokens, tags);
  const phrases = phraseNames(names, tokens);
  const added: NameSpan[] = [];
  let next = 0;
  for (let token = 0; token < tokens.length;) {
    while (next < names.length && names[next]!.endToken <= token) next++;
    const name = names[next];
    if (name && name.firstToken <= token) {
      token = name.endToken;
      continue;
    }
    const limit = name ? name.firstToken : tokens.length;
    const found = isProper(tokens, tags, token)
      ? (phraseAt(phrases, tokens, token, limit) ?? singleAt(single, tokens, tags, token, known))
      : undefined;
    if (found) added.push(found);
    token = found ? found.endToken : token + 1;
  }
  return added.length === 0 ? [...names] : [...names, ...added].sort((a, b) => a.firstToken - b.firstToken);
}

const PROPN = UPOS.indexOf('PROPN');
const formOf = (tokens: TokenTable, token: number): string => tokens.strings.text(tokens.form[token]!);

function isProper(tokens: TokenTable, tags: TagTable, token: number): boolean {
  return tags.upos[token] === PROPN && caseOf(formOf(tokens, token)) >= 2;
}

/** Whether a token stands alone: no proper noun or hyphen beside it that would make another name of it. */
function standsAlone(tokens: TokenTable, tags: TagTable, token: number): boolean {
  const joined = (other: number): boolean =>
    tokens.sentence[other] === tokens.sentence[token] &&
    (tags.upos[other] === PROPN || formOf(tokens, other) === '-');
  return !joined(token - 1) && !joined(token + 1);
}

function singleNames(names: readonly NameSpan[], tokens: TokenTable, tags: TagTable): Map<number, NameType> {
  const votes = new Map<number, Map<NameType, number>>();
  const vote = (form: number, type: NameType): void => {
    const types = votes.get(form) ?? new Map<NameType, number>();
    types.set(type, (types.get(type) ?? 0) + 1);
    votes.set(form, types);
  };
  for (const { firstToken, endToken, type } of names) {
    if (endToken - firstToken === 1) vote(tokens.form[firstToken]!, type);
    else if (type === 'person') vote(tokens.form[endToken - 1]!, type);
    const acronym = endToken + 1;
    if (isAcronymOf(tokens, tags, firstToken, endToken)) vote(tokens.form[acronym]!, type);
  }
  return new Map([...votes].map(([form, types]) => [form, commonest(types)]));
}

/** "Housing Authority of Velmora ( HAV )": an acronym in brackets after a name, with its first letter. */
function isAcronymOf(tokens: TokenTable, tags: TagTable, first: number, end: number): boolean {
  if (end + 2 >= tokens.length || end - first < 2 || formOf(tokens, end) !== '(') return false;
  if (formOf(tokens, end + 2) !== ')' || !isProper(tokens, tags, end + 1)) return false;
  const acronym = formOf(tokens, end + 1);
  return caseOf(acronym) === 3 && acronym[0] === formOf(tokens, first)[0]!.toUpperCase();
}

function commonest(types: ReadonlyMap<NameType, number>): NameType {
  let best: [NameType, number] = ['person', 0];
  for (const [type, count] of types)
    if (count > best[1] || (count === best[1] && type < best[0])) best = [type, count];
  return best[0];
}

/** Names of several words, by their first form. */
function phraseNames(names: readonly NameSpan[], tokens: TokenTable): Map<number, NameSpan[]> {
  const found = new Map<number, NameSpan[]>();
  for (const name of names) {
    if (name.endToken - name.firstToken < 2) continue;
    const form = tokens.form[name.firstToken]!;
    const list = found.get(form) ?? [];
    found.set(form, list);
    if (list.length < MOST_PHRASES) list.push(name);
  }
  return found;
}

/** Bounds the work on a text that says one word over and over. */
const MOST_PHRASES = 20;

function phraseAt(
  phrases: ReadonlyMap<number, readonly NameSpan[]>,
  tokens: TokenTable,
  token: number,
  limit: number,
): NameSpan | undefined {
  let best: NameSpan | undefined;
  for (const { firstToken, endToken, type } of phrases.get(tokens.form[token]!) ?? []) {
    const length = endToken - firstToken;
    if (token + length > limit || tokens.sentence[token] !== tokens.sentence[token + length - 1]) continue;
    if (best && best.endToken - best.firstToken >= length) continue;
    let same = 1;
    while (same < length && tokens.form[token + same] === tokens.form[firstToken + same]) same++;
    if (same === length) best = { firstToken: token, endToken: token + length, type };
  }
  return best;
}

function singleAt(
  single: ReadonlyMap<number, NameType>,
  tokens: TokenTable,
  tags: TagTable,
  token: number,
  known: (token: number) => NameType | undefined,
): NameSpan | undefined {
  if (!standsAlone(tokens, tags, token)) return undefined;
  const acronym = caseOf(formOf(tokens, token)) === 3 ? known(token) : undefined;
  const type = single.get(tokens.form[token]!) ?? acronym;
  return type && type !== 'location' ? { firstToken: token, endToken: token + 1, type } : undefined;
}
