import { codes, dependentOf, dependents, headOf, labelOf, markerOf } from './graph.ts';
import type { SentenceGraph } from './graph.ts';
import {
  ACTS,
  ASPECTS,
  ASSETS,
  BODY_HEADS,
  COLLECTIVES,
  COMPASS,
  NAMING,
  OWNED_PARTS,
  PARTS,
  QUANTITIES,
  SETS,
  SPEAKERS,
} from './lexicon.ts';
import { one, via } from './reached.ts';
import type { Reached } from './reached.ts';
import { straysBeside } from './strays.ts';
import { subjectsOf } from './subjects.ts';
import type { StepMethod } from '../reading.ts';

const APPOSITION = codes('appos', 'flat', 'nmod:desc');
const APPOS = codes('appos');
const COMPOUND = codes('compound', 'nmod:unmarked', 'nmod:desc');
const OBJECTS = codes('obj', 'iobj', 'nsubj:pass');
const ACCUSING = new Set('accuse convict suspect acquit rob deprive strip warn inform'.split(' '));
const PHRASES = codes('nmod', 'obl');
const OWNER = codes('nmod:poss');
const ACL = codes('acl', 'acl:relcl');
const AMOD = codes('amod', 'acl');
const DETERMINER = codes('det');
const NAMED_AS = codes('obl', 'xcomp', 'obj');
const CONJ = codes('conj');
const OF = new Set(['of']);
/** Parts that bear the name of the place before them. */
const NAMED_PARTS = new Set(
  'area region district section neighbourhood neighborhood quarter province suburb'.split(' '),
);
/** Parts that are places by themselves. */
const PLACES = new Set('town city village province capital port island state county'.split(' '));
const MEMBER_OF = new Set(['of', 'from', 'for', 'by']);
const LOYALTY = new Set(['loyal', 'faithful', 'belong', 'answerable']);
/** How far behind a set its members may stand ("several groups, among them X"), in tokens. */
const AMONG = 12;

/** The ways on from a word that is no argument itself, the surest first; each leads to one or more words. */
export function furtherFrom(
  sentence: SentenceGraph,
  token: number,
  end: 'source' | 'target',
): readonly (readonly Reached[])[] {
  const { view } = sentence;
  const lemma = view.lemma(token);
  const ways: (readonly Reached[])[] = [];
  const way = (method: StepMethod, tokens: readonly number[]): void => {
    const all = tokens.flatMap((each) => [each, ...straysBeside(sentence, each)]);
    const found = via(sentence, all.flatMap(one), { method, token });
    if (found.length > 0) ways.push(found);
  };
  way('reciprocal', othersThan(sentence, token));
  if (/S$/u.test(view.tag(token)) || QUANTITIES.has(lemma)) way('set', examplesOf(sentence, token));
  way('apposition', namesBeside(sentence, token));
  if (BODY_HEADS.has(lemma) || (SPEAKERS.has(lemma) && end === 'source'))
    way('representative', bodiesBehind(sentence, token));
  if (ASSETS.has(lemma) && end === 'target') way('asset', ownersBehind(sentence, token));
  ways.push(...actorsOf(sentence, token, end));
  if (COLLECTIVES.has(lemma)) way('set', phrases(sentence, token, OF));
  if (QUANTITIES.has(lemma)) way('partitive', phrases(sentence, token, OF));
  if (ASPECTS.has(lemma) && end === 'target')
    way('partitive', [...phrases(sentence, token, OF), ...dependents(sentence, token, OWNER)]);
  if (PARTS.has(lemma) || COMPASS.has(lemma)) way('partitive', wholesOf(sentence, token, lemma));
  return ways;
}

/** Who acts by an act or its means: "a Hamas statement condemned", "the US strike killed". */
export const actorsOf = (
  sentence: SentenceGraph,
  token: number,
  end: 'source' | 'target',
): readonly (readonly Reached[])[] =>
  ACTS.has(sentence.view.lemma(token)) && end === 'source' ? [subjectsOf(sentence, token)] : [];

/** "Parts of Mali", "Mali's capital". "North of Mali" lies outside it; "the north of Mali" and "Mali's north" do not. */
function wholesOf(sentence: SentenceGraph, token: number, lemma: string): number[] {
  const compass = COMPASS.has(lemma);
  const owners = compass || OWNED_PARTS.has(lemma) ? dependents(sentence, token, OWNER) : [];
  // "Near Juba, the capital of Sudan": near Juba, and no more is said.
  if (APPOS.has(labelOf(sentence, token)) && PLACES.has(lemma)) return [];
  // "The Karol Bagh area of New Delhi": the place that the noun is named by.
  const named = NAMED_PARTS.has(lemma)
    ? dependents(sentence, token, COMPOUND).filter((name) => sentence.view.pos(name) === 'PROPN')
    : [];
  if (named.length > 0) return named;
  const inside = !compass || dependents(sentence, token, DETERMINER).length > 0;
  return inside ? [...phrases(sentence, token, OF), ...owners] : owners;
}

/** "Each other", "one another": who does it to whom. */
function othersThan(sentence: SentenceGraph, token: number): number[] {
  const { view } = sentence;
  const pair = (first: string, second: string): boolean =>
    (view.word(token) === first && token + 1 < sentence.endToken && view.word(token + 1) === second) ||
    (view.word(token) === second && token > sentence.firstToken && view.word(token - 1) === first);
  if (!pair('each', 'other') && !pair('one', 'another')) return [];
  for (
    let at = headOf(sentence, token), climbed = 0;
    at >= 0 && climbed < 4;
    at = headOf(sentence, at), climbed++
  ) {
    const subjects = subjectsOf(sentence, at).map((subject) => subject.token);
    if (subjects.length > 0) return subjects;
  }
  return [];
}

/** "Groups including X and Y", "parties such as X", "several groups, among them X". */
function examplesOf(sentence: SentenceGraph, token: number): number[] {
  const listed = phrases(sentence, token, SETS);
  return listed.length > 0 ? listed : examplesBehind(sentence, token);
}

/** The same read from the words, where a parser hung the examples elsewhere. Another plural on the way would be their set. */
function examplesBehind(sentence: SentenceGraph, token: number): number[] {
  const { view } = sentence;
  for (let at = token + 1; at < sentence.endToken - 2 && at <= token + AMONG; at++) {
    const next = view.word(at + 1);
    if (view.word(at) === 'including' || view.word(at) === 'namely') return listFrom(sentence, at + 1);
    if (view.word(at) === 'such' && next === 'as') return listFrom(sentence, at + 2);
    if (view.word(at) === 'among' && (next === 'them' || next === 'whom')) return listFrom(sentence, at + 2);
    if (/^NNP?S$/u.test(view.tag(at)) || /^(?:VB[DZP]|MD)$/u.test(view.tag(at))) return [];
  }
  return [];
}

/** Head of the first noun phrase from a token on, with its conjuncts. */
function listFrom(sentence: SentenceGraph, first: number): number[] {
  const { view } = sentence;
  let token = first;
  while (token < sentence.endToken && ['DET', 'ADJ', 'PUNCT'].includes(view.pos(token))) token++;
  if (token >= sentence.endToken || !['NOUN', 'PROPN'].includes(view.pos(token))) return [];
  while (headOf(sentence, token) > token && ['NOUN', 'PROPN'].includes(view.pos(headOf(sentence, token))))
    token = headOf(sentence, token);
  return [token, ...dependents(sentence, token, CONJ)];
}

/** Apposition either way, and "known as X". */
const namesBeside = (sentence: SentenceGraph, token: number): number[] => [
  ...dependents(sentence, token, APPOSITION),
  ...dependents(sentence, token, ACL)
    .filter((verb) => NAMING.has(sentence.view.lemma(verb)))
    .flatMap((verb) => dependents(sentence, verb, NAMED_AS)),
  ...(APPOS.has(labelOf(sentence, token)) ? [headOf(sentence, token)] : []),
];

/** "An anti-[Taliban] militia": those whom it is against. */
function isOpposed({ view, firstToken }: SentenceGraph, name: number): boolean {
  let first = name;
  while (first > firstToken && view.pos(first - 1) === 'PROPN') first--;
  return first >= firstToken + 2 && view.word(first - 1) === '-' && view.word(first - 2) === 'anti';
}

/** "X fighters", "X's fighters", "fighters of X", "fighters loyal to X". */
function bodiesBehind(sentence: SentenceGraph, token: number): number[] {
  // "Brazil's opposition leader" speaks for another body than Brazil.
  const others = [...dependents(sentence, token, AMOD), ...dependents(sentence, token, COMPOUND)];
  if (
    others.some((word) =>
      /^(?:opposition|rebel|dissident|separatist|exile[sd]?|jail(?:ed)?)$/u.test(sentence.view.lemma(word)),
    )
  )
    return [];
  return ownersBehind(sentence, token);
}

/** Whose it is by a name or noun before it or behind "of": "X positions", "rebel positions", "positions of X". */
function ownersBehind(sentence: SentenceGraph, token: number): number[] {
  const loyal = dependents(sentence, token, AMOD).filter((word) => LOYALTY.has(sentence.view.lemma(word)));
  const to = new Set(['to']);
  return [
    ...dependents(sentence, token, COMPOUND).filter((name) => !isOpposed(sentence, name)),
    ...dependents(sentence, token, OWNER),
    ...phrases(sentence, token, MEMBER_OF),
    ...loyal.flatMap((word) => [...phrases(sentence, word, to), ...phrases(sentence, token, to)]),
  ];
}

/** "Accused the police of violence": what they are accused of is no part of who they are. */
const isAccused = (sentence: SentenceGraph, token: number): boolean => {
  const verb = headOf(sentence, token);
  return verb >= 0 && OBJECTS.has(labelOf(sentence, token)) && ACCUSING.has(sentence.view.lemma(verb));
};

const phrases = (sentence: SentenceGraph, token: number, markers: ReadonlySet<string>): number[] =>
  sentence
    .below(token)
    .filter((edge) => PHRASES.has(sentence.graph.label[edge]!) && markers.has(markerOf(sentence, edge)))
    .filter((edge) => markerOf(sentence, edge) !== 'of' || !isAccused(sentence, token))
    .map((edge) => dependentOf(sentence, edge));
