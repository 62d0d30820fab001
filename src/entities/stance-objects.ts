import { lemmaAt, lowerAt, xposAt } from '../model/index.ts';
import { isBodyNoun, isPersonNoun } from './lexicon/index.ts';
import { nounLemma } from './phrases.ts';
import type { Base } from './phrases.ts';
import { caseOf, childrenOf, headOf, relationOf } from './syntax.ts';
import {
  CONTAINERS,
  GENERIC_ACTORS,
  GENERIC_BODIES,
  HUMAN_NOUNS,
  ORGANIZATION_NOUNS,
  PLACE_NOUNS,
  REPRESENTATIVES,
  SITE_NOUNS,
  TIME_NOUNS,
  TITLES,
} from './words.ts';

/** Verbs of taking a stand: their object is what somebody wants, did or decided. Verbs of force ("fight", "block", "stop") are not among them. */
const AGAINST: ReadonlySet<string> = new Set(
  `oppose reject condemn criticise criticize denounce decry veto protest challenge dispute contest slam lambast lambaste
   deplore boycott repeal overturn`.split(/\s+/u),
);

/** The same, where "to", "of", "over" or "at" brings in what the stand is against. */
const STANDS: ReadonlyMap<string, RegExp> = new Map([
  ['opposition', /^to$/u],
  ['opposed', /^to$/u],
  ['objection', /^to$/u],
  ['object', /^to$/u],
  ['resistance', /^to$/u],
  ['criticism', /^of$/u],
  ['critic', /^of$/u],
  ['critical', /^of$/u],
  ['condemnation', /^of$/u],
  ['rejection', /^of$/u],
  ['opponent', /^of$/u],
  ['protest', /^(?:over|at|about)$/u],
  ['outrage', /^(?:over|at|about)$/u],
  ['anger', /^(?:over|at|about)$/u],
  ['angry', /^(?:over|at|about)$/u],
  ['sue', /^over$/u],
]);

/** Verbs of calling something by a name, or of finding it to be of a kind: "called the search a disgrace". */
const CALLING: ReadonlySet<string> = new Set(
  'call describe label brand dub rule declare deem find denounce condemn slam'.split(' '),
);

/** What a court says of an act that it strikes down. */
const UNLAWFUL = /^(?:unlawful|illegal|unconstitutional|invalid|void|unjustified|discriminatory)$/u;

/** What is said: who rejects it is against whoever said it, or says that it is not so. */
const SAID =
  /^(?:claim|allegation|accusation|charge|suggestion|argument|comment|remark|statement|notion|idea|report|rumou?r|assertion|question|speech|word|testimony|thing|one|fact|way|part|kind|sort|side|number|lot|use|case|name|text|letter|article|book|film|song|image|picture|photo|video|account|tweet|post|finding|conclusion|evidence|odds|backdrop|background|dollar|euro|back|hand|arm|head|face|body|team|time|clock|grain|target|position|base|site|facility|installation|building|house|home|vehicle|convoy|ship|tank|wall)$/u;

/** A noun for no person, body, place or time. */
export const isNobody = (lemma: string): boolean =>
  ![
    GENERIC_ACTORS,
    GENERIC_BODIES,
    HUMAN_NOUNS,
    ORGANIZATION_NOUNS,
    PLACE_NOUNS,
    REPRESENTATIVES,
    CONTAINERS,
    TIME_NOUNS,
    TITLES,
  ].some((nouns) => nouns.has(lemma)) &&
  !isPersonNoun(lemma) &&
  !(isBodyNoun(lemma) && lemma !== 'school');

/**
 * Whether a noun that by itself means no event and no policy is what somebody takes a stand against: "rejected the results", "is opposed
 * to abortion", "a protest over the closures". Who is meant by people and bodies is told elsewhere.
 */
export function isStanceObject(document: Base, noun: number): boolean {
  const lemma = nounLemma(document, noun);
  const charged = lemma === 'article' && lowerAt(document.tokens, noun + 1) === 'of';
  if ((SAID.test(lemma) && !charged) || !isNobody(lemma) || !/^\p{L}/u.test(lemma)) return false;
  const { tokens, tags } = document;
  // "Opposed charter schools and testing": what is joined stands as the first does.
  const first = relationOf(document, noun) === 'conj' ? headOf(document, noun) : noun;
  const above = headOf(document, first);
  if (above < 0) return false;
  const relation = relationOf(document, first);
  const verb = lemmaAt(tokens, tags, above);
  const struck = relation === 'obj' || relation === 'nsubj:pass';
  // "Ruled that the advice was unlawful".
  if (relation === 'nsubj' && UNLAWFUL.test(lowerAt(tokens, above))) return isDefinite(document, noun);
  if (struck && AGAINST.has(verb)) return true;
  if (struck && CALLING.has(verb)) return isDefinite(document, noun) || isJudged(document, noun, above);
  if (!/^(?:obl|nmod)/u.test(relation)) return false;
  const preposition = caseOf(document, first);
  // "Raids against camps": what is built can be struck, and is a policy only as the object of a verb of taking a stand.
  if (preposition === 'against') return !SITE_NOUNS.has(lemma);
  return STANDS.get(verb)?.test(preposition) === true;
}

/** "Court finds suspension of parliament unlawful": what a court says of an act, which headlines name without an article. */
const isJudged = (document: Base, noun: number, verb: number): boolean =>
  lowerAt(document.tokens, noun + 1) === 'of' &&
  [verb, noun].some((head) =>
    childrenOf(document, head).some((child) => UNLAWFUL.test(lowerAt(document.tokens, child))),
  );

/** Said of one that is known: "the search", "his refusal"; not "it called a halt". */
function isDefinite(document: Base, noun: number): boolean {
  const { tokens } = document;
  const first = tokens.sentence[noun];
  for (let i = noun - 1; i >= noun - 4 && tokens.sentence[i] === first; i--) {
    if (/^(?:the|this|that|these|those|its|his|her|their|'s)$/u.test(lowerAt(tokens, i))) return true;
    if (/^(?:V|IN)/u.test(xposAt(tokens, document.tags, i))) return false;
  }
  return false;
}
