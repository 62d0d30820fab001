import { codes, dependents, headOf, headOfEdge, markerOf } from './graph.ts';
import type { SentenceGraph } from './graph.ts';
import {
  LIGHT_PHRASES,
  LIGHT_VERBS,
  QUANTITIES,
  SIDES,
  SUFFERING_PHRASES,
  SUFFERING_VERBS,
  TARGET_NOUNS,
} from './lexicon.ts';
import { along, edgesBelow, edgesTo, is, marked, nestedAgents, one, via } from './reached.ts';
import type { Reached } from './reached.ts';
import { isPassive } from './voice.ts';

const NMOD = codes('nmod');
const POSSESSOR = codes('nmod:poss');
const COMPOUND = codes('compound', 'nmod:unmarked');
const AMOD = codes('amod');
const OBJECT = codes('obj');
const SUBJECT = codes('nsubj', 'nsubj:pass');
const OBL = codes('obl');
const ACL = codes('acl');
const APPOS = codes('appos');

/** A verb that carries a noun ("launched" of "launched an attack"), and whether its subject does or suffers what the noun says. */
export interface Carrier {
  readonly verb: number;
  readonly suffered: boolean;
  /** The verb's subject is meant whatever its voice: "was engaged in a fight". */
  readonly anyVoice: boolean;
}

/** The noun itself, and one that only counts it: "attacks" and "series" in "a series of attacks". */
export function countedBy(sentence: SentenceGraph, noun: number): readonly number[] {
  const counting = sentence
    .above(noun)
    .filter((edge) => NMOD.has(sentence.graph.label[edge]!) && markerOf(sentence, edge) === 'of')
    .map((edge) => headOfEdge(sentence, edge))
    .filter((head) => QUANTITIES.has(sentence.view.lemma(head)));
  return [noun, ...counting];
}

export function carriersOf(sentence: SentenceGraph, noun: number): Carrier[] {
  if (sentence.without.has('light-verb')) return [];
  return countedBy(sentence, noun).flatMap((host) => [
    ...sentence.above(host).flatMap((edge) => carrierAbove(sentence, edge)),
    ...edgesBelow(sentence, host, ACL).flatMap((edge) => {
      const verb = sentence.graph.dependent[edge]! + sentence.firstToken;
      const light = LIGHT_VERBS.has(sentence.view.lemma(verb)) && isPassive(sentence, verb);
      return light ? [{ verb, suffered: false, anyVoice: false }] : [];
    }),
  ]);
}

function carrierAbove(sentence: SentenceGraph, edge: number): Carrier[] {
  const verb = headOfEdge(sentence, edge);
  const label = sentence.graph.label[edge]!;
  const lemma = sentence.view.lemma(verb);
  const marker = markerOf(sentence, edge);
  if (OBL.has(label) && marker !== '') {
    if (LIGHT_PHRASES.get(marker)?.has(lemma)) return [{ verb, suffered: false, anyVoice: true }];
    return SUFFERING_PHRASES.get(marker)?.has(lemma) ? [{ verb, suffered: true, anyVoice: true }] : [];
  }
  // "Launched on Monday an attack": an object far from its verb is taken for an oblique without a preposition.
  if (NMOD.has(label))
    return marker === 'of' && TARGET_NOUNS.has(lemma) ? [{ verb, suffered: true, anyVoice: true }] : [];
  const carried = OBJECT.has(label) || OBL.has(label) || (SUBJECT.has(label) && isPassive(sentence, verb));
  if (!carried) return [];
  if (LIGHT_VERBS.has(lemma)) return [{ verb, suffered: false, anyVoice: false }];
  const suffered = OBJECT.has(label) && SUFFERING_VERBS.has(lemma);
  return suffered ? [{ verb, suffered: true, anyVoice: false }] : [];
}

/** The owner of a noun of action: "Israel's raid", "a raid by Israel". */
export function ownersOf(sentence: SentenceGraph, noun: number): Reached[] {
  const by = marked(sentence, noun, NMOD, 'by');
  const owners = [
    ...along(sentence, edgesBelow(sentence, noun, POSSESSOR)),
    ...(by.length > 0 ? by : nestedAgents(sentence, noun)),
  ];
  return via(sentence, owners, { method: 'nominalization', token: noun });
}

/** Whether a noun's owner may be the very subject of the verb that carries it: "launched its attack", "led Monday's raid". */
export const ownedLoosely = (sentence: SentenceGraph, noun: number): boolean =>
  edgesBelow(sentence, noun, POSSESSOR).every((edge) => {
    const owner = sentence.graph.dependent[edge]! + sentence.firstToken;
    return sentence.view.pos(owner) !== 'PROPN';
  });

/** Words before a noun of action that may name who acts: "a Hamas attack", "US drone strikes", "an Israeli raid". */
export function modifiersOf(sentence: SentenceGraph, noun: number): Reached[] {
  const inner = dependents(sentence, noun, COMPOUND).filter((token) => sentence.view.pos(token) === 'NOUN');
  const hosts = [noun, ...inner];
  const before = (labels: ReadonlySet<number>): Reached[] =>
    hosts.flatMap((host) => edgesTo(sentence, host, labels)).filter(({ token }) => token < noun);
  const names = before(COMPOUND).filter(
    ({ token }) => sentence.view.pos(token) === 'PROPN' || SIDES.has(sentence.view.lemma(token)),
  );
  return [
    ...via(sentence, names, { method: 'compound', token: noun }),
    ...via(sentence, before(AMOD), { method: 'demonym', token: noun }),
  ];
}

/** The adjectives before a noun, each for the country that it may name: "the Serbian capital". */
export const demonymsOf = (sentence: SentenceGraph, noun: number): Reached[] =>
  via(
    sentence,
    edgesTo(sentence, noun, AMOD).filter(({ token }) => token < noun),
    { method: 'demonym', token: noun },
  );

/** Both sides of "clashes between X and Y". */
export const sidesOf = (sentence: SentenceGraph, noun: number): Reached[] =>
  via(sentence, marked(sentence, noun, NMOD, 'between'), { method: 'reciprocal', token: noun });

/** What a noun of action is done to, as far as the noun itself says: "criticism of Israel", "Israel's condemnation by Egypt". */
export function patientsOf(sentence: SentenceGraph, noun: number): Reached[] {
  const step = { method: 'nominalization', token: noun } as const;
  const of = marked(sentence, noun, NMOD, 'of');
  const owned = marked(sentence, noun, NMOD, 'by').length > 0;
  const owner = owned && of.length === 0 ? along(sentence, edgesBelow(sentence, noun, POSSESSOR)) : [];
  return [...via(sentence, [...of, ...owner], step), ...sidesOf(sentence, noun)];
}

/** The noun that another stands in apposition to: "the Front" of "the Front, an enemy of Lyon". */
export const apposedTo = (sentence: SentenceGraph, noun: number): Reached[] =>
  is(sentence, noun, APPOS)
    ? via(sentence, one(headOf(sentence, noun)), { method: 'apposition', token: noun })
    : [];
