import { lemmaAt, lowerAt, xposAt } from '../model/index.ts';
import { isBodyNoun, isPersonNoun } from './lexicon/index.ts';
import { nounLemma } from './phrases.ts';
import type { Base } from './phrases.ts';
import { caseOf, childrenOf, headOf, relationOf } from './syntax.ts';
import { CONTAINERS } from './event-words.ts';
import {
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

/** Verbs that hold up or put down more than what is decided: their object is a policy where it is somebody's or the one told of. */
const AGAINST_ONES: ReadonlySet<string> = new Set(
  `block delay dismiss resist halt hinder derail thwart obstruct frustrate scupper dislike resent lament regret ridicule mock
   deride scorn assail blast fault bemoan bewail rebuff spurn shun suspend abandon scrap annul nullify quash ban outlaw sue abolish`.split(
    /\s+/u,
  ),
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
  ['sue', /^(?:over|for)$/u],
  ['concern', /^(?:over|at|about)$/u],
  ['concerned', /^(?:over|at|about|by)$/u],
  ['alarm', /^(?:over|at|about)$/u],
  ['alarmed', /^(?:over|at|about|by)$/u],
  ['dismay', /^(?:over|at|about)$/u],
  ['dismayed', /^(?:over|at|about|by)$/u],
  ['disappointed', /^(?:over|at|about|by|with)$/u],
  ['disappointment', /^(?:over|at|about|with)$/u],
  ['unhappy', /^(?:over|at|about|with)$/u],
  ['furious', /^(?:over|at|about|with)$/u],
  ['outraged', /^(?:over|at|about|by)$/u],
  ['angered', /^(?:over|at|about|by)$/u],
  ['complain', /^(?:about|of|over)$/u],
  ['complaint', /^(?:about|over)$/u],
  ['dissent', /^from$/u],
  ['doubt', /^(?:about|over|on)$/u],
  ['reservation', /^(?:over|about)$/u],
  ['misgiving', /^(?:over|about)$/u],
]);

/** Verbs of calling something by a name, or of finding it to be of a kind: "called the search a disgrace". */
const CALLING: ReadonlySet<string> = new Set(
  'call describe label brand dub rule declare deem find denounce condemn slam'.split(' '),
);

/** What a court says of an act that it strikes down. */
const UNLAWFUL = /^(?:unlawful|illegal|unconstitutional|invalid|void|unjustified|discriminatory)$/u;

/** What is said: who rejects it is against whoever said it, or says that it is not so. */
const SAID =
  /^(?:claim|allegation|accusation|charge|suggestion|argument|comment|remark|statement|notion|idea|report|rumou?r|assertion|question|speech|word|testimony|thing|one|fact|way|part|kind|sort|side|number|lot|use|case|name|text|letter|article|book|film|song|image|picture|photo|video|account|tweet|post|finding|conclusion|evidence|odds|backdrop|background|dollar|euro|back|hand|arm|head|face|body|team|time|clock|grain|target|position|base|site|facility|installation|building|house|home|vehicle|convoy|ship|tank|wall|access|road|street|highway|path|entrance|ability|problem|danger|risk|safety|health|fate|situation|lack|rise|level|future|possibility|prospect|likelihood|presence)$/u;

/** What something has, where the text says what: who questions the legality of a law is against the law. */
const ASPECTS =
  /^(?:cost|impact|effect|consequence|implication|legality|constitutionality|legitimacy|wisdom|timing|size|scope|scale|pace|fairness|merit|morality|necessity|feasibility|effectiveness|validity|wording|terms|conduct|handling)$/u;

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
  if (isJudgedInWords(document, noun)) return true;
  const charged = lemma === 'article' && lowerAt(document.tokens, noun + 1) === 'of';
  if ((SAID.test(lemma) && !charged) || !isNobody(lemma) || !/^\p{L}/u.test(lemma)) return false;
  if (ASPECTS.test(lemma) && childrenOf(document, noun).some((child) => caseOf(document, child) === 'of'))
    return false;
  const { tokens } = document;
  const stand = standOf(document, noun);
  if (!stand) return false;
  const { first, above, relation, verb, struck } = stand;
  // "Ruled that the advice was unlawful".
  if (relation === 'nsubj' && UNLAWFUL.test(lowerAt(tokens, above))) return isDefinite(document, noun);
  if (struck && AGAINST.has(verb)) return true;
  if (struck && AGAINST_ONES.has(verb)) return isDefinite(document, noun) || hasComplement(document, noun);
  if (isRejectedBehind(document, noun)) return isDefinite(document, noun) || hasComplement(document, noun);
  if (struck && CALLING.has(verb)) return isDefinite(document, noun) || isJudged(document, noun, above);
  if (!/^(?:obl|nmod)/u.test(relation)) return false;
  const preposition = caseOf(document, first);
  // "Raids against camps": what is built can be struck, and is a policy only as the object of a verb of taking a stand.
  if (preposition === 'against') return !SITE_NOUNS.has(lemma);
  return (STANDS.get(verb) ?? STANDS.get(lowerAt(tokens, above)))?.test(preposition) === true;
}

/** What nobody is for: who condemns it is against nobody's policy. */
const EVILS =
  /^(?:inflation|pollution|unemployment|drug|smuggling|trafficking|piracy|fraud|fire|war|battle|recession|malnutrition|illness|virus|cancer|aids|drought|climate|terrorism|violence|corruption|racism|crime|poverty|hunger|extremism|discrimination|injustice|evil|hatred|terror|abuse|bloodshed|disease|hate|antisemitism|anti-semitism|oppression|tyranny|militancy|fascism|bigotry|intolerance|use|change|pressure|help|aid|comment|blame|responsibility|wrongdoing|involvement|guilt|knowledge|difficulty)$/u;

/** "Opposes abortion", "is opposed to independence": any of its kind, so that no word need say which. */
export function isOpposedAtAll(document: Base, noun: number): boolean {
  const lemma = nounLemma(document, noun);
  if (EVILS.test(lemma) || SAID.test(lemma) || !isNobody(lemma)) return false;
  const stand = standOf(document, noun);
  if (!stand) return false;
  const { first, above, relation, verb, struck } = stand;
  if (struck)
    return /^(?:oppose|reject|resist|denounce|protest|crush|suppress|ban|forbid|condemn|fight)$/u.test(verb);
  return (
    /^(?:obl|nmod)/u.test(relation) &&
    caseOf(document, first) === 'to' &&
    /^(?:opposed|opposition|hostile|objection|resistance)$/u.test(lowerAt(document.tokens, above))
  );
}

/** How a noun hangs on what may be a stand, or null. "Opposed charter schools and testing": what is joined stands as the first does. */
function standOf(document: Base, noun: number) {
  const first = relationOf(document, noun) === 'conj' ? headOf(document, noun) : noun;
  const above = headOf(document, first);
  if (above < 0) return null;
  const relation = relationOf(document, first);
  const struck = relation === 'obj' || relation === 'nsubj:pass';
  return { first, above, relation, verb: lemmaAt(document.tokens, document.tags, above), struck };
}

/** "Court finds suspension of parliament unlawful": what a court says of an act, which headlines name without an article. */
const isJudged = (document: Base, noun: number, verb: number): boolean =>
  lowerAt(document.tokens, noun + 1) === 'of' &&
  [verb, noun].some((head) =>
    childrenOf(document, head).some((child) => UNLAWFUL.test(lowerAt(document.tokens, child))),
  );

/** Verbs of harm that are said of an act: "said the remarks threaten peace". */
const HARMING =
  /^(?:violate|breach|undermine|threaten|damage|endanger|harm|hurt|destroy|insult|offend|weaken|ruin|contravene|infringe|amount|jeopardi[sz]e|cripple|stifle|punish|divide|inflame|discriminate)$/u;

/** "Said the case was an attack on the nation", "said the remarks threatened peace": what is judged in reported words. */
function isJudgedInWords(document: Base, noun: number): boolean {
  const { tokens, tags } = document;
  const lemma = nounLemma(document, noun);
  if (!isNobody(lemma) || !/^nsubj/u.test(relationOf(document, noun)) || !isDefinite(document, noun))
    return false;
  const predicate = headOf(document, noun);
  const verb = relationOf(document, predicate) === 'ccomp' ? headOf(document, predicate) : -1;
  if (
    verb < 0 ||
    !/^(?:say|argue|tell|warn|claim|write|complain|insist|add|state|declare)$/u.test(
      lemmaAt(tokens, tags, verb),
    )
  )
    return false;
  if (
    !/^(?:case|charge|trial|remark|comment|statement|speech|report|allegation|claim|accusation|indictment|article|cartoon|film|book|fine|figure|picture|video|letter|threat|finding|word)$/u.test(
      lemma,
    )
  )
    return false;
  return (
    HARMING.test(lemmaAt(tokens, tags, predicate)) ||
    childrenOf(document, predicate).some((child) => relationOf(document, child) === 'cop')
  );
}

/** "An offer of autonomy", "entry to the union". */
const hasComplement = (document: Base, noun: number): boolean =>
  childrenOf(document, noun).some(
    (child) => child > noun && /^(?:of|to|for)$/u.test(caseOf(document, child)),
  );

/** "The recognition of [Name], which Russia opposed": the clause behind takes a stand against it. */
const isRejectedBehind = (document: Base, noun: number): boolean =>
  // A date may stand between, with the clause hung on it.
  childrenOf(document, noun)
    .flatMap((child) => [child, ...(child > noun ? childrenOf(document, child) : [])])
    .some(
      (child) =>
        relationOf(document, child) === 'acl:relcl' &&
        AGAINST.has(lemmaAt(document.tokens, document.tags, child)) &&
        childrenOf(document, child).some(
          (object) =>
            relationOf(document, object) === 'obj' &&
            /^(?:which|that)$/u.test(lowerAt(document.tokens, object)),
        ),
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
