import { lemmaAt, lowerAt, uposAt } from '../model/index.ts';
import { nounLemma } from './phrases.ts';
import type { Base } from './phrases.ts';
import { caseOf, childrenOf, headOf, relationOf } from './syntax.ts';
import { isNobody } from './stance-objects.ts';
import { SITE_NOUNS } from './words.ts';

/** Verbs whose subject is an event, whatever its noun. */
const HAPPENING: ReadonlySet<string> = new Set(['happen', 'occur', 'erupt']);

/** What is said to happen without being one: "a change occurred", "the death occurred". */
const VAGUE =
  /^(?:thing|change|mistake|error|something|anything|nothing|event|that|this|case|situation|problem|process|volcano|row|debate|moment|delay|increase|decrease|shift|difference|contact|transmission|spread|damage|loss|symptom|infection|money|fund|asset|cash|stake|share|seat|title|office|record|data|view|belief|body)$/u;

/**
 * Whether a noun that by itself means no event is said to have happened somewhere: "a wreck occurred near the river", "the regatta took
 * place in [Sarn]", "the gala was held at the port".
 */
export function isHappening(document: Base, noun: number): boolean {
  const lemma = nounLemma(document, noun);
  if (VAGUE.test(lemma) || SITE_NOUNS.has(lemma) || !isNobody(lemma) || !/^\p{L}/u.test(lemma)) return false;
  const { tokens, tags } = document;
  const verb = headOf(document, noun);
  const relation = relationOf(document, noun);
  if (verb < 0 || uposAt(tags, verb) !== 'VERB' || !isPlaced(document, verb)) return false;
  const word = lemmaAt(tokens, tags, verb);
  if (relation === 'nsubj')
    return HAPPENING.has(word) || (word === 'take' && lowerAt(tokens, verb + 1) === 'place');
  return relation === 'nsubj:pass' && word === 'hold';
}

/** Where or on what day it was stands with the verb. */
const isPlaced = (document: Base, verb: number): boolean =>
  childrenOf(document, verb).some(
    (child) =>
      relationOf(document, child).startsWith('obl') &&
      /^(?:in|at|near|outside|on)$/u.test(caseOf(document, child)),
  );
