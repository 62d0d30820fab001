import { codes, dependents, headOf } from './graph.ts';
import type { SentenceGraph } from './graph.ts';
import { BLAMING_ON, TIME_UNITS } from './lexicon.ts';
import { carriersOf, countedBy, patientsOf } from './nouns.ts';
import { edgesTo, is, isNominal, marked, one, via } from './reached.ts';
import type { Reached, TreeStep } from './reached.ts';
import { isSuffered, subjectsOf } from './subjects.ts';
import { ANY_SUBJECT, isPassive } from './voice.ts';
import { TIME_WORDS } from '../phrase.ts';
import { placesOf } from './where.ts';

const AGENT = codes('obl:agent');
const OBJECT = codes('obj');
const OBL = codes('obl');
const ACL = codes('acl');
/** What an act is directed at. */
const STRAY = new Set(['on', 'against']);
const CONJ = codes('conj');
const PHRASES = codes('obl', 'nmod', 'acl', 'advcl');
const TIMES = codes('obl', 'nmod', 'obl:unmarked', 'nmod:unmarked');

/**
 * What it is done to: the object, the subject of a passive, the noun before a passive participle; of a noun what follows "of" and both sides
 * of "between".
 */
export function objectsOf(sentence: SentenceGraph, token: number): Reached[] {
  if (isNominal(sentence, token)) {
    const own = edgesTo(sentence, token, OBJECT);
    return own.length > 0 ? own : [...patientsOf(sentence, token), ...sufferersOf(sentence, token)];
  }
  if (!isPassive(sentence, token)) {
    const own = edgesTo(sentence, token, OBJECT);
    return own.length > 0 ? own : sharedObjects(sentence, token);
  }
  const own = edgesTo(sentence, token, ANY_SUBJECT);
  const step: TreeStep = { method: 'passive', token };
  if (own.length > 0) return via(sentence, own, step);
  const head = headOf(sentence, token);
  return head >= 0 && is(sentence, token, ACL)
    ? via(sentence, one(head), { method: 'participle-clause', token })
    : [];
}

/** "Faced criticism", "came under attack", "is under attack": the subject is whom the noun is done to. */
function sufferersOf(sentence: SentenceGraph, noun: number): Reached[] {
  const carried = carriersOf(sentence, noun)
    .filter(({ suffered }) => suffered)
    .flatMap(({ verb }) => via(sentence, subjectsOf(sentence, verb), { method: 'light-verb', token: verb }));
  return isSuffered(sentence, noun) ? [...carried, ...edgesTo(sentence, noun, ANY_SUBJECT)] : carried;
}

/** "Criticised and condemned the raid": of two verbs that stand side by side one may hold the object of both. */
function sharedObjects(sentence: SentenceGraph, token: number): Reached[] {
  const step: TreeStep = { method: 'shared-object', token };
  const others = [
    ...dependents(sentence, token, CONJ),
    ...(is(sentence, token, CONJ) ? [headOf(sentence, token)] : []),
  ];
  for (const other of others) {
    if (isNominal(sentence, other) || isPassive(sentence, other) || !isBeside(sentence, token, other))
      continue;
    const last = Math.max(token, other);
    const objects = edgesTo(sentence, other, OBJECT).filter((object) => object.token > last);
    if (objects.length > 0) return via(sentence, objects, step);
  }
  return [];
}

/** Nothing but a conjunction, commas and adverbs stands between two verbs, and the second has no subject. */
function isBeside(sentence: SentenceGraph, a: number, b: number): boolean {
  const [first, second] = a < b ? [a, b] : [b, a];
  if (sentence.view.tag(first) !== sentence.view.tag(second)) return false;
  for (let at = first + 1; at < second; at++)
    if (!['CCONJ', 'ADV', 'PUNCT', 'AUX'].includes(sentence.view.pos(at))) return false;
  return true;
}

/**
 * Prepositional phrases of a word, of its object, of the verb that carries it, or of a time between them: where such a phrase hangs is what
 * parsers err on most.
 */
export function phrasesOf(sentence: SentenceGraph, token: number, marker: string): Reached[] {
  const nominal = isNominal(sentence, token);
  const own = nominal
    ? [...countedBy(sentence, token), ...carriersOf(sentence, token).map(({ verb }) => verb)]
    : [
        token,
        ...objectsOf(sentence, token).map((object) => object.token),
        ...dependents(sentence, token, OBJECT),
      ];
  const hosts = new Set(own.flatMap((host) => [host, ...timesOf(sentence, host)]));
  const found = [...hosts].flatMap((host) => marked(sentence, host, PHRASES, marker));
  const places = nominal ? strayPhrases(sentence, token, marker) : placesOf(sentence, token, marker);
  return marker === 'by' ? [...found, ...edgesTo(sentence, token, AGENT)] : [...found, ...places];
}

/** "Condemned the raid by the Front on Lyon": a phrase behind a noun of action that a parser hung on the verb above. */
function strayPhrases(sentence: SentenceGraph, noun: number, marker: string): Reached[] {
  if (!is(sentence, noun, OBJECT) || !STRAY.has(marker)) return [];
  const verb = headOf(sentence, noun);
  if (BLAMING_ON.has(sentence.view.lemma(verb))) return [];
  const found = marked(sentence, verb, OBL, marker).filter(({ token }) => token > noun);
  return via(sentence, found, { method: 'prepositional-phrase', token: verb });
}

/** Phrases of time of a word: "on Monday" of "a protest on Monday against the law". */
const timesOf = (sentence: SentenceGraph, token: number): number[] =>
  dependents(sentence, token, TIMES).filter(
    (time) => TIME_WORDS.has(sentence.view.word(time)) || TIME_UNITS.has(sentence.view.lemma(time)),
  );
