import { SAYING_VERBS } from '../../language/index.ts';
import { codes, headOf, labelOf } from './graph.ts';
import type { SentenceGraph } from './graph.ts';
import { CALLING, INTENTIONS, LIGHT_VERBS, OBJECT_CLAUSES, TELLING } from './lexicon.ts';
import { apposedTo, carriersOf, modifiersOf, ownedLoosely, ownersOf, sidesOf } from './nouns.ts';
import { edgesBelow, edgesTo, has, is, isNominal, marked, nestedAgents, one, via } from './reached.ts';
import type { Reached } from './reached.ts';
import { ANY_SUBJECT, isPassive } from './voice.ts';

const AGENT = codes('obl:agent');
const OBL = codes('obl');
const AGENTS = codes('obl', 'obl:agent');
const NMOD = codes('nmod');
const POSSESSOR = codes('nmod:poss');
const OBJECT = codes('obj', 'iobj');
const COPULA = codes('cop');
const CASE = codes('case');
const MARK = codes('mark', 'case');
const ACL = codes('acl');
const ADVCL = codes('advcl');
const AMOD = codes('amod');
const XCOMP = codes('xcomp');
const CONJ = codes('conj');
const CCOMP = codes('ccomp');
const OWN_SUBJECT = codes('nsubj', 'nsubj:pass', 'aux', 'aux:pass');
const PHRASES = codes('obl', 'nmod');
/** Verbs with "with" and what their object did: "charged the man with attempting to kill". */
const CHARGING = new Set(['charge', 'credit', 'task', 'reproach']);
/** What one is who does something before or besides all others. */
const FIRST = new Set(['first', 'last', 'latest', 'only', 'one']);
const MAX_CLIMB = 4;
const COMPANIONS = new Set(['along', 'together', 'alongside']);

/** Who does what a word says: the subject, the agent of a passive, the owner of a noun ("Israel's raid", "a raid by Israel"). */
export function subjectsOf(sentence: SentenceGraph, token: number, depth = 0): Reached[] {
  const said = depth < MAX_CLIMB ? speakersAct(sentence, token) : -1;
  if (said >= 0)
    return via(sentence, clauseSubjects(sentence, said, depth + 1), { method: 'shared-subject', token });
  if (isPassive(sentence, token)) return agentsOf(sentence, token);
  const own = withCompanions(sentence, token, edgesTo(sentence, token, ANY_SUBJECT));
  if (isNominal(sentence, token)) {
    if (own.length > 0) return isSuffered(sentence, token) ? ownersOf(sentence, token) : own;
    return has(sentence, token, COPULA) ? [] : nominalSubjects(sentence, token, depth);
  }
  if (own.length > 0) return own;
  return depth < MAX_CLIMB ? inheritedSubjects(sentence, token, depth) : [];
}

/** What one does beside saying something. */
const BESIDE_SAYING = new Set(
  'call urge accuse condemn denounce vow warn demand lash criticise criticize slam appeal blame threaten pledge reiterate'.split(
    ' ',
  ),
);

/**
 * "Said the plan was a mistake and called for his resignation": the verb of saying whose subject does what is joined to the words said,
 * or -1 where the verb is no such act or has a subject of its own.
 */
function speakersAct(sentence: SentenceGraph, token: number): number {
  const { view } = sentence;
  const first = headOf(sentence, token);
  if (first < 0 || !is(sentence, token, CONJ) || !is(sentence, first, CCOMP)) return -1;
  if (!BESIDE_SAYING.has(view.lemma(token)) || !/^VB[DN]$/u.test(view.tag(token))) return -1;
  const verb = headOf(sentence, first);
  // Of the tree itself: the enhanced graph lends it the subject of the words said.
  let helped = false;
  for (let at = first + 1; at < token; at++)
    helped ||= headOf(sentence, at) === token && OWN_SUBJECT.has(labelOf(sentence, at));
  return verb >= 0 && !helped && SAYING_VERBS.has(view.lemma(verb)) ? verb : -1;
}

/** "Lyon, along with Oslo, condemned it": whoever goes with the subject does it too, whether hung on the subject or on the verb behind it. */
const withCompanions = (sentence: SentenceGraph, verb: number, subjects: readonly Reached[]): Reached[] => [
  ...subjects,
  ...subjects.flatMap(({ token, steps }) => {
    const beside = edgesTo(sentence, verb, OBL).filter((other) => token < other.token && other.token < verb);
    const others = [...edgesTo(sentence, token, NMOD), ...beside].filter((other) =>
      isCompanion(sentence, other.token),
    );
    const step = { method: 'coordination', token } as const;
    return via(sentence, others, step).map((other) => ({ ...other, steps: [...steps, ...other.steps] }));
  }),
];

const isCompanion = (sentence: SentenceGraph, token: number): boolean =>
  edgesTo(sentence, token, CASE).some((marker) => COMPANIONS.has(sentence.view.word(marker.token)));

/** "Is under attack": the subject suffers it. */
export const isSuffered = (sentence: SentenceGraph, noun: number): boolean =>
  edgesTo(sentence, noun, CASE).some(({ token }) => sentence.view.word(token) === 'under');

function agentsOf(sentence: SentenceGraph, token: number): Reached[] {
  const agents = [...edgesTo(sentence, token, AGENT), ...marked(sentence, token, OBL, 'by')];
  return via(sentence, agents.length > 0 ? agents : nestedAgents(sentence, token), {
    method: 'passive',
    token,
  });
}

/** A noun of action has the owner it names; else the subject of the verb that carries it; else what stands before it. */
function nominalSubjects(sentence: SentenceGraph, noun: number, depth: number): Reached[] {
  const owners = ownersOf(sentence, noun);
  if (owners.length > 0 && !ownedLoosely(sentence, noun)) return owners;
  const sides = sidesOf(sentence, noun);
  if (sides.length > 0) return [...owners, ...sides];
  const carried = depth < MAX_CLIMB ? carriedSubjects(sentence, noun, depth) : [];
  const found = [...owners, ...carried];
  if (found.length > 0) return found;
  return [...modifiersOf(sentence, noun), ...apposedTo(sentence, noun)];
}

function carriedSubjects(sentence: SentenceGraph, noun: number, depth: number): Reached[] {
  return carriersOf(sentence, noun).flatMap(({ verb, suffered, anyVoice }) => {
    const step = { method: 'light-verb', token: verb } as const;
    if (suffered)
      return via(
        sentence,
        ['from', 'by'].flatMap((marker) => [
          ...marked(sentence, noun, NMOD, marker),
          ...marked(sentence, verb, OBL, marker),
        ]),
        step,
      );
    const found = anyVoice
      ? clauseSubjects(sentence, verb, depth)
      : subjectsOf(sentence, verb, depth + 1).filter(({ token }) => token !== noun);
    return via(sentence, found, step);
  });
}

/** The subject of a verb that has none of its own. */
function inheritedSubjects(sentence: SentenceGraph, token: number, depth: number): Reached[] {
  const head = headOf(sentence, token);
  if (head < 0) return [];
  // "Was the first to challenge it", however a parser hung the infinitive.
  if (isInfinitive(sentence, token) && FIRST.has(sentence.view.lemma(head)) && has(sentence, head, COPULA))
    return via(sentence, edgesTo(sentence, head, ANY_SUBJECT), { method: 'control', token });
  if (is(sentence, token, ACL)) return ofNoun(sentence, token, head, depth);
  // "A group hostile to Israel": an adjective with a complement of its own.
  if (is(sentence, token, AMOD) && has(sentence, token, PHRASES))
    return via(sentence, one(head), { method: 'participle-clause', token });
  if (is(sentence, token, ADVCL)) return ofAdverbial(sentence, token, head, depth);
  if (is(sentence, token, XCOMP))
    return via(sentence, clauseSubjects(sentence, head, depth), { method: 'control', token });
  if (is(sentence, token, CONJ) && !isNominal(sentence, head))
    return via(sentence, clauseSubjects(sentence, head, depth), { method: 'shared-subject', token });
  return [];
}

const isInfinitive = (sentence: SentenceGraph, token: number): boolean => sentence.view.tag(token) === 'VB';

/** The marker of a clause: "of" in "accused of attacking", wherever a parser hung it; the empty string without one. */
function markerWord(sentence: SentenceGraph, token: number): string {
  const { view } = sentence;
  const marker = edgesTo(sentence, token, MARK)[0];
  if (marker !== undefined) return view.word(marker.token);
  const before = token > sentence.firstToken && ['ADP', 'SCONJ'].includes(view.pos(token - 1));
  return before && view.word(token - 1) !== 'that' ? view.word(token - 1) : '';
}

/** "The group claiming it", "its decision to fight", "launched a campaign to fight". */
function ofNoun(sentence: SentenceGraph, token: number, noun: number, depth: number): Reached[] {
  const marker = markerWord(sentence, token);
  if (!isInfinitive(sentence, token) && marker === '')
    return via(sentence, one(noun), { method: 'participle-clause', token });
  // "The only party to oppose it": that very party does.
  const sole = edgesTo(sentence, noun, AMOD).some((word) => FIRST.has(sentence.view.lemma(word.token)));
  if (sole && isInfinitive(sentence, token))
    return via(sentence, one(noun), { method: 'participle-clause', token });
  const step = { method: 'purpose', token: noun } as const;
  const own = [
    ...edgesTo(sentence, noun, POSSESSOR),
    ...marked(sentence, noun, NMOD, 'by'),
    ...(INTENTIONS.has(sentence.view.lemma(noun)) ? marked(sentence, noun, NMOD, 'of') : []),
  ];
  if (own.length > 0 || depth >= MAX_CLIMB) return via(sentence, own, step);
  if (OBJECT_CLAUSES.has(marker) && !isInfinitive(sentence, token)) {
    const accused = accusedAt(sentence, noun);
    if (accused.length > 0) return via(sentence, accused, { method: 'control', token });
  }
  return via(sentence, carriedSubjects(sentence, noun, depth), step);
}

/** "Accused the Front of attacking", "was accused by Oslo of attacking", where a parser hung the clause on the name before it. */
function accusedAt(sentence: SentenceGraph, noun: number): Reached[] {
  const verb = headOf(sentence, noun);
  if (is(sentence, noun, OBJECT)) return LIGHT_VERBS.has(sentence.view.lemma(verb)) ? [] : one(noun);
  return is(sentence, noun, AGENTS) && isPassive(sentence, verb) ? edgesTo(sentence, verb, ANY_SUBJECT) : [];
}

function ofAdverbial(sentence: SentenceGraph, token: number, head: number, depth: number): Reached[] {
  const tag = sentence.view.tag(token);
  const adjective = sentence.view.pos(token) === 'ADJ';
  if (!/^VB[GN]?$/u.test(tag) && !adjective) return [];
  const marker = markerWord(sentence, token);
  if (tag === 'VBG' && marker !== '') {
    const between = nounBetween(sentence, token, head);
    if (between !== null) return via(sentence, one(between), { method: 'participle-clause', token });
    if (OBJECT_CLAUSES.has(marker) || (marker === 'with' && CHARGING.has(sentence.view.lemma(head)))) {
      const objects = isPassive(sentence, head) ? [] : edgesTo(sentence, head, OBJECT);
      if (objects.length > 0) return via(sentence, objects, { method: 'control', token });
      return via(sentence, clauseSubjects(sentence, head, depth), { method: 'control', token });
    }
  }
  if (tag === 'VB') {
    const intention = intentionBefore(sentence, token);
    if (intention >= 0) return ofNoun(sentence, token, intention, depth);
    const told = toldTo(sentence, head);
    if (told.length > 0) return via(sentence, told, { method: 'control', token });
  }
  return via(sentence, clauseSubjects(sentence, head, depth), {
    method: tag === 'VB' ? 'purpose' : 'participle-clause',
    token,
  });
}

/** The noun right before an infinitive that can only be its own: "its decision to fight", hung on the verb above; -1 without one. */
function intentionBefore(sentence: SentenceGraph, token: number): number {
  const marker = edgesTo(sentence, token, MARK)[0]?.token ?? -1;
  const noun = marker - 1;
  const found = noun >= sentence.firstToken && INTENTIONS.has(sentence.view.lemma(noun));
  return found && isNominal(sentence, noun) ? noun : -1;
}

/** Whom a verb makes do something: "called on the Front to fight", "wants the Front to fight", however the parser hung the infinitive. */
function toldTo(sentence: SentenceGraph, verb: number): Reached[] {
  const lemma = sentence.view.lemma(verb);
  if (CALLING.has(lemma)) return ['on', 'upon', 'to'].flatMap((each) => marked(sentence, verb, OBL, each));
  return TELLING.has(lemma) && !isPassive(sentence, verb) ? edgesTo(sentence, verb, OBJECT) : [];
}

/** "With the Front condemning Lyon": the noun between the marker and the participle, wherever a parser hung it. */
function nounBetween(sentence: SentenceGraph, token: number, head: number): number | null {
  const marker = edgesTo(sentence, token, MARK)[0]?.token ?? token;
  const found = edgesBelow(sentence, head, PHRASES)
    .map((edge) => sentence.graph.dependent[edge]! + sentence.firstToken)
    .find((phrase) => marker < phrase && phrase < token && headOf(sentence, phrase) === head);
  return found ?? null;
}

/** The subject of the clause above, in whatever voice that stands: "was arrested, accusing …". */
const clauseSubjects = (sentence: SentenceGraph, head: number, depth: number): Reached[] => {
  const own = edgesTo(sentence, head, ANY_SUBJECT);
  return own.length > 0 ? own : subjectsOf(sentence, head, depth + 1);
};
