import { formAt, lemmaAt, lowerAt, uposAt } from '../model/index.ts';
import type { NameSpan } from '../model/index.ts';
import { isShouted } from './bodies.ts';
import { isBodyNoun } from './lexicon/index.ts';
import { nounLemma } from './phrases.ts';
import type { Base } from './phrases.ts';
import { caseOf, childrenOf, headOf, isSubject, relationOf } from './syntax.ts';
import { GENERIC_ACTORS, HUMAN_NOUNS, REPRESENTATIVES, TITLES } from './words.ts';

/** "UPS", "CHP", "PiS", "H&M". */
const INITIALS = /^(?:\p{Lu}[\p{Lu}\p{N}&]{1,5}|\p{Lu}\p{Ll}\p{Lu})$/u;

/** What is written in capitals and is nobody: units, offices, diseases, things. */
const NOBODY =
  /^(?:TV|MP|MPS|MEP|CEO|CFO|COO|PM|AM|US|UK|AI|ID|IT|PC|HIV|AIDS|DNA|RNA|PCR|GDP|GPS|COVID|SARS|UTC|GMT|BST|CET|EST|EDT|PST|PDT|VAT|PHD|NGO|NGOS|PR|HQ|SUV|LGBT|LGBTQ|FAQ|DJ|MC|WMD|IED|IEDS|POW|POWS|VIP|UFO|OK|DMCA|RIP|RIGHT|LEFT|ICU|CCTV|CV|DVD|CD|PDF|URL|SIM|SMS|AK|RPG|ICBM|UAV|EV|EVS|GOP|WW|II|III|IV|VI|VII|MRI|IQ|IPO|USD|EUR|GBP|PTSD|DUI|USS|HMS|MV|SOS|ATM|PIN|STEM|IVF|PPE|BC|AD|NO)$/u;

/** What only people and bodies do. */
const DEEDS: ReadonlySet<string> = new Set(
  `say tell announce deny accuse reject condemn criticise criticize denounce claim urge demand vow pledge warn oppose insist argue agree
   refuse decline apologise apologise apologize blame welcome confirm propose ask decide endorse vote boycott nominate sue hire fire
   employ acquire buy sell settle invest appeal protest sponsor publish suspend expel negotiate sign object recruit lobby complain
   threaten retaliate recall admit kidnap ambush bomb`.split(/\s+/u),
);

/** Nouns behind a body's name for those who are of it, and what it has. */
const OF_BODY =
  /^(?:staff|share|shareholder|boss|executive|chief|leader|leadership|headquarters|spokesman|spokeswoman|spokesperson|lawmaker|deputy|candidate|congress|militia|militant|rebel|fighter|journalist|branch|office|depot|store|plant)$/u;

/**
 * Bodies called by their initials that were not read as names, whatever they were tagged as: they act ("[UPS] fired …"), people are of
 * them ("[UPS] drivers", "workers at [UPS]"), or they stand beside what they are ("[UPS], a carrier").
 *
 * @param names Sorted, not overlapping; so is the result.
 */
export function withActors(document: Base, names: readonly NameSpan[]): NameSpan[] {
  const covered = new Map<number, NameSpan>();
  for (const name of names) for (let i = name.firstToken; i < name.endToken; i++) covered.set(i, name);
  const { tokens } = document;
  const found = new Set<string>();
  const candidates: number[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const form = formAt(tokens, i);
    if (covered.has(i) || !INITIALS.test(form) || NOBODY.test(form.toUpperCase()) || isShouted(document, i))
      continue;
    candidates.push(i);
    if (
      isActor(document, i) ||
      isOfBody(document, i) ||
      isJoined(document, i, covered) ||
      isBeforeOffice(document, i, covered) ||
      isBeside(document, i)
    )
      found.add(form);
  }
  const added = candidates.flatMap((i): NameSpan[] =>
    found.has(formAt(tokens, i)) && !isHeld(document, i)
      ? [{ firstToken: i, endToken: i + 1, type: 'organization' }]
      : [],
  );
  return [...names, ...added].sort((a, b) => a.firstToken - b.firstToken);
}

/** In brackets initials are another name, told elsewhere; beside a hyphen or capital they are part of one. */
const isHeld = ({ tokens }: Base, i: number): boolean =>
  /^[-‐–/([.]$/u.test(lowerAt(tokens, i - 1)) ||
  /^[-‐–/]$/u.test(lowerAt(tokens, i + 1)) ||
  (/^\d/u.test(lowerAt(tokens, i + 1)) && tokens.sentence[i + 1] === tokens.sentence[i]);

/** Subject of a verb of doing, or who does it in the passive. */
function isActor(document: Base, i: number): boolean {
  const verb = headOf(document, i);
  if (verb < 0) return false;
  const lemma = lemmaAt(document.tokens, document.tags, verb);
  const acts = DEEDS.has(lemma) && !/^\p{Lu}/u.test(formAt(document.tokens, i + 1));
  const agent = relationOf(document, i).startsWith('obl') && caseOf(document, i) === 'by';
  return acts && (agent || (isSubject(document, i) && relationOf(document, i) !== 'nsubj:pass'));
}

const isOne = (document: Base, noun: number): boolean => {
  const lemma = nounLemma(document, noun);
  return (
    OF_BODY.test(lemma) || HUMAN_NOUNS.has(lemma) || GENERIC_ACTORS.has(lemma) || REPRESENTATIVES.has(lemma)
  );
};

/** "[UPS] drivers", "workers at [UPS]", "a spokesman for [UPS]". */
function isOfBody(document: Base, i: number): boolean {
  const above = headOf(document, i);
  if (above < 0 || uposAt(document.tags, above) === 'VERB' || !isOne(document, above)) return false;
  const label = relationOf(document, i);
  return above > i
    ? /^(?:compound|nmod:poss|amod)$/u.test(label)
    : label === 'nmod' && /^(?:at|for|of)$/u.test(caseOf(document, i));
}

/** "[UPS] President [Ada Holm]", "[UPS] general secretary [Ada Holm]": before an office and who holds it. */
function isBeforeOffice({ tokens }: Base, i: number, names: ReadonlyMap<number, NameSpan>): boolean {
  let at = i + 1;
  while (at < i + 3 && tokens.sentence[at] === tokens.sentence[i] && TITLES.has(lowerAt(tokens, at))) at++;
  return at > i + 1 && names.get(at)?.type === 'person' && names.get(at)?.firstToken === at;
}

/** "[Boeing] and UPS": joined to a body that was read. */
function isJoined(document: Base, i: number, names: ReadonlyMap<number, NameSpan>): boolean {
  return relationOf(document, i) === 'conj' && names.get(headOf(document, i))?.type === 'organization';
}

/** "[UPS], a carrier". */
const isBeside = (document: Base, i: number): boolean =>
  childrenOf(document, i).some(
    (child) => child > i && relationOf(document, child) === 'appos' && isBodyNoun(nounLemma(document, child)),
  );
