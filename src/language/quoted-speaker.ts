import { formAt, lemmaAt, lowerAt, uposAt } from '../model/index.ts';
import type { Document } from '../model/index.ts';
import { childrenOf, headOf, relationOf } from './tree-access.ts';

type Base = Document<'sentences' | 'tokens' | 'tags' | 'trees'>;

/** Verbs whose subject speaks. */
export const SAYING_VERBS: ReadonlySet<string> = new Set(
  `say tell add write state announce claim declare explain argue insist warn note report ask reply answer remark comment tweet continue
   acknowledge admit deny recall stress conclude observe suggest think believe describe call`.split(/\s+/u),
);

/** Verbs that speak where a quotation stands right beside them, and elsewhere may not. */
const SPEAKS_BESIDE: ReadonlySet<string> = new Set(
  `post respond retort joke quip shout complain condemn criticise criticize read recount point lament caution assert allege contend reiterate
   proclaim charge accuse emphasise emphasize promise vow exclaim tell urge testify concede allege denounce blast slam blog`.split(
    /\s+/u,
  ),
);

/** Verbs that a quotation may follow as a sentence of its own. */
const SPEAKS_OUT: ReadonlySet<string> = new Set(
  'speak react elaborate defend reject oppose praise dismiss disagree apologise apologize'.split(' '),
);

/** What is written or said, whose words are its author's: "Ross's statement read". */
const TEXTS: ReadonlySet<string> = new Set(
  'statement tweet letter post message email release note article editorial memo column speech'.split(' '),
);

const DAYS =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|twitter|facebook)$/u;

/** How far from a quotation a verb still counts as right beside it, in tokens. */
const BESIDE = 4;
const MAX_CLIMB = 3;

/** What the speaker of a quotation is looked for with. `inside` holds the tokens of all quotations, marks included. */
export interface Surroundings {
  readonly document: Base;
  readonly inside: ReadonlySet<number>;
}

/**
 * Token of the one who speaks a quotation, by what stands in its sentences outside quotation marks: the subject of the nearest verb of
 * saying, "according to …", or the subject of the clause right before; -1 without one.
 */
export function speakerBeside(around: Surroundings, firstToken: number, endToken: number): number {
  const { document, inside } = around;
  const { tokens, tags, sentences } = document;
  const distance = (token: number): number => (token < firstToken ? firstToken - token : token - endToken);
  const found: { token: number; away: number }[] = [];
  const first = tokens.sentence[firstToken] ?? 0;
  const last = tokens.sentence[endToken - 1] ?? 0;
  for (const sentence of first === last ? [first] : [first, last]) {
    const end = sentences.endToken[sentence] ?? 0;
    for (let i = sentences.firstToken[sentence] ?? 0; i < end; i++) {
      if (inside.has(i)) continue;
      const away = distance(i);
      if (lowerAt(tokens, i) === 'according' && lowerAt(tokens, i + 1) === 'to') {
        const token = phraseFrom(around, i + 2, end);
        if (token >= 0) found.push({ token, away });
      }
      if (!/^(?:VERB|AUX)$/u.test(uposAt(tags, i))) continue;
      const lemma = lemmaAt(tokens, tags, i);
      if (!SAYING_VERBS.has(lemma) && !(away <= BESIDE && SPEAKS_BESIDE.has(lemma))) continue;
      const token = subjectOf(around, i, MAX_CLIMB);
      if (token >= 0) found.push({ token, away });
    }
  }
  const nearest = found.sort((a, b) => a.away - b.away || a.token - b.token)[0]?.token ?? -1;
  return named(around, nearest >= 0 ? nearest : mainSubjectBefore(around, firstToken));
}

/** Who does what a verb of saying says: its subject, that of the verb it goes with, or the noun phrase right beside it. */
function subjectOf(around: Surroundings, verb: number, climb: number): number {
  const { document, inside } = around;
  const of = (relation: string): number[] =>
    childrenOf(document, verb).filter(
      (child) => !inside.has(child) && relationOf(document, child) === relation,
    );
  if (of('nsubj:pass').length > 0) return of('obl:agent')[0] ?? -1;
  // "[Name] was quoted as saying", "the paper cited [Name] as saying".
  if (lowerAt(document.tokens, verb - 1) === 'as') {
    const whom = childrenOf(document, headOf(document, verb)).find((child) =>
      /^(?:nsubj:pass|obj)$/u.test(relationOf(document, child)),
    );
    if (whom !== undefined && !inside.has(whom)) return whom;
  }
  const subjects = of('nsubj');
  if (subjects.length > 0) return subjects.sort((a, b) => Math.abs(a - verb) - Math.abs(b - verb))[0] ?? -1;
  const beside = besideVerb(around, verb);
  if (beside >= 0) return beside;
  const head = headOf(document, verb);
  if (head < 0 || climb === 0 || inside.has(head)) return -1;
  const relation = relationOf(document, verb);
  if (relation === 'acl') return head;
  return /^(?:xcomp|advcl|conj)$/u.test(relation) ? subjectOf(around, head, climb - 1) : -1;
}

/** "…,” said committee member Ann Ross", "…,” committee member Ann Ross said", where a parser hung the name on the quotation. */
function besideVerb(around: Surroundings, verb: number): number {
  const { document, inside } = around;
  const { tokens, tags, sentences } = document;
  const sentence = tokens.sentence[verb] ?? 0;
  const from = sentences.firstToken[sentence] ?? 0;
  const end = sentences.endToken[sentence] ?? 0;
  let start = verb;
  while (start > from && isNominal(document, start - 1) && !inside.has(start - 1)) start--;
  if (start < verb && inside.has(start - 1) && lemmaAt(tokens, tags, verb) !== 'read') return verb - 1;
  const behind = inside.has(verb - 1) || (formAt(tokens, verb - 1) === ',' && inside.has(verb - 2));
  return behind ? phraseFrom(around, verb + 1, end) : -1;
}

/** Last token of the noun phrase that starts at a token, or -1. */
function phraseFrom({ document, inside }: Surroundings, start: number, end: number): number {
  let at = start;
  while (at < end && isNominal(document, at) && !inside.has(at)) at++;
  return at > start && /^(?:NOUN|PROPN|PRON)$/u.test(uposAt(document.tags, at - 1)) ? at - 1 : -1;
}

const isNominal = ({ tags }: Base, token: number): boolean =>
  /^(?:DET|ADJ|NOUN|PROPN|NUM|PRON)$/u.test(uposAt(tags, token));

/**
 * "Ross responded to the ruling: “…”", "Ross spoke on the radio, “…”", "Ross condemned the ruling. “…”": the subject of the main clause right
 * before a quotation that opens with nothing else around it.
 */
function mainSubjectBefore({ document, inside }: Surroundings, firstToken: number): number {
  const { tokens, tags, sentences } = document;
  const before = firstToken - 1;
  const mark = formAt(tokens, before);
  if (!/^[:,.]$/u.test(mark) || inside.has(before)) return -1;
  const sentence = tokens.sentence[before] ?? 0;
  const apart = sentences.passage[sentence] !== sentences.passage[tokens.sentence[firstToken] ?? 0];
  if (apart && mark !== ':') return -1;
  for (let i = sentences.firstToken[sentence] ?? 0; i < before; i++) {
    if (inside.has(i) || !/^(?:PROPN|PRON)$/u.test(uposAt(tags, i))) continue;
    const predicate = headOf(document, i);
    if (relationOf(document, i) !== 'nsubj' || predicate < 0 || headOf(document, predicate) >= 0) continue;
    const lemma = lemmaAt(tokens, tags, predicate);
    return mark === ':' || SAYING_VERBS.has(lemma) || SPEAKS_BESIDE.has(lemma) || SPEAKS_OUT.has(lemma)
      ? i
      : -1;
  }
  return -1;
}

/** Behind a title the name ("leader Ann Ross", "MP Ann Ross"), behind a text its author ("Ross's statement", "a letter by Ross"). */
function named({ document, inside }: Surroundings, token: number): number {
  const { tokens, tags } = document;
  if (token < 0 || !/^(?:NOUN|PROPN)$/u.test(uposAt(tags, token))) return token;
  let last = token;
  for (let at = token + 1; !inside.has(at) && tokens.sentence[at] === tokens.sentence[token]; at++) {
    if (uposAt(tags, at) === 'PROPN' && !DAYS.test(lowerAt(tokens, at))) last = at;
    else if (formAt(tokens, at) !== ')' && uposAt(tags, at) !== 'NOUN') break;
  }
  if (last > token || uposAt(tags, token) === 'PROPN') return last;
  const names = childrenOf(document, token).filter(
    (child) => uposAt(tags, child) === 'PROPN' && !inside.has(child),
  );
  const by = (relations: RegExp): number | undefined =>
    names.findLast((child) => relations.test(relationOf(document, child)));
  const text = TEXTS.has(lemmaAt(tokens, tags, token));
  return (text ? by(/^(?:nmod:poss|nmod|compound)$/u) : by(/^(?:appos|flat|nmod:desc)$/u)) ?? token;
}
