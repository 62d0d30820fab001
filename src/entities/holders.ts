import { lemmaAt, lowerAt, uposAt } from '../model/index.ts';
import { demonymAt } from './bodies.ts';
import type { Nominal } from './nominal.ts';
import type { Base } from './phrases.ts';
import type { Antecedent, Referent } from './referent.ts';
import { childrenOf, headOf, relationOf } from './syntax.ts';
import { OFFICES } from './words.ts';

/** An office that the article says a person holds. */
export interface Office {
  readonly entity: number;
  /** "Prime minister", "vice president": lower-case words, without those for whose office it is. */
  readonly title: string;
  /** Countries whose office it may be; none where the article does not say. */
  readonly countries: readonly string[];
}

/** Ranks by which one holds another office than the noun says. */
const ANOTHER =
  /(?:^|[ -])(?:vice|deputy|assistant|associate|former|ex|late|shadow|junior|under|sub|incoming|designate|elect|would - be|then)(?=[ -])/u;

/** Whether one who holds the office may be called by `title`: "minister" for a foreign minister, not "president" for a vice president. */
export function isCalled({ title }: Pick<Office, 'title'>, called: string): boolean {
  // "Minister of information", "secretary of state".
  const office = title.replace(/ (?:of|for) .*$/u, '');
  if (title === called || office === called) return true;
  if (!title.endsWith(` ${called}`)) return false;
  return !ANOTHER.test(title.slice(0, -called.length));
}

/**
 * Who is meant by the office alone: "the president", "the Norwegian foreign minister". The one holder told of before, or else the one
 * who is named later; null where two may be meant, or where the words say more than the office.
 */
export function holderOf(
  document: Base,
  nominal: Nominal,
  before: readonly Antecedent[],
  offices: readonly Office[],
): Referent | null {
  const phrase = officeOf(document, nominal);
  if (!phrase) return null;
  const holders = offices.filter(
    (office) =>
      isCalled(office, phrase.title) &&
      (phrase.country === null || office.countries.length === 0 || office.countries.includes(phrase.country)),
  );
  const told = holders.filter(({ entity }) => before.some((each) => each.entity === entity));
  return only(told, 'role') ?? (told.length === 0 ? only(holders, 'role named later') : null);
}

function only(holders: readonly Office[], method: string): Referent | null {
  const [one, ...others] = new Set(holders.map(({ entity }) => entity));
  return one === undefined || others.length > 0 ? null : { entity: one, method };
}

/** Title and country of "the [Norwegian foreign minister]"; null where another word stands between. */
function officeOf(
  document: Base,
  { firstToken, endToken, head, lemma }: Nominal,
): { readonly title: string; readonly country: string | null } | null {
  const { tokens, tags } = document;
  if (isComplemented(document, head, endToken)) return null;
  const adjective = demonymAt(document, firstToken + 1);
  const start = adjective && adjective.endToken <= head ? adjective.endToken : firstToken + 1;
  const words: string[] = [];
  for (let i = start; i < head; i++) {
    if (!/^(?:NOUN|ADJ|PROPN)$/u.test(uposAt(tags, i))) return null;
    words.push(lowerAt(tokens, i));
  }
  return {
    title: [...words, lemma].join(' '),
    country: start > firstToken + 1 ? (adjective?.country ?? null) : null,
  };
}

/** Verbs that say of what, or what for, they do it to somebody. */
const CHARGING =
  /^(?:accuse|suspect|convict|acquit|blame|sue|criticize|criticise|condemn|fault|praise|thank|attack|warn|remind)$/u;

/** "President of France", "the senator who": what stands behind says more. In "accused the president of lying" it is the verb's. */
function isComplemented(document: Base, head: number, endToken: number): boolean {
  const { tokens, tags } = document;
  const charged = CHARGING.test(lemmaAt(tokens, tags, headOf(document, head)));
  return childrenOf(document, head).some((child) => {
    if (child < endToken || (charged && /^(?:nmod|acl)$/u.test(relationOf(document, child)))) return false;
    const name = uposAt(tags, child) === 'PROPN';
    return name || /^(?:nmod|acl|appos|flat|compound|nummod)/u.test(relationOf(document, child));
  });
}

/** "The judge ruled", "condemned the governor": an office that the article gives to nobody, as one who acts or is acted on. */
export function isUnnamedHolder(
  document: Base,
  { kind, lemma, head, endToken }: Nominal,
  offices: readonly Office[],
): boolean {
  if (!/^(?:person|body)$/u.test(kind) || !OFFICES.has(lemma)) return false;
  if (
    !/^(?:nsubj|obj|iobj|obl)/u.test(relationOf(document, head)) ||
    isComplemented(document, head, endToken)
  )
    return false;
  return !offices.some(({ title }) => title === lemma || title.endsWith(` ${lemma}`));
}
