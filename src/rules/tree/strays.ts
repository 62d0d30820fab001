import { codes, headOf, labelOf } from './graph.ts';
import type { SentenceGraph } from './graph.ts';
import type { Tree } from '../../model/index.ts';

const CONJ = codes('conj');
const PHRASE = codes('nmod', 'obl', 'acl', 'appos');
const ENDS = codes('nsubj', 'nsubj:pass', 'obj', 'obl', 'nmod');
const known = new WeakMap<Tree, ReadonlyMap<number, number>>();
const ACTORS = new Set(['organization', 'group', 'location']);

/**
 * Names that a parser hung beside a noun, but that belong beside the name in its phrase: "groups including Hamas and Hezbollah" read as
 * "groups …, and Hezbollah". Each with the name it belongs to. Where one of them is a name and the other a noun, or the two are
 * different kinds of things, the tree is believed.
 */
export function strayConjuncts(sentence: SentenceGraph): ReadonlyMap<number, number> {
  let strays = known.get(sentence.tree);
  if (!strays) known.set(sentence.tree, (strays = findStrays(sentence)));
  return strays;
}

/** Names that belong beside a name though they hang elsewhere. */
export const straysBeside = (sentence: SentenceGraph, name: number): number[] =>
  [...strayConjuncts(sentence)].filter(([, host]) => host === name).map(([stray]) => stray);

function findStrays(sentence: SentenceGraph): ReadonlyMap<number, number> {
  const { firstToken, endToken } = sentence;
  const strays = new Map<number, number>();
  let types: ReadonlyMap<number, string> | undefined;
  for (let token = firstToken + 2; token < endToken; token++) {
    const first = CONJ.has(labelOf(sentence, token)) ? strays.get(headOf(sentence, token)) : undefined;
    if (first !== undefined) {
      strays.set(token, first);
      continue;
    }
    const noun = nounBeside(sentence, token);
    if (noun < 0) continue;
    types ??= nameTypes(sentence);
    const host = hostOf(sentence, token, noun, strays);
    const [own, other] = [types.get(token), types.get(host)];
    if (own !== undefined && other !== undefined && alike(own, other)) strays.set(token, host);
  }
  return strays;
}

/** The noun that a name was hung beside: as its conjunct, or behind "and" on the same word by the same relation; -1 without one. */
function nounBeside(sentence: SentenceGraph, name: number): number {
  const { view } = sentence;
  if (view.pos(name) !== 'PROPN') return -1;
  const head = headOf(sentence, name);
  const label = labelOf(sentence, name);
  if (CONJ.has(label)) return head < name && view.pos(head) === 'NOUN' ? head : -1;
  if (!ENDS.has(label) || !goesOnWithList(sentence, name)) return -1;
  for (let token = name - 1; token >= sentence.firstToken; token--)
    if (headOf(sentence, token) === head && labelOf(sentence, token) === label)
      return view.pos(token) === 'NOUN' ? token : -1;
  return -1;
}

/** "And" before a name; or a comma, where "and" and another name follow. */
function goesOnWithList(sentence: SentenceGraph, name: number): boolean {
  const joint = sentence.view.pos(listEnd(sentence, name) + 1);
  if (joint === 'CCONJ') return true;
  const follows = (token: number): boolean =>
    headOf(sentence, token) === name && CONJ.has(labelOf(sentence, token));
  return joint === 'PUNCT' && [...Array(sentence.endToken - name).keys()].some((n) => follows(name + n));
}

/** The last word before a name, its own words and what joins it passed over. */
function listEnd(sentence: SentenceGraph, name: number): number {
  const { view } = sentence;
  let token = name - 1;
  while (token >= sentence.firstToken && headOf(sentence, token) === name) token--;
  while (token >= sentence.firstToken && ['CCONJ', 'PUNCT'].includes(view.pos(token))) token--;
  return token;
}

const alike = (a: string, b: string): boolean => a === b || (ACTORS.has(a) && ACTORS.has(b));

/** The name before another, where it stands in a phrase of the noun beside which that was hung; -1 where it does not. */
function hostOf(
  sentence: SentenceGraph,
  token: number,
  noun: number,
  strays: ReadonlyMap<number, number>,
): number {
  const { view } = sentence;
  const before = listEnd(sentence, token);
  if (before <= noun || view.pos(before) !== 'PROPN') return -1;
  let name = -1;
  let at = before;
  for (; at > noun && at < token; at = headOf(sentence, at)) {
    const host = strays.get(at);
    if (host !== undefined) return host;
    if (view.pos(at) === 'PROPN' && (name < 0 || !PHRASE.has(labelOf(sentence, name)))) name = at;
    if (headOf(sentence, at) === noun) return PHRASE.has(labelOf(sentence, at)) ? name : -1;
  }
  return -1;
}

/** Types of the entities that names of a document stand for, by the tokens of the names; gone through once, not for every sentence. */
function nameTypes({ view: { document } }: SentenceGraph): ReadonlyMap<number, string> {
  const before = namedTypes.get(document.mentions);
  if (before) return before;
  const types = new Map<number, string>();
  for (const { kind, entity, firstToken, endToken } of document.mentions) {
    if (kind !== 'name' || entity === null) continue;
    for (let token = firstToken; token < endToken; token++) types.set(token, document.entities[entity]!.type);
  }
  namedTypes.set(document.mentions, types);
  return types;
}

const namedTypes = new WeakMap<object, ReadonlyMap<number, string>>();
