import { lemmaAt, lowerAt, uposAt, xposAt } from '../model/index.ts';
import { blankDescription } from './blank-description.ts';
import { datesOf } from './dates.ts';
import type { Description } from './events.ts';
import { nameKeyOf, placeOfVerb, placeWithin } from './named-arguments.ts';
import type { Called, PlaceArgument } from './named-arguments.ts';
import { nounLemma } from './phrases.ts';
import type { Base } from './phrases.ts';
import { childrenOf, relationOf } from './syntax.ts';
import { FAMILY_OF, POLICY_FAMILY_OF } from './event-words.ts';

/** Nouns of what verbs tell, with the preposition that brings in whom or what it struck. */
const STRIKING: ReadonlyMap<string, string> = new Map([
  ['attack', 'attack on'],
  ['storm', 'attack on'],
  ['target', 'attack on'],
  ['overrun', 'attack on'],
  ['strike', 'strike on'],
  ['raid', 'raid on'],
  ['bomb', 'bombing of'],
  ['shell', 'shelling of'],
  ['shoot', 'shooting of'],
  ['kill', 'killing of'],
  ['murder', 'murder of'],
  ['assassinate', 'assassination of'],
  ['stab', 'stabbing of'],
  ['ambush', 'ambush of'],
  ['kidnap', 'kidnapping of'],
  ['abduct', 'abduction of'],
  ['hijack', 'hijacking of'],
  ['invade', 'invasion of'],
  ['behead', 'beheading of'],
  ['massacre', 'massacre of'],
  ['torch', 'torching of'],
]);

/** The same for verbs that tell by themselves what happened: the place tells which one it was. */
const HAPPENING: ReadonlyMap<string, string> = new Map([
  ['explode', 'explosion'],
  ['crash', 'crash'],
  ['collide', 'collision'],
  ['collapse', 'collapse'],
  ['protest', 'protest'],
  ['rally', 'rally'],
  ['march', 'march'],
  ['clash', 'clash'],
  ['riot', 'riot'],
  ['demonstrate', 'demonstration'],
  ['derail', 'derailment'],
  ['capsize', 'capsizing'],
  ['sink', 'sinking'],
  ['erupt', 'eruption'],
  ['detonate', 'explosion'],
  ['fight', 'fighting'],
  ['battle', 'battle'],
  ['meet', 'meeting'],
  ['go off', 'explosion'],
  ['blow up', 'explosion'],
  ['open fire', 'shooting'],
  ['catch fire', 'fire'],
]);

/** Acts of those who decide: nouns of what verbs tell, with the preposition that brings in whom or what it is about. */
const DECIDING: ReadonlyMap<string, string> = new Map([
  ['suspend', 'suspension of'],
  ['prorogue', 'prorogation of'],
  ['dissolve', 'dissolution of'],
  ['ban', 'ban on'],
  ['expel', 'expulsion of'],
  ['deport', 'deportation of'],
  ['extradite', 'extradition of'],
  ['annex', 'annexation of'],
  ['recognise', 'recognition of'],
  ['recognize', 'recognition of'],
  ['appoint', 'appointment of'],
  ['nominate', 'nomination of'],
  ['impeach', 'impeachment of'],
  ['dismiss', 'dismissal of'],
  ['sack', 'dismissal of'],
  ['pardon', 'pardon of'],
  ['blockade', 'blockade of'],
  ['designate', 'designation of'],
]);

/** The same for what one does oneself: the subject has the name. */
const LEAVING: ReadonlyMap<string, string> = new Map([
  ['withdraw', 'withdrawal of'],
  ['resign', 'resignation of'],
]);

/**
 * Events told by a verb whose victim or place has a name: "stabbed [Vance]" is the stabbing of Vance. They are no mentions, since a
 * verb is no phrase that could be the end of a relation; a noun that speaks of the same event takes name, date and place from them.
 */
export function verbEvents(document: Base, called: Called): Description[] {
  const { tokens, tags } = document;
  const found: Description[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (uposAt(tags, i) !== 'VERB') continue;
    const lemma = lemmaAt(tokens, tags, i);
    const striking = STRIKING.get(lemma);
    const happening = HAPPENING.get(lemma) ?? HAPPENING.get(phraseOf(document, i, lemma));
    const deciding = DECIDING.get(lemma) ?? LEAVING.get(lemma);
    if (deciding !== undefined) {
      const act = actOf(document, i, deciding, LEAVING.has(lemma), called);
      if (act) found.push(act);
      continue;
    }
    if ((striking === undefined && happening === undefined) || !isToldAsFact(document, i)) continue;
    // "Killed in an attack", "the attack killed": the noun is the event.
    const phrase = HAPPENING.has(lemma) || striking !== undefined ? -1 : i + 1;
    if (
      childrenOf(document, i).some((child) => child !== phrase && FAMILY_OF.has(nounLemma(document, child)))
    )
      continue;
    const victim = striking === undefined ? null : victimOf(document, i, called);
    const where = placeOfVerb(document, i, called.nameAt) ?? placeOfVictim(document, i, called);
    const place = where && called.isPlace(where.key) ? where : null;
    const label = labelOf(striking, happening, victim, place, called);
    if (label === null) continue;
    const sentence = tokens.sentence[i] ?? 0;
    found.push({
      ...told(document, i, label, 'event'),
      victims: new Set(victim === null ? [] : [victim]),
      place: place === null ? null : Number(place.key),
      dates: datesOf(document, { firstToken: i, head: i, sentence }),
      names: new Set([victim, place?.key].flatMap((key) => key ?? [])),
    });
  }
  return found;
}

/** A verb with its particle or the noun that makes a phrase of it: "went off", "opened fire". */
function phraseOf(document: Base, verb: number, lemma: string): string {
  const part = childrenOf(document, verb).find(
    (child) => /^(?:compound:prt|obj|advmod)$/u.test(relationOf(document, child)) && child === verb + 1,
  );
  return part === undefined ? lemma : `${lemma} ${lowerAt(document.tokens, part)}`;
}

/** What a verb tells, under the noun that its label begins with. */
function told(document: Base, verb: number, label: string, type: Description['type']): Description {
  const lemma = label.split(' ')[0] as string;
  return {
    ...blankDescription(document, verb),
    type,
    verbal: true,
    lemma,
    family: FAMILY_OF.get(lemma) ?? POLICY_FAMILY_OF.get(lemma) ?? lemma,
    label,
    forms: [label],
    // Of what a headline's verb tells only an act is read as the headline's.
    inTitle: false,
  };
}

/** "Suspended [Parliament]", "will suspend [Parliament]": an act is spoken of before and after it is done, where it is not denied. */
function actOf(
  document: Base,
  verb: number,
  noun: string,
  own: boolean,
  { nameAt, nameOf }: Called,
): Description | null {
  const { tokens } = document;
  const children = childrenOf(document, verb);
  if (children.some((child) => /^(?:not|n't|never|if|unless)$/u.test(lowerAt(tokens, child)))) return null;
  const about = own ? /^nsubj$/u : /^(?:obj|nsubj:pass)$/u;
  const named = children.find((child) => about.test(relationOf(document, child)));
  const key = named === undefined ? null : nameKeyOf(document, named, nameAt);
  if (key === null) return null;
  const sentence = tokens.sentence[verb] ?? 0;
  return {
    ...told(document, verb, `${noun} ${nameOf(key)}`, 'policy'),
    inTitle: document.passages[document.sentences.passage[sentence] ?? 0]?.kind === 'title',
    names: new Set([key]),
  };
}

/** In the past or perfect, not denied, not wished for. */
function isToldAsFact(document: Base, verb: number): boolean {
  const { tokens, tags } = document;
  if (!/^VB[DN]$/u.test(xposAt(tokens, tags, verb))) return false;
  return !childrenOf(document, verb).some((child) =>
    /^(?:not|n't|never|may|might|could|would|will|should|must|can|if|unless|to)$/u.test(
      lowerAt(tokens, child),
    ),
  );
}

function victimOf(document: Base, verb: number, { nameAt }: Called): string | null {
  const victim = childrenOf(document, verb).find((child) =>
    /^(?:obj|nsubj:pass)$/u.test(relationOf(document, child)),
  );
  return victim === undefined
    ? victimBeyondComma(document, verb, nameAt)
    : nameKeyOf(document, victim, nameAt);
}

/** "[Vance], mayor of the town, was stabbed": a subject that the parser lost for the apposition between. */
function victimBeyondComma(
  { tokens, sentences }: Base,
  verb: number,
  nameAt: ReadonlyMap<number, string>,
): string | null {
  const first = sentences.firstToken[tokens.sentence[verb] ?? 0] ?? 0;
  const close = verb - 2;
  if (!/^(?:was|were)$/u.test(lowerAt(tokens, verb - 1)) || lowerAt(tokens, close) !== ',') return null;
  for (let i = close - 1; i > first; i--) {
    const key = lowerAt(tokens, i) === ',' ? nameAt.get(i - 1) : undefined;
    if (key !== undefined) return key;
  }
  return null;
}

/** Where the unnamed thing is that the verb strikes: "attacked a school in [Sarn]". */
function placeOfVictim(document: Base, verb: number, { nameAt }: Called): PlaceArgument | null {
  const struck = childrenOf(document, verb).find((child) =>
    /^(?:obj|nsubj:pass)$/u.test(relationOf(document, child)),
  );
  return struck === undefined ? null : placeWithin(document, struck, nameAt);
}

function labelOf(
  striking: string | undefined,
  happening: string | undefined,
  victim: string | null,
  place: PlaceArgument | null,
  { nameOf }: Called,
): string | null {
  if (striking !== undefined && victim !== null) return `${striking} ${nameOf(victim)}`;
  // "Attacked a school in [Sarn]": whom or what it struck has no name.
  if (striking !== undefined) return place && `${striking.split(' ')[0] as string} in ${nameOf(place.key)}`;
  return place === null ? null : `${happening ?? ''} ${place.preposition} ${nameOf(place.key)}`;
}
